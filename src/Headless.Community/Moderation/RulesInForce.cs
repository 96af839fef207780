using Headless.Community.Data;
using Microsoft.EntityFrameworkCore;

namespace Headless.Community.Moderation;

/// <summary>The versions of rule sets that were or are in force in some groups, each with its time.</summary>
internal sealed class RulesInForce
{
    private readonly Dictionary<long, Term[]> _terms;

    private RulesInForce(Dictionary<long, Term[]> terms) => _terms = terms;

    /// <summary>Whether there is none at all.</summary>
    public bool IsEmpty => _terms.Count == 0;

    /// <summary>Reads what is attached to groups.</summary>
    public static async Task<RulesInForce> LoadAsync(CommunityDbContext context, long[] groupIds, RuleSetCache cache, CancellationToken cancellationToken)
    {
        var rows = await context.RuleSetAttachments.IgnoreQueryFilters()
            .Where(attachment => EF.Parameter(groupIds).Contains(attachment.GroupId))
            .Join(
                context.RuleSetVersions.Where(version => version.Status == RuleSetVersionStatus.Published),
                attachment => attachment.RuleSetId,
                version => version.RuleSetId,
                (attachment, version) => new
                {
                    attachment.Id,
                    attachment.GroupId,
                    attachment.RuleSetId,
                    attachment.Since,
                    attachment.Until,
                    VersionId = version.Id,
                    version.PublishedAt,
                })
            .ToListAsync(cancellationToken);
        if (rows.Count == 0)
        {
            return new RulesInForce([]);
        }

        var versionIds = rows.Select(row => row.VersionId).Distinct().ToArray();
        var revisions = (await context.RuleWordLists
                .Where(link => EF.Parameter(versionIds).Contains(link.Rule.RuleSetVersionId))
                .Select(link => new { link.Rule.RuleSetVersionId, link.SensitiveWordList.Revision })
                .ToListAsync(cancellationToken))
            .ToLookup(link => link.RuleSetVersionId, link => link.Revision);
        var terms = new List<(long GroupId, Term Term)>();
        foreach (var attachment in rows.GroupBy(row => row.Id).OrderBy(group => group.Key))
        {
            var versions = attachment.OrderBy(row => row.PublishedAt).ThenBy(row => row.VersionId).ToList();
            for (var place = 0; place < versions.Count; place++)
            {
                var row = versions[place];
                var from = row.Since > row.PublishedAt ? row.Since : row.PublishedAt!.Value;
                var next = place + 1 < versions.Count ? versions[place + 1].PublishedAt : null;
                var until = next is null || row.Until < next ? row.Until : next;
                if (until is null || from < until)
                {
                    var rules = await cache.GetAsync(context, row.VersionId, revisions[row.VersionId].Sum(revision => (long)revision), cancellationToken);
                    terms.Add((row.GroupId, new Term(from, until ?? DateTime.MaxValue, row.RuleSetId, row.VersionId, rules)));
                }
            }
        }

        return new RulesInForce(terms.GroupBy(term => term.GroupId, term => term.Term).ToDictionary(group => group.Key, group => group.ToArray()));
    }

    /// <summary>What held, or holds, in a group: whoever asks looks at the times.</summary>
    public ReadOnlySpan<Term> Of(long groupId) => _terms.GetValueOrDefault(groupId);

    /// <summary>A version in force from a time until before another.</summary>
    internal sealed record Term(DateTime From, DateTime Until, long RuleSetId, long VersionId, CompiledRules Rules)
    {
        public bool Holds(DateTime at) => From <= at && at < Until;
    }
}
