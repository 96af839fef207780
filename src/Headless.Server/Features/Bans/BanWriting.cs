using System.Text.Json;
using FluentValidation;
using Headless.Server.Writing;

namespace Headless.Server.Features.Bans;

/// <summary>What writing about bans has in common.</summary>
internal static class BanWriting
{
    public static void BanGroups<T>(this IRuleBuilderInitial<T, IReadOnlyList<long>?> rule) => rule
        .Must(ids => ids is null || ids.Count is > 0 and <= Ban.MaxGroups)
        .WithErrorCode("INVALID_COUNT")
        .WithMessage($"'{{PropertyName}}' takes 1 to {Ban.MaxGroups} groups: leave it out for all groups.");

    public static void LiesAhead<T>(this IRuleBuilderInitial<T, DateTimeOffset?> rule, TimeProvider clock) => rule
        .Must(at => at is null || at > clock.GetUtcNow())
        .WithErrorCode("ENDS_IN_PAST")
        .WithMessage("'{PropertyName}' must lie ahead.");

    /// <summary>Keeps a member, or an account, out.</summary>
    /// <exception cref="DomainException">
    /// <see cref="DomainErrorCodes.AlreadyBlacklisted"/>: a ban that holds covers it. <see cref="DomainErrorCodes.BanNeedsGroups"/>: an
    /// OWNER or ADMIN named no groups.
    /// </exception>
    public static async Task<Ban> BanAsync(
        this WriteSession session, Member? member, (Platform Platform, string ExternalId)? account, IReadOnlyList<long>? groupIds, string reason, DateTime? until)
    {
        if (groupIds is null && !session.Caller.Scope.IsEverything)
        {
            throw new DomainException(
                DomainErrorCodes.BanNeedsGroups, "Name the groups to keep them out of: a ban of all groups is not for an OWNER or ADMIN.");
        }

        var named = groupIds?.Distinct().ToArray();
        await session.RequireGroupsAsync(named);
        var (platform, externalId) = (account?.Platform, account?.ExternalId);
        var memberId = member?.Id;
        var present = await session.Db.Bans.IgnoreQueryFilters().Include(b => b.BanGroups)
            .Where(b => b.Status == BanStatus.Active)
            .Where(b => memberId != null ? b.MemberId == memberId : b.MemberId == null && b.ExternalId == externalId && b.Platform == platform)
            .ToListAsync(session.CancellationToken);
        if (present.Find(b => b.Covers(named, until) && !(b.Until <= session.Now)) is { } covering)
        {
            throw new DomainException(
                DomainErrorCodes.AlreadyBlacklisted, $"They are kept out since {covering.Since:O} by a ban that covers this one.");
        }

        var ban = Ban.Issue(member, account, named, reason, session.Now, until, session.Caller.OperatorId);
        session.Db.Bans.Add(ban);
        session.RecordBan(ActivityKind.MemberBlacklisted, ban, named, reason);
        return ban;
    }

    /// <summary>Ends a ban.</summary>
    /// <exception cref="DomainException">
    /// <see cref="DomainErrorCodes.BanOfOtherGroups"/>: it also holds for groups that the caller may not see.
    /// </exception>
    public static async Task LiftAsync(this WriteSession session, Ban ban, string? reason)
    {
        var groupIds = await session.Db.BanGroups.IgnoreQueryFilters()
            .Where(g => g.BanId == ban.Id).Select(g => g.GroupId).ToArrayAsync(session.CancellationToken);
        if (!session.Caller.Scope.IsEverything
            && (ban.IsForAllGroups || await session.Db.Groups.CountAsync(g => groupIds.Contains(g.Id), session.CancellationToken) != groupIds.Length))
        {
            throw new DomainException(
                DomainErrorCodes.BanOfOtherGroups, "The ban holds for groups that are not yours, too: ask a LEAD to lift it.");
        }

        ban.Lift(session.Now, reason, session.Caller.OperatorId);
        session.RecordBan(ActivityKind.MemberUnblacklisted, ban, ban.IsForAllGroups ? null : groupIds, reason);
    }

    /// <summary>One activity for each group, because who follows a group sees no other rows; one without a group where it is all of them.</summary>
    public static void RecordBan(this WriteSession session, ActivityKind kind, Ban ban, IReadOnlyList<long>? groupIds, string? text)
    {
        foreach (var groupId in groupIds?.Select(id => (long?)id) ?? [null])
        {
            session.Record(kind, () => new ActivitySubject
            {
                MemberId = ban.MemberId,
                GroupId = groupId,
                Text = text,
                Data = JsonSerializer.Serialize(new
                {
                    since = ban.Since,
                    until = ban.Until,
                    platform = ban.Platform?.ToString().ToUpperInvariant(),
                    externalId = ban.ExternalId,
                }),
            });
        }
    }

    private static async Task RequireGroupsAsync(this WriteSession session, long[]? groupIds)
    {
        if (groupIds is null)
        {
            return;
        }

        var found = await session.Db.Groups.Where(g => EF.Parameter(groupIds).Contains(g.Id)).Select(g => g.Id).ToListAsync(session.CancellationToken);
        if (groupIds.Except(found).Any())
        {
            throw new NotFoundException(nameof(Group), $"groupIds[{Array.FindIndex(groupIds, id => !found.Contains(id))}]");
        }
    }
}
