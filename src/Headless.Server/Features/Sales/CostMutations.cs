using System.Text.Json;
using FluentValidation;
using Headless.Community.Ingestion;
using Headless.Server.Access;
using Headless.Server.Features.Ingestion;
using Headless.Server.Features.Orders;
using Headless.Server.Writing;

namespace Headless.Server.Features.Sales;

[GraphQLDescription("A cost to enter.")]
public sealed record RecordCostInput(
    [property: GraphQLDescription("What it was spent on.")] CostKind Kind,
    [property: GraphQLDescription("How much: above 0, in whole minor units of the currency.")] MoneyInput Amount,
    [property: GraphQLDescription("When; now unless given.")] DateTimeOffset? SpentAt,
    [property: GraphQLDescription("Anything that should be known about it.")] string? Note,
    [property: ID<Group>] [property: GraphQLDescription("The group; all unless given. OWNER and ADMIN have to give one of theirs.")] long? GroupId,
    [property: ID<Campaign>] [property: GraphQLDescription("The campaign.")] long? CampaignId,
    [property: GraphQLDescription("Any text of yours. Sent again with the same one, the mutation changes nothing and answers the cost of the first time.")] string? IdempotencyKey);

[GraphQLDescription("A cost that was entered by mistake.")]
public sealed record RemoveCostInput([property: ID<CostEntry>] [property: GraphQLDescription("The cost.")] long Id);

/// <summary>The rules of <see cref="RecordCostInput"/>.</summary>
public sealed class RecordCostValidator : AbstractValidator<RecordCostInput>
{
    public RecordCostValidator(TimeProvider clock)
    {
        RuleFor(i => i.Amount).SetValidator(new ExactMoneyValidator());
        RuleFor(i => i.Note).MaximumLength(CostEntry.NoteMaxLength).PlainText();
        RuleFor(i => i.SpentAt).Must(at => at is null || at <= clock.GetUtcNow() + ActivityIngestion.ClockTolerance)
            .WithErrorCode(IngestionErrorCodes.OccurredInFuture).WithMessage("'{PropertyName}' must not lie ahead.");
        RuleFor(i => i.IdempotencyKey).IdempotencyKey();
    }
}

/// <summary>The rules of <see cref="RemoveCostInput"/>: none.</summary>
public sealed class RemoveCostValidator : AbstractValidator<RemoveCostInput>;

/// <summary>What was spent.</summary>
[ExtendObjectType(OperationTypeNames.Mutation)]
public sealed class CostMutations
{
    [Authorize(Policies.Write)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<AlreadyExistsException>]
    [GraphQLDescription("Enters what was spent on a group, a campaign or all.")]
    public static Task<CostEntry> RecordCostAsync(RecordCostInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteRepeatedlyAsync(input, session => RecordAsync(session, input), cancellationToken);

    /// <summary>Enters it, also for an import.</summary>
    internal static async Task<CostEntry> RecordAsync(WriteSession session, RecordCostInput input)
    {
        if (await session.FindByKeyAsync<CostEntry>(input.IdempotencyKey, c => c.IdempotencyKey == input.IdempotencyKey) is { } known)
        {
            return known;
        }

        if (input.GroupId is null && !session.Caller.Scope.IsEverything)
        {
            throw InvalidInputException.Of("groupId", "GROUP_REQUIRED", "Name one of your groups: you could not see the cost otherwise.");
        }

        var group = await session.FindAsync<Group>(input.GroupId, "groupId");
        var campaign = await session.FindAsync<Campaign>(input.CampaignId, "campaignId");
        var cost = new CostEntry
        {
            Kind = input.Kind, Amount = input.Amount.Amount, Currency = input.Amount.Currency, SpentAt = input.SpentAt?.UtcDateTime ?? session.Now, Note = input.Note,
            GroupId = group?.Id, CampaignId = campaign?.Id, IdempotencyKey = input.IdempotencyKey,
        };
        session.Db.CostEntries.Add(cost);
        session.RecordCost(ActivityKind.CostRecorded, cost);
        return cost;
    }

    [Authorize(Policies.Write)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [GraphQLDescription("Takes back a cost that was entered by mistake.")]
    public static Task<CostEntry> RemoveCostAsync(RemoveCostInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            input,
            async session =>
            {
                var cost = await session.FindAsync<CostEntry>(input.Id, "id");
                session.Db.CostEntries.Remove(cost);
                session.RecordCost(ActivityKind.CostRemoved, cost);
                return cost;
            },
            cancellationToken);
}

/// <summary>What writing about sales has in common.</summary>
internal static class SalesRecording
{
    public static void RecordTarget(this WriteSession session, ActivityKind kind, SalesTarget target) => session.Record(
        kind,
        () => new ActivitySubject
        {
            GroupId = target.GroupId, CampaignId = target.CampaignId, Text = target.Name,
            Data = JsonSerializer.Serialize(new { amount = target.Amount, currency = target.Currency, from = target.From, to = target.To }),
        });

    public static void RecordCost(this WriteSession session, ActivityKind kind, CostEntry cost) => session.Record(
        kind,
        () => new ActivitySubject
        {
            GroupId = cost.GroupId, CampaignId = cost.CampaignId, Text = cost.Note,
            Data = JsonSerializer.Serialize(new { kind = JsonNamingPolicy.SnakeCaseUpper.ConvertName(cost.Kind.ToString()), amount = cost.Amount, currency = cost.Currency }),
        });
}
