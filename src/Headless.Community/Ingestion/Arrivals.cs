using Headless.Community.Data;
using Headless.Community.Data.Bulk;
using Microsoft.EntityFrameworkCore;

namespace Headless.Community.Ingestion;

/// <summary>
/// How and why the people of a batch came: the entry point, the channel, the campaign, the content and the KOL of each join, and
/// the paths that end with it. Costs a statement for each of these that the batch names, and one for paths where there are any.
/// </summary>
internal sealed class Arrivals(CommunityDbContext context, AccessScope access, DateTime now)
{
    private readonly Dictionary<string, KnownEntryPoint> _entryPoints = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> _channels = new(StringComparer.Ordinal);
    private readonly HashSet<(long CampaignId, long GroupId)> _campaigns = [];
    private readonly HashSet<long> _contentItems = [];
    private readonly List<(Membership Stay, Person Kol)> _kols = [];
    private readonly List<(JoinPath Path, Membership Stay, Person Person)> _ended = [];
    private readonly Dictionary<long, int> _joins = [];
    private readonly List<(Membership Stay, Person Person, DateTime At, string Reason)> _broken = [];
    private ILookup<(Platform Platform, string ExternalId), JoinRequest> _requests = Enumerable.Empty<JoinRequest>().ToLookup(_ => default((Platform, string)));
    private ILookup<(Platform Platform, string ExternalId), JoinPath> _paths = Enumerable.Empty<JoinPath>().ToLookup(_ => default((Platform, string)));

    public async Task LoadAsync(ActivityInput[] rows, CancellationToken cancellationToken)
    {
        var joins = Array.FindAll(rows, row => row.Kind == ActivityInputKind.Join);
        if (joins.Length == 0)
        {
            return;
        }

        if (Array.Exists(joins, row => row.JoinChannel is not null))
        {
            foreach (var channel in await context.JoinChannels.AsNoTracking().Select(c => new { c.Id, c.Name }).ToListAsync(cancellationToken))
            {
                _channels.Add(channel.Name, channel.Id);
            }
        }

        await LoadRequestsAsync(joins, cancellationToken);
        await LoadPathsAsync(joins, cancellationToken);
        await LoadEntryPointsAsync(joins, cancellationToken);
        await LoadReasonsAsync(joins, cancellationToken);
    }

    /// <summary>What is wrong with what a join refers to.</summary>
    public RejectedRow? Refuse(int index, ActivityInput row, Group group)
    {
        if (row.EntryPointCode is { } code && (!_entryPoints.TryGetValue(code, out var entryPoint) || !(access.IsEverything || entryPoint.GroupIds.Contains(group.Id))))
        {
            return new RejectedRow(index, IngestionErrorCodes.UnknownEntryPoint, $"There is no entry point '{code}' into the group.", "entryPointCode");
        }

        if (row.CampaignId is { } campaignId && !_campaigns.Contains((campaignId, access.IsEverything ? 0 : group.Id)))
        {
            return new RejectedRow(index, IngestionErrorCodes.UnknownCampaign, "There is no such campaign for the group.", "campaignId");
        }

        return row.ContentItemId is { } contentItemId && !_contentItems.Contains(contentItemId)
            ? new RejectedRow(index, IngestionErrorCodes.UnknownContentItem, "There is no such content item.", "contentItemId")
            : null;
    }

