using Headless.Server.Access;
using Headless.Server.Features.Contacts;
using Headless.Server.Reading;
using Headless.Server.Writing;

namespace Headless.Server.Features.Deliveries;

[GraphQLDescription("Whom a mailing would reach, and whom not and why. Nothing is kept.")]
public sealed record DeliveryPreview(
    [property: GraphQLDescription("How many it would be for.")] int RecipientCount,
    [property: GraphQLDescription("How many of them would get it.")] int ReachableCount,
    [property: GraphQLDescription("How many would not.")] int UnreachableCount,
    [property: ListSize(AssumedSize = 4)] [property: GraphQLDescription("Why not, the most frequent reason first.")] IReadOnlyList<UnreachableCount> Reasons,
    [property: ListSize(AssumedSize = 20)] [property: GraphQLDescription("The first of those who would not get it, as many as were asked for.")] IReadOnlyList<UnreachableRecipient> Unreachable);

/// <summary>Somebody who would not get a mailing.</summary>
/// <param name="MemberId">The member.</param>
/// <param name="GroupId">The group, where it is one.</param>
[GraphQLDescription("Somebody who would not get a mailing, or a group.")]
public sealed record UnreachableRecipient(
    [property: GraphQLIgnore] long? MemberId,
    [property: GraphQLIgnore] long? GroupId,
    [property: GraphQLDescription("Why not: the first reason that holds.")] UnreachableReason Reason);

/// <summary>Who it is.</summary>
[ExtendObjectType<UnreachableRecipient>]
public sealed class UnreachableRecipientNode
{
    [Cost(1)]
    [GraphQLDescription("The member; null: it is a group.")]
    public static Task<Member?> GetMemberAsync([Parent] UnreachableRecipient recipient, ByIdDataLoader<Member> members, CancellationToken cancellationToken) =>
        members.LoadAsync(recipient.MemberId, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("The group that it would go into, or in which the member would be reached.")]
    public static Task<Group?> GetGroupAsync([Parent] UnreachableRecipient recipient, ByIdDataLoader<Group> groups, CancellationToken cancellationToken) =>
        groups.LoadAsync(recipient.GroupId, cancellationToken);
}

/// <summary>Dry runs of mailings.</summary>
[ExtendObjectType(OperationTypeNames.Query)]
public sealed class DeliveryPreviewQueries
{
    private const int MaxShown = 200;

    [Authorize(Policies.Read)]
    [Cost(50)]
    [GraphQLDescription("Whom requestDeliveries would reach, and whom not and why: opt-outs, bans, addresses, the cap on MARKETING, quotas and capabilities of platforms. A dry run.")]
    public static async Task<DeliveryPreview> GetPreviewDeliveryAsync(
        [GraphQLDescription("To whom.")] MailingAudienceInput audience,
        [GraphQLDescription("What for.")] ContactPurpose purpose,
        [GraphQLDescription("Where; GROUP for groupIds, PRIVATE_CHAT otherwise, unless given.")] TouchChannel? channel,
        [GraphQLDescription("PRIVATE_CHAT: only by accounts of this platform.")] Platform? platform,
        [GraphQLDescription("How many of those who would not get it are shown, at most 200; 20 unless given.")] int? first,
        CommunityDbContext db,
        Caller caller,
        ContactOptions contact,
        ReportingCalendar calendar,
        TimeProvider clock,
        CancellationToken cancellationToken)
    {
        var faults = new MailingAudienceValidator().Validate(audience).Errors.Select(e => e.ErrorMessage).ToList();
        if (faults.Count > 0)
        {
            throw Invalid(faults[0], "INVALID_AUDIENCE");
        }

        try
        {
            var now = clock.GetUtcNow().UtcDateTime;
            var target = await MailingRecipients.FindAsync(db, caller, audience, cancellationToken);
            var recipients = await target.SelectAsync(
                db, DeliveryRules.ChannelOf(channel, audience), purpose, platform, contact.LimitsAt(calendar, now), now, cancellationToken);
            var not = recipients.Where(r => r.Reason is not null).ToList();
            return new DeliveryPreview(
                recipients.Count, recipients.Count - not.Count, not.Count,
                [.. not.GroupBy(r => r.Reason!.Value).Select(g => new UnreachableCount(g.Key, g.Count())).OrderByDescending(c => c.Count).ThenBy(c => c.Reason)],
                [.. not.Take(Math.Clamp(first ?? 20, 0, MaxShown)).Select(r => new UnreachableRecipient(r.MemberId, r.GroupId, r.Reason!.Value))]);
        }
        catch (DomainException exception)
        {
            throw Invalid(exception.Message, exception.Code);
        }
        catch (NotFoundException exception)
        {
            throw Invalid(exception.Message, "NOT_FOUND");
        }
    }

    private static GraphQLException Invalid(string message, string code) => new(ErrorBuilder.New().SetMessage(message).SetCode(code).Build());
}
