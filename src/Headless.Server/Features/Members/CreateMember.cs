using FluentValidation;
using Headless.Server.Access;
using Headless.Server.Writing;

namespace Headless.Server.Features.Members;

[GraphQLDescription("A member to enter.")]
public sealed record CreateMemberInput(
    [property: GraphQLDescription("The name that staff see.")] string DisplayName,
    [property: GraphQLDescription("Their accounts on platforms, at most 20; nobody else may have them.")] IReadOnlyList<IdentityInput>? Identities,
    [property: GraphQLDescription("The gender, where they told it.")] Gender? Gender,
    [property: GraphQLDescription("The year of birth.")] int? BirthYear,
    [property: GraphQLDescription("The province or state.")] string? Region,
    [property: GraphQLDescription("The city.")] string? City,
    [property: GraphQLDescription("The telephone number.")] string? Phone,
    [property: GraphQLDescription("The e-mail address.")] string? Email,
    [property: GraphQLDescription("How they want to be reached.")] ContactChannel? PreferredContactChannel,
    [property: GraphQLDescription("What staff should know.")] string? Note);

/// <summary>The rules of <see cref="CreateMemberInput"/>.</summary>
public sealed class CreateMemberValidator : AbstractValidator<CreateMemberInput>
{
    internal const int MaxIdentities = 20;

    public CreateMemberValidator(TimeProvider clock)
    {
        RuleFor(i => i.DisplayName).NotEmpty().MaximumLength(Member.DisplayNameMaxLength).PlainText();
        RuleFor(i => i.Identities).Must(identities => identities is null || identities.Count <= MaxIdentities)
            .WithErrorCode("TOO_MANY_IDENTITIES").WithMessage($"A member is created with at most {MaxIdentities} identities: add the others afterwards.");
        RuleFor(i => i.Identities).Must(identities => identities is null || identities.DistinctBy(i => (i.Platform, i.ExternalId)).Count() == identities.Count)
            .WithErrorCode("DUPLICATE_IDENTITY").WithMessage("The same account is given twice.");
        RuleForEach(i => i.Identities).SetValidator(new IdentityValidator());
        RuleFor(i => i.BirthYear).BirthYear(clock);
        RuleFor(i => i.Region).MaximumLength(Member.PlaceMaxLength).PlainText();
        RuleFor(i => i.City).MaximumLength(Member.PlaceMaxLength).PlainText();
        RuleFor(i => i.Phone).PhoneNumber();
        RuleFor(i => i.Email).MailAddress();
        RuleFor(i => i.Note).MaximumLength(Member.NoteMaxLength).PlainText();
    }
}

/// <summary>Enters a member.</summary>
[ExtendObjectType(OperationTypeNames.Mutation)]
public sealed class CreateMemberMutation
{
    [Authorize(Policies.Write)]
    [Error<InvalidInputException>]
    [Error<AlreadyExistsException>]
    [GraphQLDescription(
        "Enters a member who is in no group yet. An OWNER or ADMIN sees members of their groups only: recordJoin enters one and lets them in at once.")]
    public static Task<Member> CreateMemberAsync(CreateMemberInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteAsync(input, session => session.EnterAsync(input), cancellationToken);
}
