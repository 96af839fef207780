using FluentValidation;
using Headless.Server.Access;
using Headless.Server.Writing;

namespace Headless.Server.Features.Operators;

[GraphQLDescription("An operator to enter.")]
public sealed record CreateOperatorInput(
    [property: GraphQLDescription("The name that colleagues know them by, at most 100 characters.")] string Name,
    [property: GraphQLDescription("What they may do.")] OperatorRole Role,
    [property: GraphQLDescription("Where they can be written to.")] string? Email,
    [property: GraphQLDescription("What they do in the team; nothing unless given.")] IReadOnlyList<OperatorDuty>? Duties,
    [property: GraphQLDescription("The department that they belong to, at most 100 characters.")] string? Department,
    [property: GraphQLDescription("The subject (sub) of the tokens that your identity provider gives them, where operators sign in with those.")] string? Subject);

/// <summary>The rules of <see cref="CreateOperatorInput"/>.</summary>
public sealed class CreateOperatorValidator : AbstractValidator<CreateOperatorInput>
{
    public CreateOperatorValidator()
    {
        RuleFor(i => i.Name).NotEmpty().MaximumLength(Operator.NameMaxLength).PlainText();
        RuleFor(i => i.Subject).MaximumLength(Operator.SubjectMaxLength).PlainText();
        RuleFor(i => i.Email).MaximumLength(Operator.EmailMaxLength).EmailAddress().WithErrorCode("INVALID_EMAIL").PlainText();
        RuleFor(i => i.Duties).Must(duties => duties is null || duties.Count <= Enum.GetValues<OperatorDuty>().Length)
            .WithErrorCode("TOO_MANY_ROWS").WithMessage("Name each duty once.");
        RuleFor(i => i.Department).MaximumLength(Operator.DepartmentMaxLength).PlainText();
    }
}

/// <summary>Enters an operator.</summary>
[ExtendObjectType(OperationTypeNames.Mutation)]
public sealed class CreateOperatorMutation
{
    [Authorize(Policies.Administer)]
    [Error<InvalidInputException>]
    [Error<AlreadyExistsException>]
    [GraphQLDescription("Enters an operator, who gets in once a key is issued for them.")]
    public static Task<Operator> CreateOperatorAsync(CreateOperatorInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            input,
            async session =>
            {
                await session.RequireFreeSubjectAsync(input.Subject, null);
                var created = new Operator { Name = input.Name, Email = input.Email, Subject = input.Subject, Role = input.Role, Duties = input.Duties ?? [], Department = input.Department };
                session.Db.Operators.Add(created);
                session.Record(ActivityKind.OperatorCreated, () => new ActivitySubject { Text = created.Name });
                return created;
            },
            cancellationToken);
}
