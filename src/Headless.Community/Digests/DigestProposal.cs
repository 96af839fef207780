using Headless.Community.Data;
using Headless.Community.Moderation;
using Headless.Community.Search;
using Microsoft.EntityFrameworkCore;

namespace Headless.Community;

/// <summary>Something that is proposed for a digest: a message or a content item.</summary>
/// <param name="ActivityId">The message in the log.</param>
/// <param name="MemberId">Who said it.</param>
/// <param name="ContentItemId">The content item.</param>
/// <param name="Score">What for.</param>
public sealed record DigestCandidate(long? ActivityId, long? MemberId, long? ContentItemId, DigestScore Score);

/// <summary>Finds what a digest could say, the best first, by <see cref="DigestScore"/>. Equal scores: what happened first.</summary>
/// <param name="db">Where.</param>
/// <param name="groupId">Of which group.</param>
/// <param name="from">From when on, UTC.</param>
/// <param name="until">Until when, UTC.</param>
public sealed class DigestProposal(CommunityDbContext db, long groupId, DateTime from, DateTime until)
{
    /// <summary>The most messages of a day that are looked at, the newest first.</summary>
    public const int MaxMessages = 20_000;

    /// <summary>One person has at most so many of the items of a digest.</summary>
    public const int MaxOfMember = 3;

    /// <summary>What was used in the group, or in a digest of it, within so many days is not proposed for a morning.</summary>
    public const int RestDays = 30;

    /// <summary>So many of the newest content items are looked at for a morning.</summary>
    private const int MaxContent = 500;

    private static readonly TimeSpan s_answers = TimeSpan.FromMinutes(10);
    private static readonly ActivityKind[] s_reactions = [ActivityKind.ContentOpened, ActivityKind.ContentLiked, ActivityKind.ContentCommented, ActivityKind.ContentShared];

    /// <summary>The best of what was said in the group and of the content that its members reacted to.</summary>
    public async Task<IReadOnlyList<DigestCandidate>> OfDayAsync(int first, CancellationToken ct)
    {
        var messages = await db.Activities.AsNoTracking()
            .Where(a => a.Kind == ActivityKind.MessageSent && a.GroupId == groupId && a.OccurredAt >= from && a.OccurredAt < until && a.IsEffective && !a.IsExcluded && a.MemberId != null)
            .OrderByDescending(a => a.OccurredAt).ThenByDescending(a => a.Id).Take(MaxMessages)
            .Select(a => new Said(a.Id, a.MemberId!.Value, a.MembershipId, a.OccurredAt, a.Text, a.ContentType, a.Source, a.ExternalId, a.ReplyToExternalId))
            .ToListAsync(ct);
        messages.Reverse();
        var candidates = await OfMessagesAsync(messages, ct);
        candidates.AddRange(await OfReactionsAsync(ct));
        var taken = new Dictionary<long, int>();
        return
        [
            .. candidates.OrderByDescending(c => c.Score.Total).ThenBy(c => c.ActivityId ?? long.MaxValue).ThenBy(c => c.ContentItemId)
                .Where(c => c.MemberId is not { } member || (taken[member] = taken.GetValueOrDefault(member) + 1) <= MaxOfMember)
                .Take(first),
        ];
    }

    /// <summary>Published content for the group's morning: of these categories, what the keywords find first, and nothing that it had lately.</summary>
    public async Task<IReadOnlyList<DigestCandidate>> OfMorningAsync(IReadOnlyList<ContentCategory> categories, IReadOnlyList<string> keywords, int first, CancellationToken ct)
    {
        var rested = until.AddDays(-RestDays);
        var wanted = categories.ToArray();
        var items = db.ContentItems.AsNoTracking().Where(i => i.Status == ContentStatus.Published
            && !db.ContentUses.Any(u => u.ContentItemId == i.Id && u.GroupId == groupId && u.UsedAt >= rested)
            && !db.DigestItems.Any(d => d.ContentItemId == i.Id && d.Digest.GroupId == groupId && d.Digest.DiscardedAt == null && d.Digest.CreatedAt >= rested));
        if (wanted.Length > 0)
        {
            items = items.Where(i => wanted.Contains(i.Category));
        }

        var found = new Dictionary<long, int>();
        foreach (var keyword in keywords)
        {
            var hits = await SearchIndex.FindAsync(db, SearchScope.ContentItem, SearchTokens.Sought(keyword), items.Select(i => i.Id), 0, MaxContent, ct);
            foreach (var hit in hits.Hits)
            {
                found[hit.OwnerId] = found.GetValueOrDefault(hit.OwnerId) + 1;
            }
        }

        long[] sought = [.. found.OrderByDescending(f => f.Value).ThenByDescending(f => f.Key).Take(MaxContent).Select(f => f.Key)];
        var newest = await items.OrderByDescending(i => i.PublishedAt).ThenByDescending(i => i.Id).Take(MaxContent).Select(i => new { i.Id, i.PublishedAt, i.UsageCount }).ToListAsync(ct);
        var others = await items.Where(i => EF.Parameter(sought).Contains(i.Id)).Select(i => new { i.Id, i.PublishedAt, i.UsageCount }).ToListAsync(ct);
        return
        [
            .. newest.UnionBy(others, i => i.Id)
                .Select(i => (Item: i, Score: DigestScore.OfMorning(Math.Max((int)(until - (i.PublishedAt ?? from)).TotalDays, 0), found.GetValueOrDefault(i.Id), i.UsageCount == 0)))
                .OrderByDescending(i => i.Score.Total).ThenByDescending(i => i.Item.PublishedAt).ThenBy(i => i.Item.Id)
                .Take(first)
                .Select(i => new DigestCandidate(null, null, i.Item.Id, i.Score)),
        ];
    }

