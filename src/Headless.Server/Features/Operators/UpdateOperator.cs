using FluentValidation;
using Headless.Server.Access;
using Headless.Server.Writing;

namespace Headless.Server.Features.Operators;

[GraphQLDescription("A change of an operator. A field that is not given stays as it is; null clears it where it may be empty.")]
public sealed record UpdateOperatorInput(
    [property: ID<Operator>] [property: GraphQLDescription("The operator.")] long Id,
    [property: GraphQLDescription("The version that you read; given, the change is refused when somebody else was faster.")] long? Version,
    [property: GraphQLDescription("The name that colleagues know them by.")] Optional<string?> Name,
    [property: GraphQLDescription("What they may do; holds from their next request on.")] Optional<OperatorRole?> Role,
    [property: GraphQLDescription("Where they can be written to.")] Optional<string?> Email,
    [property: GraphQLDescription("What they do in the team; replaces what was said before.")] Optional<IReadOnlyList<OperatorDuty>?> Duties,
    [property: GraphQLDescription("The department that they belong to.")] Optional<string?> Department,
    [property: GraphQLDescription("The subject (sub) of the tokens that your identity provider gives them.")] Optional<string?> Subject);

/// <summary>The rules of <see cref="UpdateOperatorInput"/>.</summary>
public sealed class UpdateOperatorValidator : AbstractValidator<UpdateOperatorInput>
{
    public UpdateOperatorValidator()
    {
        RuleFor(i => i.Version).GreaterThan(0);
        RuleFor(i => i.Name.Value).NotEmpty().MaximumLength(Operator.NameMaxLength).PlainText().When(i => i.Name.HasValue).OverridePropertyName("name");
        RuleFor(i => i.Role.Value).NotNull().When(i => i.Role.HasValue).OverridePropertyName("role");
        RuleFor(i => i.Subject.Value).MaximumLength(Operator.SubjectMaxLength).PlainText().OverridePropertyName("subject");
        RuleFor(i => i.Email.Value).MaximumLength(Operator.EmailMaxLength).EmailAddress().WithErrorCode("INVALID_EMAIL").PlainText().OverridePropertyName("email");
        RuleFor(i => i.Duties.Value).Must(duties => duties is null || duties.Count <= Enum.GetValues<OperatorDuty>().Length)
            .WithErrorCode("TOO_MANY_ROWS").WithMessage("Name each duty once.").OverridePropertyName("duties");
        RuleFor(i => i.Department.Value).MaximumLength(Operator.DepartmentMaxLength).PlainText().OverridePropertyName("department");
    }
}

/// <summary>Changes an operator.</summary>
[ExtendObjectType(OperationTypeNames.Mutation)]
internal sealed class UpdateOperatorMutation
{
    [Authorize(Policies.Administer)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<StaleVersionException>]
    [Error<LastLeadException>]
    [Error<AlreadyExistsException>]
    [GraphQLDescription("Changes an operator. The last active LEAD keeps the role.")]
    public static async Task<Operator> UpdateOperatorAsync(
        UpdateOperatorInput input, CommunityWriter writer, ApiKeyDirectory keys, CancellationToken cancellationToken)
    {
        var updated = await writer.WriteAsync(
            input,
            async session =>
            {
                var staff = await session.FindAsync<Operator>(input.Id, "id");
                session.Expect(staff, input.Version);
                var role = input.Role.Or(staff.Role)!.Value;
                if (role != OperatorRole.Lead)
                {
                    await session.RequireLeadBesidesAsync(staff);
                }

                var subject = input.Subject.Or(staff.Subject);
                await session.RequireFreeSubjectAsync(subject, staff.Id);
                staff.Subject = subject;
                staff.Role = role;
                staff.Name = input.Name.Or(staff.Name)!;
                staff.Email = input.Email.Or(staff.Email);
                staff.Duties = input.Duties.Or(staff.Duties) ?? [];
                staff.Department = input.Department.Or(staff.Department);
                session.Record(ActivityKind.OperatorUpdated, () => new ActivitySubject { Text = staff.Name });
                return staff;
            },
            cancellationToken);
        keys.Forget();
        return updated;
    }
}
