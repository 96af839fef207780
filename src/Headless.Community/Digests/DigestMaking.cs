using Headless.Community.Data;
using Microsoft.EntityFrameworkCore;

namespace Headless.Community;

/// <summary>Makes drafts of digests, and says what they say.</summary>
public static class DigestMaking
{
    private const int QuoteLength = 500;
    private const int ExcerptLength = 200;

    /// <summary>The local day of a group as a stretch of time, UTC; a day that is not over ends now.</summary>
    public static (DateTime From, DateTime Until) WindowOf(DateOnly date, TimeZoneInfo zone, DateTime now)
    {
        var (from, until) = (LocalTimes.ToUtc(zone, date, 0), LocalTimes.ToUtc(zone, date.AddDays(1), 0));
        return (from, now < until ? now : until);
    }

    /// <summary>What a digest of a kind could say.</summary>
    public static Task<IReadOnlyList<DigestCandidate>> ProposeAsync(
        CommunityDbContext db, DigestKind kind, long groupId, (DateTime From, DateTime Until) window, IReadOnlyList<ContentCategory> categories, IReadOnlyList<string> keywords, int first, CancellationToken ct)
    {
        var proposal = new DigestProposal(db, groupId, window.From, window.Until);
        return kind == DigestKind.Daily ? proposal.OfDayAsync(first, ct) : proposal.OfMorningAsync(categories, keywords, first, ct);
    }

    /// <summary>Puts what is proposed into a draft.</summary>
    public static void AddItems(this Digest digest, IEnumerable<DigestCandidate> candidates)
    {
        foreach (var candidate in candidates)
        {
            digest.Items.Add(new DigestItem
            {
                Digest = digest, Position = digest.Items.Count + 1, ActivityId = candidate.ActivityId, MemberId = candidate.MemberId, ContentItemId = candidate.ContentItemId,
                Score = candidate.Score.Total, ScoreParts = candidate.Score.ToString(), ScoreVersion = DigestScore.Version,
            });
        }
    }

    /// <summary>
    /// What digests say now, each as one text: a message that was emptied or whose author was erased is not in it, nor is content that is
    /// not published any more. Null: nothing is left. A handful of statements, whatever their number.
    /// </summary>
    public static async Task<IReadOnlyDictionary<long, string?>> TextsAsync(CommunityDbContext db, IReadOnlyCollection<long> digestIds, CancellationToken ct)
    {
        var ids = digestIds.ToArray();
        var digests = await db.Digests.AsNoTracking().Where(d => EF.Parameter(ids).Contains(d.Id)).Select(d => new { d.Id, d.Title, d.Date, d.Intro }).ToListAsync(ct);
        var items = await db.DigestItems.AsNoTracking().Where(i => EF.Parameter(ids).Contains(i.DigestId)).OrderBy(i => i.DigestId).ThenBy(i => i.Position)
            .Select(i => new Shown(
                i.DigestId, i.Title, i.Note, i.ActivityId != null, i.Activity!.Text, i.Member!.DisplayName,
                i.ContentItemId != null, i.ContentItem!.Status == ContentStatus.Published, i.ContentItem!.Title, i.ContentItem!.Body.Substring(0, ExcerptLength)))
            .ToListAsync(ct);
        var said = items.Where(i => i.IsLeft).ToLookup(i => i.DigestId);
        return digests.ToDictionary(
            d => d.Id,
            d => !said.Contains(d.Id) ? null : string.Join(
                "\n\n",
                new[] { $"{d.Title} {d.Date:yyyy-MM-dd}", d.Intro }.Concat(said[d.Id].Select((item, place) => item.Text(place + 1))).Where(part => !string.IsNullOrEmpty(part))));
    }

    private sealed record Shown(
        long DigestId, string? Title, string? Note, bool IsMessage, string? Said, string? By, bool IsContent, bool? IsPublished, string? ContentTitle, string? Excerpt)
    {
        /// <summary>What is about a message or a content item goes with it.</summary>
        public bool IsLeft => IsMessage ? Said is not null : IsContent ? IsPublished == true : Title is not null || Note is not null;

        public string Text(int number)
        {
            var lines = new List<string>();
            if ((Title ?? (IsContent ? ContentTitle : null)) is { } title)
            {
                lines.Add(title);
            }

            if (IsMessage)
            {
                lines.Add($"“{Cut(Said!, QuoteLength)}” — {By}");
            }

            if ((Note ?? (IsContent ? Excerpt : null)) is { Length: > 0 } note)
            {
                lines.Add(note);
            }

            return string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{number}. {string.Join("\n", lines)}");
        }

        private static string Cut(string text, int length)
        {
            var end = text.Length <= length ? text.Length : char.IsHighSurrogate(text[length - 1]) ? length - 1 : length;
            return end == text.Length ? text : text[..end] + "…";
        }
    }
}
