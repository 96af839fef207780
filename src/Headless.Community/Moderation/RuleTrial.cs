using Headless.Community.Data;
using Headless.Community.Ingestion;
using Headless.Community.Moderation.Matching;

namespace Headless.Community.Moderation;

/// <summary>A rule that is tried on messages and written nowhere. Messages come in the order of the log.</summary>
public sealed class RuleTrial
{
    private readonly CompiledRules _rules;
    private readonly List<WordHit> _scratch = [];
    private readonly Dictionary<long, (Trail Trail, DateTime? LastFound)> _trails = [];
    private readonly int? _withinSeconds;

    private RuleTrial(CompiledRules rules, int? withinSeconds) => (_rules, _withinSeconds) = (rules, withinSeconds);

    /// <summary>Makes a rule, with the words of its lists, ready.</summary>
    public static async Task<RuleTrial> CreateAsync(CommunityDbContext context, Rule rule, CancellationToken cancellationToken) =>
        new(
            new CompiledRules(
                [rule],
                await RuleSetCache.ReadWordsAsync(context, rule.RuleWordLists.Select(link => (rule.Id, link.SensitiveWordListId)), cancellationToken)),
            rule.WithinSeconds);

    /// <summary>What the rule finds in a message; null: nothing. Of a run, such as a flood, one message in the time that the rule counts over.</summary>
    public (int? Start, int? Length, string Matched)? Judge(long memberId, string? text, MessageContentType? contentType, DateTime at, bool isOfStaff)
    {
        var message = new WatchedMessage(text, contentType, at, isOfStaff);
        var finding = _rules.Judge(message, _scratch);
        if (_rules.Remembers)
        {
            var (trail, last) = _trails.GetValueOrDefault(memberId, (new Trail(), null));
            trail.Add(at, string.IsNullOrWhiteSpace(text) ? 0 : EffectiveMessageRule.Hash(text));
            if (_rules.JudgeRun(message, trail).FirstOrDefault() is { } run && !((at - last)?.Duration() < TimeSpan.FromSeconds(_withinSeconds!.Value)))
            {
                (finding, last) = (run, at);
            }

            _trails[memberId] = (trail, last);
        }

        return finding is null ? null : (finding.Start, finding.Length, finding.Matched);
    }
}