    /// <summary>Says of a stay that has just begun how it did.</summary>
    /// <param name="row">The report.</param>
    /// <param name="group">The group.</param>
    /// <param name="stay">The stay.</param>
    /// <param name="person">Who came.</param>
    /// <param name="inviterStay">The stay in the group of whoever brought them; null: nobody did, or they were not there.</param>
    /// <param name="kol">Whose pull made them come.</param>
    /// <param name="at">When.</param>
    public void Arrive(ActivityInput row, Group group, Membership stay, Person person, Membership? inviterStay, Person? kol, DateTime at)
    {
        var request = _requests[(row.Member!.Platform, row.Member.ExternalId)].FirstOrDefault(r => r.GroupId == group.Id && r.JoinedAt is null);
        Answer(request, at);
        var breach = stay.IsCounted && request?.Status != JoinRequestStatus.Approved ? BreachOf(row, group, inviterStay) : null;
        stay.JoinPolicyBroken = breach is not null;
        if (breach is not null)
        {
            _broken.Add((stay, person, at, breach));
        }

        var path = _paths[(row.Member!.Platform, row.Member.ExternalId)].FirstOrDefault(p => p.JoinedAt is null && LeadsInto(p, group, row.EntryPointCode));
        var entryPoint = row.EntryPointCode is { } code ? _entryPoints[code] : _entryPoints.Values.FirstOrDefault(e => e.Id == path?.EntryPointId);
        stay.EntryPointId = entryPoint?.Id;
        stay.JoinChannelId = entryPoint?.ChannelId ?? (row.JoinChannel is { } name && _channels.TryGetValue(name, out var channelId) ? channelId : null);
        stay.JoinChannel = row.JoinChannel ?? entryPoint?.ChannelName;
        (stay.JoinCampaignId, stay.JoinContentItemId) = (row.CampaignId ?? entryPoint?.CampaignId, row.ContentItemId);
        if (kol is not null && kol != person)
        {
            _kols.Add((stay, kol));
        }

        if (path is not null)
        {
            path.Take(JoinStep.Joined, at);
            path.GroupId = group.Id;
            _ended.Add((path, stay, person));
        }

        if (entryPoint is not null)
        {
            _joins[entryPoint.Id] = _joins.GetValueOrDefault(entryPoint.Id) + 1;
        }
    }

    /// <summary>Once members have keys, before stays are written.</summary>
    public void SetKols() => _kols.ForEach(row => row.Stay.KolMemberId = row.Kol.Id);

    /// <summary>Once stays have keys.</summary>
    public async Task SaveAsync(long? actorId, CancellationToken cancellationToken)
    {
        await context.BulkInsertAsync(
            _broken.ConvertAll(row => new Activity
            {
                Kind = ActivityKind.JoinPolicyBroken,
                OccurredAt = row.At,
                RecordedAt = now,
                GroupId = row.Stay.GroupId,
                MemberId = row.Person.Id,
                MembershipId = row.Stay.Id,
                ActorId = actorId,
                Text = row.Reason,
            }),
            cancellationToken);
        foreach (var (path, stay, person) in _ended)
        {
            (path.MembershipId, path.MemberId) = (stay.Id, person.Id);
        }

        foreach (var (id, count) in _joins)
        {
            await context.EntryPoints.Where(e => e.Id == id)
                .ExecuteUpdateAsync(e => e.SetProperty(row => row.JoinCount, row => row.JoinCount + count), cancellationToken);
        }

        if (_ended.Count > 0 || _requests.Count > 0)
        {
            await context.SaveChangesAsync(cancellationToken);
        }
    }

    /// <summary>Who is in has their answer: one that was still awaited was given on the platform.</summary>
    private static void Answer(JoinRequest? request, DateTime at)
    {
        if (request?.Status == JoinRequestStatus.Pending)
        {
            request.Approve(null, "They were let in on the platform.", isException: false, at);
        }

        if (request?.Status == JoinRequestStatus.Approved)
        {
            request.JoinedAt = at;
        }
    }

    /// <summary>
    /// What a join says against the group's policy, as far as the report itself shows it; null: nothing. That they came in is a fact
    /// all the same. What cannot be seen from here, a fee or a campaign that nobody named, is held against nobody.
    /// </summary>
    private static string? BreachOf(ActivityInput row, Group group, Membership? inviterStay) => group.JoinPolicy switch
    {
        JoinPolicy.InviteByAdmin when row.InvitedBy is not null && inviterStay is not { IsCounted: false } && row.JoinSource != JoinSource.Staff =>
            "INVITE_BY_ADMIN: who invited them is not an account of the group's staff.",
        JoinPolicy.InviteByAdmin when row is { InvitedBy: null, JoinSource: JoinSource.QrCode or JoinSource.Link or JoinSource.Search } =>
            "INVITE_BY_ADMIN: they came by themselves.",
        JoinPolicy.MemberReferral when row.InvitedBy is not null && inviterStay is null => "MEMBER_REFERRAL: who brought them was not in the group.",
        JoinPolicy.MemberReferral when row is { InvitedBy: null, JoinSource: JoinSource.Search } => "MEMBER_REFERRAL: they came by themselves.",
        JoinPolicy.Paid when row is { JoinSource: JoinSource.Search or JoinSource.QrCode or JoinSource.Link } => "PAID: they came without an approved request.",
        _ => null,
    };

