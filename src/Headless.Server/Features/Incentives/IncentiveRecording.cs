using System.Text.Json;
using Headless.Server.Writing;

namespace Headless.Server.Features.Incentives;

/// <summary>What writing about incentives has in common.</summary>
internal static class IncentiveRecording
{
    /// <summary>A budget of a group pays for what is given in that group.</summary>
    /// <exception cref="DomainException"><see cref="DomainErrorCodes.BudgetOfOtherGroup"/>.</exception>
    public static void RequireOf(this IncentiveBudget budget, long? groupId)
    {
        if (budget.GroupId is { } own && own != groupId)
        {
            throw new DomainException(DomainErrorCodes.BudgetOfOtherGroup, $"'{budget.Name}' is for another group.");
        }
    }

    public static void RecordBudget(this WriteSession session, ActivityKind kind, IncentiveBudget budget) => session.Record(
        kind, () => new ActivitySubject { GroupId = budget.GroupId, CampaignId = budget.CampaignId, Text = budget.Name });

    public static void RecordDrop(this WriteSession session, ActivityKind kind, RedPacketDrop drop) => session.Record(
        kind,
        () => new ActivitySubject
        {
            GroupId = drop.GroupId, Text = drop.Title,
            Data = JsonSerializer.Serialize(new { dropId = drop.Id, amount = drop.Amount, currency = drop.Currency, parts = drop.PartCount, claimed = drop.ClaimedAmount }),
        });

    public static void RecordClaim(this WriteSession session, RedPacketDrop drop, RedPacketPart part) => session.Record(
        ActivityKind.RedPacketClaimed,
        () => new ActivitySubject
        {
            GroupId = drop.GroupId, MemberId = part.MemberId, Text = drop.Title, Data = JsonSerializer.Serialize(new { dropId = drop.Id, amount = part.Amount, currency = drop.Currency }),
        });

    public static void RecordGift(this WriteSession session, ActivityKind kind, Gift gift) => session.Record(
        kind,
        () => new ActivitySubject
        {
            GroupId = gift.GroupId, MemberId = gift.MemberId, Text = gift.Name, Data = JsonSerializer.Serialize(new { giftId = gift.Id, quantity = gift.Quantity, cost = gift.Cost, currency = gift.Currency }),
        });
}
