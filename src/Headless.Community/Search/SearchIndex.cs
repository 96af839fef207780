using System.Text.Json;
using System.Text.Json.Nodes;
using Headless.Community.Data;
using Headless.Community.Data.Bulk;
using Microsoft.EntityFrameworkCore;

namespace Headless.Community.Search;

/// <summary>Finds by words, ranked, from an index of its own: one table that is the same on every database.</summary>
/// <remarks>
/// Everything that is sought has to be there. The rarest token is read first, in the order of its weight; the best
/// <see cref="MaxRanked"/> of those that have the others too are ranked by the sum of their weights, the newest first among equals.
/// </remarks>
public static class SearchIndex
{
    /// <summary>So many of the best are ranked and counted.</summary>
    public const int MaxRanked = 2_000;

    /// <summary>Makes something findable by these tokens and no others, in the context's transaction.</summary>
    public static async Task PutAsync(CommunityDbContext db, SearchScope scope, long ownerId, IReadOnlyDictionary<string, int> tokens, CancellationToken ct)
    {
        await RemoveAsync(db, scope, ownerId, ct);
        if (tokens.Count == 0)
        {
            return;
        }

        await AddAsync(db, scope, tokens.Select(token => new SearchTerm { OwnerId = ownerId, Term = token.Key, Weight = token.Value }), ct);
    }

    /// <summary>Adds tokens that are not there yet, of one owner or of many: one statement, on SQLite one that is prepared once.</summary>
    internal static Task AddAsync(CommunityDbContext db, SearchScope scope, IEnumerable<SearchTerm> terms, CancellationToken ct)
    {
        if (db is SqliteCommunityDbContext sqlite)
        {
            SqliteBulk.Insert(sqlite, scope, terms);
            return Task.CompletedTask;
        }

        var json = JsonSerializer.Serialize(terms.Select(term => new JsonArray(term.OwnerId, term.Term, term.Weight)));
        FormattableString insert = db switch
        {
            PostgresCommunityDbContext =>
                $"""
                INSERT INTO "SearchTerms" ("Scope", "OwnerId", "Term", "Weight")
                SELECT {(short)scope}, (item->>0)::bigint, item->>1, (item->>2)::int FROM jsonb_array_elements({json}::jsonb) AS item
                """,
            _ =>
                $"""
                INSERT INTO "SearchTerms" ("Scope", "OwnerId", "Term", "Weight")
                SELECT {(short)scope}, OwnerId, Term COLLATE Latin1_General_100_BIN2, Weight
                FROM OPENJSON({json}) WITH (OwnerId bigint '$[0]', Term nvarchar(64) '$[1]', Weight int '$[2]')
                """,
        };
        return db.Database.ExecuteSqlAsync(insert, ct);
    }

    /// <summary>Nobody finds it any more.</summary>
    public static Task RemoveAsync(CommunityDbContext db, SearchScope scope, long ownerId, CancellationToken ct) =>
        db.SearchTerms.Where(t => t.Scope == scope && t.OwnerId == ownerId).ExecuteDeleteAsync(ct);

    /// <summary>Finds the best.</summary>
    /// <param name="db">Where.</param>
    /// <param name="scope">Among what.</param>
    /// <param name="sought">What it must have, all of it.</param>
    /// <param name="among">The keys of what may be found; null: everything.</param>
    /// <param name="skip">How many of the best to leave out.</param>
    /// <param name="take">How many to return.</param>
    /// <param name="ct">Cancelled when nobody waits for it.</param>
    public static async Task<SearchResult> FindAsync(
        CommunityDbContext db, SearchScope scope, IReadOnlyList<SoughtToken> sought, IQueryable<long>? among, int skip, int take, CancellationToken ct)
    {
        if (sought.Count == 0)
        {
            return new SearchResult([], 0, IsCountExact: true);
        }

        var (rarest, fewest) = (sought[0], int.MaxValue);
        foreach (var token in sought)
        {
            var count = await Having(db, scope, token).Take(MaxRanked + 1).CountAsync(ct);
            if (count == 0)
            {
                return new SearchResult([], 0, IsCountExact: true);
            }

            (rarest, fewest) = count < fewest ? (token, count) : (rarest, fewest);
        }

        var candidates = Having(db, scope, rarest);
        foreach (var other in sought.Where(token => token != rarest))
        {
            var having = Having(db, scope, other);
            candidates = candidates.Where(t => having.Any(o => o.OwnerId == t.OwnerId));
        }

        if (among is not null)
        {
            candidates = candidates.Where(t => among.Contains(t.OwnerId));
        }

        // The one token that is sought, whole: its rows are in the order of the answer, and the index is read only as far as the page goes.
        if (sought is [{ IsPrefix: false }])
        {
            var page = await candidates.OrderByDescending(t => t.Weight).ThenByDescending(t => t.OwnerId).Skip(skip).Take(take)
                .Select(t => new SearchHit(t.OwnerId, t.Weight)).ToListAsync(ct);
            var total = among is null ? fewest : await candidates.Take(MaxRanked + 1).CountAsync(ct);
            return Result(page, total);
        }

        var best = candidates.OrderByDescending(t => t.Weight).ThenByDescending(t => t.OwnerId).Select(t => t.OwnerId).Take(MaxRanked + 1);
        var weights = await Weights(db, scope, sought).Where(t => best.Contains(t.OwnerId))
            .GroupBy(t => t.OwnerId)
            .Select(g => new { g.Key, Score = g.Sum(t => t.Weight) })
            .ToListAsync(ct);
        return Result(
            [.. weights.OrderByDescending(w => w.Score).ThenByDescending(w => w.Key).Skip(skip).Take(take).Select(w => new SearchHit(w.Key, w.Score))], weights.Count);
    }

    private static SearchResult Result(IReadOnlyList<SearchHit> hits, int total) => new(hits, Math.Min(total, MaxRanked), total <= MaxRanked);

    private static IQueryable<SearchTerm> Weights(CommunityDbContext db, SearchScope scope, IReadOnlyList<SoughtToken> sought)
    {
        var whole = sought.Where(token => !token.IsPrefix).Select(token => token.Text).ToArray();
        var weights = db.SearchTerms.Where(t => t.Scope == scope).WhereIn(db, t => t.Term, whole);
        foreach (var prefix in sought.Where(token => token.IsPrefix))
        {
            weights = weights.Concat(Having(db, scope, prefix));
        }

        return weights;
    }

    private static IQueryable<SearchTerm> Having(CommunityDbContext db, SearchScope scope, SoughtToken token)
    {
        var text = token.Text;
        if (!token.IsPrefix)
        {
            return db.SearchTerms.Where(t => t.Scope == scope && t.Term == text);
        }

        // A range of the index: the character itself, and every pair that begins with it.
        var after = new System.Text.Rune(System.Text.Rune.GetRuneAt(text, 0).Value + 1).ToString();
        return db.SearchTerms.Where(t => t.Scope == scope && string.Compare(t.Term, text) >= 0 && string.Compare(t.Term, after) < 0);
    }
}

/// <summary>Something that was found.</summary>
/// <param name="OwnerId">Its key.</param>
/// <param name="Score">The sum of the weights of what was sought.</param>
public sealed record SearchHit(long OwnerId, int Score);

/// <summary>The best that were found.</summary>
/// <param name="Hits">A page, the best first.</param>
/// <param name="Count">How many there are, at most <see cref="SearchIndex.MaxRanked"/>.</param>
/// <param name="IsCountExact">Whether there are no more than that.</param>
public sealed record SearchResult(IReadOnlyList<SearchHit> Hits, int Count, bool IsCountExact);