    private bool LeadsInto(JoinPath path, Group group, string? code) => code is not null
        ? _entryPoints[code].Id == path.EntryPointId
        : path.GroupId == group.Id || _entryPoints.Values.Any(e => e.Id == path.EntryPointId && e.GroupIds.Contains(group.Id));

    /// <summary>Paths on the way, of whoever joins in the batch; tracked, as those that end are written.</summary>
    private async Task LoadPathsAsync(ActivityInput[] joins, CancellationToken cancellationToken)
    {
        if (!await context.JoinPaths.AnyAsync(cancellationToken))
        {
            return;
        }

        var accounts = joins.Select(row => row.Member!.ExternalId).Distinct().ToArray();
        var paths = await context.JoinPaths.WhereIn(context, path => path.AccountExternalId, accounts)
            .Where(path => path.JoinedAt == null && path.StartedAt <= now)
            .OrderByDescending(path => path.StepAt)
            .ToListAsync(cancellationToken);
        _paths = paths.ToLookup(path => (path.Platform, path.AccountExternalId!));
    }

    /// <summary>Requests of whoever joins in the batch that are open or were approved and not used; tracked, as they are answered.</summary>
    private async Task LoadRequestsAsync(ActivityInput[] joins, CancellationToken cancellationToken)
    {
        if (!await context.JoinRequests.AnyAsync(cancellationToken))
        {
            return;
        }

        var accounts = joins.Select(row => row.Member!.ExternalId).Distinct().ToArray();
        var requests = await context.JoinRequests.WhereIn(context, request => request.AccountExternalId, accounts)
            .Where(request => request.JoinedAt == null && (request.Status == JoinRequestStatus.Pending || request.Status == JoinRequestStatus.Approved))
            .OrderByDescending(request => request.RequestedAt)
            .ToListAsync(cancellationToken);
        _requests = requests.ToLookup(request => (request.Platform, request.AccountExternalId!));
    }

    private async Task LoadEntryPointsAsync(ActivityInput[] joins, CancellationToken cancellationToken)
    {
        var codes = joins.Select(row => row.EntryPointCode).OfType<string>().Distinct().ToArray();
        var ids = _paths.SelectMany(paths => paths).Select(path => path.EntryPointId).Distinct().ToArray();
        var found = new List<KnownEntryPoint>();
        if (codes.Length > 0)
        {
            found.AddRange(await Select(context.EntryPoints.WhereIn(context, e => e.Code, codes)).ToListAsync(cancellationToken));
        }

        if (ids.Length > 0)
        {
            found.AddRange(await Select(context.EntryPoints.Where(e => EF.Parameter(ids).Contains(e.Id))).ToListAsync(cancellationToken));
        }

        foreach (var entryPoint in found)
        {
            _entryPoints[entryPoint.Code] = entryPoint;
        }

        static IQueryable<KnownEntryPoint> Select(IQueryable<EntryPoint> entryPoints) => entryPoints.AsNoTracking().Select(e => new KnownEntryPoint(
            e.Id, e.Code, e.JoinChannelId, e.JoinChannel.Name, e.CampaignId, e.Targets.Where(t => t.GroupId != null).Select(t => t.GroupId!.Value).ToList()));
    }

    private async Task LoadReasonsAsync(ActivityInput[] joins, CancellationToken cancellationToken)
    {
        var campaigns = joins.Select(row => row.CampaignId).OfType<long>().Distinct().ToArray();
        if (campaigns.Length > 0)
        {
            // For whoever sees everything the group does not matter.
            _campaigns.UnionWith(access.IsEverything
                ? (await context.Campaigns.Where(c => EF.Parameter(campaigns).Contains(c.Id)).Select(c => c.Id).ToListAsync(cancellationToken)).ConvertAll(id => (id, 0L))
                : (await context.CampaignGroups.Where(c => EF.Parameter(campaigns).Contains(c.CampaignId)).Select(c => new { c.CampaignId, c.GroupId })
                    .ToListAsync(cancellationToken)).ConvertAll(row => (row.CampaignId, row.GroupId)));
        }

        var contentItems = joins.Select(row => row.ContentItemId).OfType<long>().Distinct().ToArray();
        if (contentItems.Length > 0)
        {
            _contentItems.UnionWith(await context.ContentItems.Where(c => EF.Parameter(contentItems).Contains(c.Id)).Select(c => c.Id).ToListAsync(cancellationToken));
        }
    }

    private sealed record KnownEntryPoint(long Id, string Code, long ChannelId, string ChannelName, long? CampaignId, List<long> GroupIds);
}
