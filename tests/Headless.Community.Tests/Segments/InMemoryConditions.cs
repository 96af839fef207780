using Headless.Community.Segments;

namespace Headless.Community.Tests.Segments;

/// <summary>What conditions mean, written down a second time: over rows in memory, one member after the other.</summary>
internal static class InMemoryConditions
{
    public static bool Holds(SegmentWorld world, SegmentCondition condition, Member member) => condition switch
    {
        AllOf all => all.Of.All(child => Holds(world, child, member)),
        AnyOf any => any.Of.Any(child => Holds(world, child, member)),
        NoneOf none => !none.Of.Any(child => Holds(world, child, member)),
        TagsCondition tags => Holds(world, tags, member),
        MembershipCondition membership => InRange(membership.Count, Stays(world, membership, member).Count()),
        MessagesCondition messages => Holds(world, messages, member),
        ActivityCondition activity => InRange(activity.Count, world.Activities.Count(row => row.MemberId == member.Id
            && activity.Kinds.Contains(row.Kind)
            && (activity.Groups is null || (row.GroupId is { } group && activity.Groups.Contains(group)))
            && InTime(activity.Occurred, row.OccurredAt, world.Time.Now))),
        PurchaseCondition purchase => Holds(world, purchase, member),
        RegionCondition region => HasWord(region, member.Region),
        CityCondition city => HasWord(city, member.City),
        TierCondition tier => HasWord(tier, member.Tier),
        CreatedCondition time => InTime(TimeOf(time), member.CreatedAt, world.Time.Now),
        FirstSeenCondition time => InTime(TimeOf(time), member.FirstSeenAt, world.Time.Now),
        LastActiveCondition time => InTime(TimeOf(time), member.LastActiveAt, world.Time.Now),
        GenderCondition gender => member.Gender is { } own && gender.In.Contains(own),
        BirthYearCondition year => member.BirthYear is { } own && own >= (year.Gte ?? 0) && own <= (year.Lte ?? 9999),
        BlacklistedCondition blacklisted => blacklisted.Eq == world.Bans.Exists(ban => ban.MemberId == member.Id && ban.IsForAllGroups
            && ban.Since <= world.Time.Now && !(ban.Until <= world.Time.Now) && !(ban.LiftedAt <= world.Time.Now)),
        IdentityCondition identity => InRange(identity.Count, world.Identities.Count(row => row.MemberId == member.Id
            && (identity.Platforms is null || identity.Platforms.Contains(row.Platform))
            && (identity.IsVerified is null || identity.IsVerified == row.IsVerified))),
        InSegmentCondition segment => (segment.In is null || segment.In.Any(id => IsIn(world, id, member)))
            && (segment.NotIn is null || !segment.NotIn.Any(id => IsIn(world, id, member))),
        _ => throw new NotSupportedException($"{condition.Name} has to be written down here too."),
    };

    private static bool Holds(SegmentWorld world, TagsCondition condition, Member member)
    {
        var held = world.MemberTags
            .Where(row => row.MemberId == member.Id && !(row.ExpiresAt <= world.Time.Now)
                && (condition.Source is null || row.Source == condition.Source)
                && InTime(condition.Added, row.AddedAt, world.Time.Now))
            .Select(row => world.Tags.Single(tag => tag.Id == row.TagId)).ToList();
        return (condition.AnyOf is null || held.Exists(tag => condition.AnyOf.Contains(tag.Id)))
            && (condition.AllOf is null || condition.AllOf.All(id => held.Exists(tag => tag.Id == id)))
            && (condition.NoneOf is null || !held.Exists(tag => condition.NoneOf.Contains(tag.Id)))
            && (condition.AnyOfGroups is null || held.Exists(tag => tag.TagGroup is { } group && condition.AnyOfGroups.Contains(group.Id)))
            && (condition.NoneOfGroups is null || !held.Exists(tag => tag.TagGroup is { } group && condition.NoneOfGroups.Contains(group.Id)));
    }

