using FluentValidation;
using Headless.Server.Access;
using Headless.Server.Writing;

namespace Headless.Server.Features.Members;

[GraphQLDescription("A change of a member. A field that is not given stays as it is; null clears it where it may be empty.")]
public sealed record UpdateMemberInput(
    [property: ID<Member>] [property: GraphQLDescription("The member.")] long Id,
    [property: GraphQLDescription("The version that you read; given, the change is refused when somebody else was faster.")] long? Version,
    [property: GraphQLDescription("The name that staff see.")] Optional<string?> DisplayName,
    [property: GraphQLDescription("The gender, where they told it.")] Optional<Gender?> Gender,
    [property: GraphQLDescription("The year of birth.")] Optional<int?> BirthYear,
    [property: GraphQLDescription("The province or state.")] Optional<string?> Region,
    [property: GraphQLDescription("The city.")] Optional<string?> City,
    [property: GraphQLDescription("The telephone number.")] Optional<string?> Phone,
    [property: GraphQLDescription("The e-mail address.")] Optional<string?> Email,
    [property: GraphQLDescription("How they want to be reached.")] Optional<ContactChannel?> PreferredContactChannel,
    [property: GraphQLDescription("What staff should know.")] Optional<string?> Note);

/// <summary>The rules of <see cref="UpdateMemberInput"/>.</summary>
public sealed class UpdateMemberValidator : AbstractValidator<UpdateMemberInput>
{
    public UpdateMemberValidator(TimeProvider clock)
    {
        RuleFor(i => i.DisplayName.Value).NotEmpty().MaximumLength(Member.DisplayNameMaxLength).PlainText()
            .When(i => i.DisplayName.HasValue).OverridePropertyName("displayName");
        RuleFor(i => i.BirthYear.Value).BirthYear(clock).OverridePropertyName("birthYear");
        RuleFor(i => i.Region.Value).MaximumLength(Member.PlaceMaxLength).PlainText().OverridePropertyName("region");
        RuleFor(i => i.City.Value).MaximumLength(Member.PlaceMaxLength).PlainText().OverridePropertyName("city");
        RuleFor(i => i.Phone.Value).PhoneNumber().OverridePropertyName("phone");
        RuleFor(i => i.Email.Value).MailAddress().OverridePropertyName("email");
        RuleFor(i => i.Note.Value).MaximumLength(Member.NoteMaxLength).PlainText().OverridePropertyName("note");
    }
}

/// <summary>Changes a member.</summary>
[ExtendObjectType(OperationTypeNames.Mutation)]
public sealed class UpdateMemberMutation
{
    [Authorize(Policies.Write)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<StaleVersionException>]
    [GraphQLDescription("Changes what is said of a member. Tier, tags, attributes, identities and the blacklist have mutations of their own.")]
    public static Task<Member> UpdateMemberAsync(UpdateMemberInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            input,
            async session =>
            {
                var member = await session.FindAsync<Member>(input.Id, "id");
                session.Expect(member, input.Version);
                session.Change(member, input);
                return member;
            },
            cancellationToken);
}
