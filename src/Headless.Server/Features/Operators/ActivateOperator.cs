using FluentValidation;
using Headless.Community.Ingestion;
using Headless.Server.Access;
using Headless.Server.Writing;

namespace Headless.Server.Features.Operators;

[GraphQLDescription("An operator who may act again.")]
public sealed record ActivateOperatorInput(
    [property: ID<Operator>] [property: GraphQLDescription("The operator.")] long Id,
    [property: GraphQLDescription("The version that you read; given, the change is refused when somebody else was faster.")] long? Version);

[GraphQLDescription("An operator who may act no more.")]
public sealed record DeactivateOperatorInput(
    [property: ID<Operator>] [property: GraphQLDescription("The operator.")] long Id,
    [property: GraphQLDescription("The version that you read; given, the change is refused when somebody else was faster.")] long? Version,
    [property: ID<Operator>] [property: GraphQLDescription("Who takes over all their groups and accounts; they stay as they are unless given.")] long? SuccessorId,
    [property: GraphQLDescription("Why, for the history of the handover; at most 1 000 characters.")] string? Reason);

/// <summary>The rules of <see cref="ActivateOperatorInput"/>.</summary>
public sealed class ActivateOperatorValidator : AbstractValidator<ActivateOperatorInput>
{
    public ActivateOperatorValidator() => RuleFor(i => i.Version).GreaterThan(0);
}

/// <summary>The rules of <see cref="DeactivateOperatorInput"/>.</summary>
public sealed class DeactivateOperatorValidator : AbstractValidator<DeactivateOperatorInput>
{
    public DeactivateOperatorValidator()
    {
        RuleFor(i => i.Version).GreaterThan(0);
        RuleFor(i => i.Reason).MaximumLength(GroupHandover.ReasonMaxLength).PlainText();
    }
}

/// <summary>Lets operators act, or not.</summary>
[ExtendObjectType(OperationTypeNames.Mutation)]
internal sealed class ActivateOperatorMutations
{
    [Authorize(Policies.Administer)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<StaleVersionException>]
    [GraphQLDescription("Lets an operator act again. Keys that were not revoked and have not expired work again, too.")]
    public static async Task<Operator> ActivateOperatorAsync(
        ActivateOperatorInput input, CommunityWriter writer, ApiKeyDirectory keys, CancellationToken cancellationToken)
    {
        var activated = await writer.WriteAsync(
            input,
            async session =>
            {
                var staff = await session.FindAsync<Operator>(input.Id, "id");
                session.Expect(staff, input.Version);
                staff.Activate();
                session.Record(ActivityKind.OperatorActivated, () => new ActivitySubject { Text = staff.Name });
                return staff;
            },
            cancellationToken);
        keys.Forget();
        return activated;
    }

    [Authorize(Policies.Administer)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<StaleVersionException>]
    [Error<LastLeadException>]
    [Error<DomainException>]
    [GraphQLDescription(
        "Takes every right from an operator at once, without losing who did what. With a successor their groups and accounts pass in the same transaction. The last active LEAD stays.")]
    public static async Task<Operator> DeactivateOperatorAsync(
        DeactivateOperatorInput input, CommunityWriter writer, ApiKeyDirectory keys, CancellationToken cancellationToken)
    {
        var deactivated = await writer.WriteAsync(
            input,
            async session =>
            {
                var staff = await session.FindAsync<Operator>(input.Id, "id");
                session.Expect(staff, input.Version);
                await session.RequireLeadBesidesAsync(staff);
                if (input.SuccessorId is { } successorId)
                {
                    await session.Db.LockActivityLogAsync(session.CancellationToken);
                    var successor = await session.FindAsync<Operator>(successorId, "successorId");
                    await session.HandOverAsync(staff, successor, groupIds: null, input.Reason ?? $"{staff.Name} left.", withAccounts: true);
                }

                staff.Deactivate();
                session.Record(ActivityKind.OperatorDeactivated, () => new ActivitySubject { Text = staff.Name });
                return staff;
            },
            cancellationToken);
        keys.Forget();
        return deactivated;
    }
}