    private static IEnumerable<Membership> Stays(SegmentWorld world, MembershipCondition condition, Member member) =>
        from stay in world.Memberships
        let @group = world.Groups.Single(row => row.Id == stay.GroupId)
        where stay.MemberId == member.Id
            && (condition.Groups is null || condition.Groups.Contains(stay.GroupId))
            && (condition.GroupTypes is null || condition.GroupTypes.Contains(@group.Type))
            && (condition.Platforms is null || condition.Platforms.Contains(@group.Platform))
            && (condition.State ?? StayState.Current) switch { StayState.Current => stay.LeftAt is null, StayState.Ended => stay.LeftAt is not null, _ => true }
            && (condition.Roles is null || condition.Roles.Contains(stay.Role))
            && (condition.AccountKinds is null || condition.AccountKinds.Contains(stay.AccountKind))
            && (condition.JoinReasons is null || (stay.JoinReason is { } reason && condition.JoinReasons.Contains(reason)))
            && InTime(condition.Joined, stay.JoinedAt, world.Time.Now)
            && InTime(condition.LastMessage, stay.LastMessageAt, world.Time.Now)
        select stay;

    private static bool Holds(SegmentWorld world, MessagesCondition condition, Member member)
    {
        var days = world.Days.Where(row => row.MemberId == member.Id
            && (condition.Groups is null || condition.Groups.Contains(row.GroupId))
            && (condition.LastDays is not { } last || (row.Day > world.Time.Today.AddDays(-last) && row.Day <= world.Time.Today))
            && (condition.EffectiveOnly == false || row.EffectiveMessages > 0)).ToList();
        var count = days.Sum(row => condition.EffectiveOnly == false ? row.Messages : row.EffectiveMessages);
        return (condition.Count is null && condition.ActiveDays is not null || InRange(condition.Count, count))
            && (condition.ActiveDays is null || InRange(condition.ActiveDays, days.DistinctBy(row => row.Day).Count()));
    }

    private static bool Holds(SegmentWorld world, PurchaseCondition condition, Member member)
    {
        var orders = world.Orders.Where(row => row.MemberId == member.Id && row.Status == OrderStatus.Paid
            && (condition.Currency is null || row.Currency == condition.Currency)
            && (condition.Groups is null || (row.GroupId is { } group && condition.Groups.Contains(group)))
            && InTime(condition.Paid, row.PaidAt, world.Time.Now)).ToList();
        var amount = orders.Sum(row => row.Amount);
        return (condition.Count is null && condition.Amount is not null || InRange(condition.Count, orders.Count))
            && (condition.Amount is null || (amount >= (condition.Amount.Gte ?? 0) && amount <= (condition.Amount.Lte ?? decimal.MaxValue)));
    }

    private static bool IsIn(SegmentWorld world, long segmentId, Member member) =>
        world.SegmentMembers.Exists(row => row.SegmentId == segmentId && row.MemberId == member.Id && row.LeftAt is null);

    private static bool HasWord(WordCondition condition, string? word) =>
        (condition.In is null || (word is not null && condition.In.Contains(word))) && (condition.NotIn is null || word is null || !condition.NotIn.Contains(word));

    private static bool InRange(CountRange? range, int count) =>
        range is null ? count >= 1 : count >= (range.Gte ?? 0) && count <= (range.Lte ?? int.MaxValue);

    private static TimeCondition TimeOf(MemberTimeCondition condition) => new(condition.Within, condition.NotWithin, condition.Since, condition.Before);

    private static bool InTime(TimeCondition? condition, DateTime? at, DateTime now) => condition is null
        || ((condition.Within is null || (at is not null && at >= condition.Within.Before(now)))
            && (condition.NotWithin is null || at is null || at < condition.NotWithin.Before(now))
            && (condition.Since is null || (at is not null && at >= condition.Since))
            && (condition.Before is null || (at is not null && at < condition.Before)));
}
