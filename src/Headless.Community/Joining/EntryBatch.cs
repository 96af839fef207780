using System.Text.Json;
using Headless.Community.Data;
using Headless.Community.Data.Bulk;
using Headless.Community.Ingestion;
using Microsoft.EntityFrameworkCore;

namespace Headless.Community;

/// <summary>One batch of reports about entry points and channels, in one transaction.</summary>
internal sealed class EntryBatch(
    CommunityDbContext context, string source, IReadOnlyList<EntryReport> rows, AccessScope access, AuditAuthor? author, TimeZoneInfo zone, DateTime now)
{
    private readonly Dictionary<string, KnownEntryPoint> _entryPoints = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> _channels = new(StringComparer.Ordinal);
    private readonly Dictionary<(Platform, string), long> _members = [];
    private readonly Dictionary<(long EntryPointId, Platform, string), List<JoinPath>> _paths = [];
    private readonly Dictionary<(long ChannelId, long EntryPointId, long GroupId, DateOnly Day), EntryDay> _days = [];
    private readonly Dictionary<long, EntryDay> _totals = [];
    private readonly Dictionary<long, (int Scans, int Friends)> _targets = [];
    private IReadOnlyDictionary<long, EntryResolution> _resolutions = new Dictionary<long, EntryResolution>();

    public async Task<IngestionResult> RunAsync(CancellationToken ct)
    {
        await context.LockActivityLogAsync(ct);
        var rejected = rows.Select((row, index) => EntryReportRules.Check(index, row, now + ActivityIngestion.ClockTolerance)).ToArray();
        var open = Enumerable.Range(0, rows.Count).Where(index => rejected[index] is null).OrderBy(index => rows[index].OccurredAt).ToArray();
        var recorded = await LoadAsync([.. open.Select(index => rows[index])], ct);
        var (accepted, duplicates) = (new List<(int Index, Activity Activity)>(), new List<int>());
        foreach (var index in open)
        {
            if (recorded.Contains(rows[index].ExternalId))
            {
                duplicates.Add(index);
            }
            else if (Refuse(index, rows[index]) is { } refused)
            {
                rejected[index] = refused;
            }
            else
            {
                recorded.Add(rows[index].ExternalId);
                accepted.Add((index, Apply(rows[index])));
            }
        }

        if (author is not null && accepted.Count > 0)
        {
            context.AuditEntries.Add(AuditEntry.Of(
                author, now, AuditAction.Bulk, nameof(Activity), null, null, accepted.Count,
                [AuditChange.Of("source", null, source), AuditChange.Of("accepted", null, accepted.Count)]));
        }

        await SaveAsync([.. accepted.Select(a => a.Activity)], ct);
        return new IngestionResult(
            [.. accepted.OrderBy(a => a.Index).Select(a => new AcceptedRow(a.Index, a.Activity.Id))],
            [.. duplicates.Order()],
            [.. rejected.OfType<RejectedRow>()]);
    }

    private async Task<HashSet<string>> LoadAsync(EntryReport[] reports, CancellationToken ct)
    {
        var ids = reports.Select(row => row.ExternalId).Distinct().ToArray();
        var recorded = await context.Activities.Where(a => a.Source == source && a.ExternalId != null)
            .WhereIn(context, a => a.ExternalId, ids).Select(a => a.ExternalId!).ToListAsync(ct);
        await LoadEntryPointsAsync([.. reports.Select(row => row.EntryPointCode).OfType<string>().Distinct()], ct);
        var channels = reports.Select(row => row.Channel).OfType<string>().Distinct().ToArray();
        foreach (var channel in channels.Length == 0 ? [] : await context.JoinChannels.WhereIn(context, c => c.Name, channels).ToListAsync(ct))
        {
            _channels.Add(channel.Name, channel.Id);
        }

        await LoadAccountsAsync([.. reports.Select(row => row.Account?.ExternalId).OfType<string>().Distinct()], ct);
        return [.. recorded];
    }

    private async Task LoadEntryPointsAsync(string[] codes, CancellationToken ct)
    {
        if (codes.Length == 0)
        {
            return;
        }

        var visible = context.EntryPoints.AsNoTracking().WhereIn(context, e => e.Code, codes);
        if (!access.IsEverything)
        {
            var operatorId = access.OperatorId ?? 0;
            visible = visible.Where(e => e.Targets.Any(t => context.GroupAssignments.Any(a =>
                a.GroupId == t.GroupId && a.OperatorId == operatorId && a.Since <= now && (a.Until == null || a.Until > now))));
        }

        foreach (var entryPoint in await visible
            .Select(e => new KnownEntryPoint(e.Id, e.Code, e.Name, e.JoinChannelId, e.JoinChannel.Name, e.CampaignId, e.LastTargetId)).ToListAsync(ct))
        {
            _entryPoints.Add(entryPoint.Code, entryPoint);
        }

        _resolutions = await EntryResolver.ResolveAsync(context, [.. _entryPoints.Values.Select(e => e.Id)], now, ct);
    }

    private async Task LoadAccountsAsync(string[] accounts, CancellationToken ct)
    {
        if (accounts.Length == 0)
        {
            return;
        }

        foreach (var identity in await context.Identities.AsNoTracking().WhereIn(context, i => i.ExternalId, accounts).ToListAsync(ct))
        {
            _members[(identity.Platform, identity.ExternalId)] = identity.MemberId;
        }

        var entryPoints = _entryPoints.Values.Select(e => e.Id).ToArray();
        foreach (var path in await context.JoinPaths.WhereIn(context, p => p.AccountExternalId, accounts)
            .Where(p => EF.Parameter(entryPoints).Contains(p.EntryPointId)).OrderBy(p => p.StartedAt).ToListAsync(ct))
        {
            PathsOf(path.EntryPointId, path.Platform, path.AccountExternalId!).Add(path);
        }
    }

    private RejectedRow? Refuse(int index, EntryReport row) =>
        row.EntryPointCode is { } code && !_entryPoints.ContainsKey(code)
            ? new RejectedRow(index, IngestionErrorCodes.UnknownEntryPoint, $"There is no entry point '{code}'.", "entryPointCode")
        : row.EntryPointCode is null && !_channels.ContainsKey(row.Channel!)
            ? new RejectedRow(index, IngestionErrorCodes.UnknownChannel, $"There is no channel '{row.Channel}'.", "channel")
            : null;

    private Activity Apply(EntryReport row)
    {
        var at = UtcDateTimeConverter.ToStored(row.OccurredAt.UtcDateTime);
        var entryPoint = row.EntryPointCode is { } code ? _entryPoints[code] : null;
        var resolution = entryPoint is null ? null : _resolutions[entryPoint.Id];
        var path = entryPoint is null || row.Account is null || row.Kind == EntryEventKind.Exposed ? null : PathOf(entryPoint, resolution!, row.Account, at);
        path?.Take(StepOf(row.Kind), at);
        var groupId = path?.GroupId ?? resolution?.GroupId;
        var channelId = entryPoint?.ChannelId ?? _channels[row.Channel!];
        var count = row.Count ?? 1;
        var key = (channelId, entryPoint?.Id ?? 0, groupId ?? 0, DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(at, zone)));
        if (!_days.TryGetValue(key, out var day))
        {
            _days.Add(key, day = new EntryDay { JoinChannelId = key.channelId, EntryPointId = key.Item2, GroupId = key.Item3, Day = key.Item4 });
        }

        Count(day, row, count);
        if (entryPoint is not null)
        {
            if (!_totals.TryGetValue(entryPoint.Id, out var total))
            {
                _totals.Add(entryPoint.Id, total = new EntryDay());
            }

            Count(total, row, count);
            CountTarget(resolution!, row.Kind, count);
        }

        return new Activity
        {
            Kind = row.Kind switch
            {
                EntryEventKind.Exposed => ActivityKind.EntryExposed,
                EntryEventKind.Scanned => ActivityKind.EntryScanned,
                EntryEventKind.Friended => ActivityKind.EntryFriended,
                _ => ActivityKind.EntryInvited,
            },
            Source = source,
            ExternalId = row.ExternalId,
            OccurredAt = at,
            RecordedAt = now,
            GroupId = groupId,
            MemberId = path?.MemberId,
            ActorId = author?.OperatorId,
            CampaignId = entryPoint?.CampaignId,
            Data = JsonSerializer.Serialize(new
            {
                entryPoint = entryPoint?.Code, channel = entryPoint?.ChannelName ?? row.Channel, channelId, count, anonymous = row.Account is null,
            }),
        };
    }

    private static void Count(EntryDay day, EntryReport row, int count)
    {
        switch (row.Kind)
        {
            case EntryEventKind.Exposed: day.Exposures += count; break;
            case EntryEventKind.Friended: day.Friends += count; break;
            case EntryEventKind.Invited: day.Invites += count; break;
            default:
                day.Scans += count;
                day.AnonymousScans += row.Account is null ? count : 0;
                break;
        }
    }

    private void CountTarget(EntryResolution resolution, EntryEventKind kind, int count)
    {
        if (resolution.Target is { } target && (kind == EntryEventKind.Scanned || (kind == EntryEventKind.Friended && target.IdentityId is not null)))
        {
            var (scans, friends) = _targets.GetValueOrDefault(target.Id);
            _targets[target.Id] = kind == EntryEventKind.Scanned ? (scans + count, friends) : (scans, friends + count);
        }
    }

    /// <summary>The path that a step belongs to: one that is under way, or one whose join came later than the step.</summary>
    private JoinPath PathOf(KnownEntryPoint entryPoint, EntryResolution resolution, IdentityReference account, DateTime at)
    {
        var paths = PathsOf(entryPoint.Id, account.Platform, account.ExternalId);
        var path = paths.Find(p => p.JoinedAt is null || at <= p.JoinedAt);
        if (path is null)
        {
            path = new JoinPath
            {
                EntryPointId = entryPoint.Id,
                GroupId = resolution.GroupId!.Value,
                Platform = account.Platform,
                AccountExternalId = account.ExternalId,
            };
            context.JoinPaths.Add(path);
            paths.Add(path);
        }

        path.DisplayName ??= account.DisplayName;
        path.MemberId ??= _members.TryGetValue((account.Platform, account.ExternalId), out var memberId) ? memberId : null;
        return path;
    }

    private List<JoinPath> PathsOf(long entryPointId, Platform platform, string externalId)
    {
        if (!_paths.TryGetValue((entryPointId, platform, externalId), out var paths))
        {
            _paths.Add((entryPointId, platform, externalId), paths = []);
        }

        return paths;
    }

    private async Task SaveAsync(IReadOnlyList<Activity> activities, CancellationToken ct)
    {
        await context.BulkInsertAsync(activities, ct);
        await context.BulkAddAsync([.. _days.Values], ct);
        foreach (var (id, total) in _totals)
        {
            // Counts are no edits: the version that somebody else has read stays good.
            await context.EntryPoints.Where(e => e.Id == id).ExecuteUpdateAsync(
                e => e.SetProperty(row => row.ExposureCount, row => row.ExposureCount + total.Exposures)
                    .SetProperty(row => row.ScanCount, row => row.ScanCount + total.Scans)
                    .SetProperty(row => row.FriendCount, row => row.FriendCount + total.Friends)
                    .SetProperty(row => row.InviteCount, row => row.InviteCount + total.Invites),
                ct);
        }

        foreach (var (id, (scans, friends)) in _targets)
        {
            await context.EntryPointTargets.Where(t => t.Id == id).ExecuteUpdateAsync(
                t => t.SetProperty(row => row.ScanCount, row => row.ScanCount + scans).SetProperty(row => row.FriendCount, row => row.FriendCount + friends), ct);
        }

        foreach (var entryPoint in _entryPoints.Values.Where(e => _totals.TryGetValue(e.Id, out var total) && total.Scans > 0))
        {
            await NoticeMoveAsync(entryPoint, _resolutions[entryPoint.Id], ct);
        }

        await context.SaveChangesAsync(ct);
    }

    /// <summary>An entry point that leads elsewhere than when somebody last came has moved on.</summary>
    private async Task NoticeMoveAsync(KnownEntryPoint entryPoint, EntryResolution resolution, CancellationToken ct)
    {
        var targetId = resolution.Target?.Id;
        if (targetId == entryPoint.LastTargetId)
        {
            return;
        }

        await context.EntryPoints.Where(e => e.Id == entryPoint.Id).ExecuteUpdateAsync(e => e.SetProperty(row => row.LastTargetId, targetId), ct);
        if (entryPoint.LastTargetId is not null)
        {
            context.Append(
                ActivityKind.EntryPointMoved, now, null, groupId: resolution.GroupId, campaignId: entryPoint.CampaignId,
                text: $"{entryPoint.Name} ({entryPoint.Code}): {resolution.Outcome.ToString().ToUpperInvariant()}");
        }
    }

    private static JoinStep StepOf(EntryEventKind kind) => kind switch
    {
        EntryEventKind.Friended => JoinStep.Friended,
        EntryEventKind.Invited => JoinStep.Invited,
        _ => JoinStep.Scanned,
    };

    private sealed record KnownEntryPoint(
        long Id, string Code, string Name, long ChannelId, string ChannelName, long? CampaignId, long? LastTargetId);
}