    private async Task<List<DigestCandidate>> OfMessagesAsync(List<Said> messages, CancellationToken ct)
    {
        var voices = Voices(messages);
        var worth = messages.Select((said, place) => (Said: said, Voices: voices[place], HasMaterial: HasMaterial(said)))
            .Where(m => m.Said.Text is not null && DigestScore.OfMessage(m.Said.Text, m.HasMaterial, 0, MembershipRole.Member) is not null)
            .ToList();
        if (worth.Count == 0)
        {
            return [];
        }

        // What breaks a rule is not passed on, nor is what somebody said who is kept out.
        var broken = await db.Violations.Where(v => v.GroupId == groupId && v.OccurredAt >= from && v.OccurredAt < until && v.ActivityId != null
                && v.Status != ViolationStatus.Dismissed && v.Status != ViolationStatus.Overturned)
            .Select(v => v.ActivityId!.Value).ToHashSetAsync(ct);
        var members = worth.Select(m => m.Said.MemberId).Distinct().ToArray();
        var banned = await db.FindBansAsync(members, groupId, until, ct);
        long[] stays = [.. worth.Select(m => m.Said.MembershipId).OfType<long>().Distinct()];
        var roles = await db.Memberships.Where(m => EF.Parameter(stays).Contains(m.Id) && m.Role != MembershipRole.Member)
            .Select(m => new { m.Id, m.Role }).ToDictionaryAsync(m => m.Id, m => m.Role, ct);
        return
        [
            .. worth.Where(m => !broken.Contains(m.Said.Id) && !banned.ContainsKey(m.Said.MemberId))
                .Select(m => new DigestCandidate(
                    m.Said.Id, m.Said.MemberId, null,
                    DigestScore.OfMessage(m.Said.Text!, m.HasMaterial, m.Voices, m.Said.MembershipId is { } stay ? roles.GetValueOrDefault(stay, MembershipRole.Member) : MembershipRole.Member)!)),
        ];
    }

    private async Task<IEnumerable<DigestCandidate>> OfReactionsAsync(CancellationToken ct)
    {
        var reactions = await db.Activities.AsNoTracking()
            .Where(a => EF.Parameter(s_reactions).Contains(a.Kind) && a.GroupId == groupId && a.OccurredAt >= from && a.OccurredAt < until && !a.IsExcluded
                && a.MemberId != null && a.ContentItemId != null && db.ContentItems.Any(i => i.Id == a.ContentItemId && i.Status == ContentStatus.Published))
            .Select(a => new { ItemId = a.ContentItemId!.Value, a.Kind, MemberId = a.MemberId!.Value })
            .Distinct()
            .ToListAsync(ct);
        return reactions.GroupBy(r => r.ItemId).Select(of =>
        {
            int Of(ActivityKind kind) => of.Count(r => r.Kind == kind);
            return new DigestCandidate(
                null, null, of.Key, DigestScore.OfContent(Of(ActivityKind.ContentOpened), Of(ActivityKind.ContentLiked), Of(ActivityKind.ContentCommented), Of(ActivityKind.ContentShared)));
        });
    }

    /// <summary>
    /// Of each message how many others answered it, whenever that day, or spoke within ten minutes after it: few sources say what a message answers. What is said
    /// to answer another message is no voice to this one.
    /// </summary>
    private static int[] Voices(List<Said> messages)
    {
        var answers = messages.Where(said => said.Answers is not null).ToLookup(said => (said.Source, said.Answers), said => said.MemberId);
        var (voices, others) = (new int[messages.Count], new HashSet<long>());
        for (var place = 0; place < messages.Count; place++)
        {
            var said = messages[place];
            others.Clear();
            if (said.ExternalId is not null)
            {
                others.UnionWith(answers[(said.Source, said.ExternalId)]);
                others.Remove(said.MemberId);
            }

            for (var next = place + 1; next < messages.Count && messages[next].At <= said.At + s_answers && others.Count < 10; next++)
            {
                if (messages[next].MemberId != said.MemberId && messages[next].Answers is null)
                {
                    others.Add(messages[next].MemberId);
                }
            }

            voices[place] = others.Count;
        }

        return voices;
    }

    private static bool HasMaterial(Said said) =>
        (said.ContentType is { } type && (type & (MessageContentType.File | MessageContentType.Link | MessageContentType.Video)) != 0)
        || (said.Text is { } text && LinkFinder.Find(text, []) is not null);

    private sealed record Said(long Id, long MemberId, long? MembershipId, DateTime At, string? Text, MessageContentType? ContentType, string? Source, string? ExternalId, string? Answers);
}
