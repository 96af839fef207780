using Headless.Community.Ingestion;
using Headless.Server.Features.Ingestion;
using Headless.Server.Writing;

namespace Headless.Server.Features.Orders;

/// <summary>What recording and closing orders need of the database and the log.</summary>
internal static class OrderRecording
{
    /// <summary>The finest step of time that every database keeps.</summary>
    private static readonly TimeSpan s_stored = TimeSpan.FromMicroseconds(1);

    /// <summary>Adds an activity about the order to the log.</summary>
    public static void RecordOrder(this WriteSession session, ActivityKind kind, Order order) =>
        session.Record(kind, () => new ActivitySubject { OrderId = order.Id, GroupId = order.GroupId, MemberId = order.MemberId, CampaignId = order.CampaignId });

    /// <summary>Refunds or cancels the order.</summary>
    /// <exception cref="InvalidTransitionException">It is not paid.</exception>
    public static void Close(this WriteSession session, Order order, OrderStatus status, DateTime at)
    {
        if (status == OrderStatus.Refunded)
        {
            if (order.Amount > order.RefundedAmount)
            {
                session.Db.Refunds.Add(new Refund { OrderId = order.Id, MemberId = order.MemberId, Amount = order.Amount - order.RefundedAmount, RefundedAt = at });
            }

            order.Refund(at);
            session.RecordOrder(ActivityKind.OrderRefunded, order);
        }
        else
        {
            order.Cancel(at);
            session.RecordOrder(ActivityKind.OrderCancelled, order);
        }
    }

    /// <summary>An account of the member, by which ingestion knows the buyer; null where the member has none.</summary>
    public static async Task<IdentityReference?> FindAccountAsync(WriteSession session, long memberId) =>
        await session.Db.Identities.AsNoTracking()
            .Where(i => i.MemberId == memberId)
            .OrderBy(i => i.Id)
            .Select(i => new IdentityReference(i.Platform, i.ExternalId, null))
            .FirstOrDefaultAsync(session.CancellationToken);

    /// <summary>The member who has the account. Every account counts, as it does when the order is first recorded.</summary>
    /// <exception cref="ActivityRejectedException">Nobody has it.</exception>
    public static async Task<long?> FindMemberIdAsync(WriteSession session, IdentityReferenceInput? account)
    {
        if (account is null)
        {
            return null;
        }

        var identity = await session.Db.Identities.AsNoTracking().IgnoreQueryFilters()
            .FirstOrDefaultAsync(i => i.Platform == account.Platform && i.ExternalId == account.ExternalId, session.CancellationToken);
        return identity?.MemberId ?? throw new ActivityRejectedException(
            IngestionErrorCodes.UnknownMember, $"Nobody is known as {account.ExternalId}: enter the member first, then complete the order.", "member");
    }

    /// <summary>A purchase is a fact: the shop corrects one by calling it off and reporting another.</summary>
    /// <exception cref="AlreadyExistsException">Another purchase has that id.</exception>
    public static void RequireSamePurchase(Order order, RecordOrderInput input)
    {
        if (order.Amount != input.Amount.Amount
            || order.Currency != input.Amount.Currency
            || order.Quantity != (input.Quantity ?? order.Quantity)
            || (order.PaidAt - input.PaidAt.UtcDateTime).Duration() >= s_stored)
        {
            throw new AlreadyExistsException(
                $"The order '{input.ExternalId}' of '{input.Source}' is recorded with another amount, quantity or time: what was paid cannot be changed. Cancel it and record another.",
                "externalId");
        }
    }

    /// <summary>The input's field for one of a reported row.</summary>
    public static string? PathOf(string? field) => field switch
    {
        "occurredAt" => "paidAt",
        "group" => "groupId",
        "amount" => "amount.amount",
        "currency" => "amount.currency",
        _ => field,
    };
}
