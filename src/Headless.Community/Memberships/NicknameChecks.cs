using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Headless.Community.Data;
using Microsoft.EntityFrameworkCore;

namespace Headless.Community;

/// <summary>
/// Whether nicknames keep the rules of their groups. Kept with the stay, so that lists can be filtered by it: written where a
/// nickname comes in or changes, and for a whole group when its rule changes. Patterns are matched in linear time.
/// </summary>
public static class NicknameChecks
{
    private const int Chunk = 500;

    private static readonly ConcurrentDictionary<string, Regex> s_patterns = new(StringComparer.Ordinal);

    /// <summary>Whether a nickname matches a pattern; null where one of the two is missing.</summary>
    public static NicknameCompliance? Check(string? pattern, string? nickname)
    {
        if (pattern is null || nickname is null)
        {
            return null;
        }

        if (s_patterns.Count > 1_000)
        {
            // Patterns that nobody has any more: as many as groups have is a handful.
            s_patterns.Clear();
        }

        var regex = s_patterns.GetOrAdd(pattern, text => new Regex(text, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant));
        return regex.IsMatch(nickname) ? NicknameCompliance.Compliant : NicknameCompliance.NotCompliant;
    }

    /// <summary>Looks at every open stay of a group anew. It is no edit of the stays: their versions stay.</summary>
    public static async Task RecheckAsync(CommunityDbContext db, Group group, CancellationToken ct)
    {
        var stays = await db.Memberships.AsNoTracking().Where(m => m.GroupId == group.Id && m.LeftAt == null)
            .Select(m => new { m.Id, m.Nickname, m.NicknameCompliance }).ToListAsync(ct);
        var changed = stays.Select(s => (s.Id, Before: s.NicknameCompliance, Now: Check(group.NicknameRule.Pattern, s.Nickname))).Where(s => s.Before != s.Now);
        foreach (var same in changed.GroupBy(s => s.Now))
        {
            foreach (var ids in same.Select(s => s.Id).Chunk(Chunk))
            {
                await db.Memberships.Where(m => EF.Parameter(ids).Contains(m.Id)).ExecuteUpdateAsync(m => m.SetProperty(row => row.NicknameCompliance, same.Key), ct);
            }
        }
    }
}
