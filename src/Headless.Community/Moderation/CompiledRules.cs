using System.Text.RegularExpressions;
using Headless.Community.Ingestion;
using Headless.Community.Moderation.Matching;

namespace Headless.Community.Moderation;

/// <summary>What a rule found in a message.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Order">The rule's place by gravity, the gravest first.</param>
/// <param name="Start">Where in the text it begins; null where it is not in the text.</param>
/// <param name="Length">How long it is.</param>
/// <param name="Matched">The word, the link, the figure.</param>
internal sealed record Finding(Rule Rule, int Order, int? Start, int? Length, string Matched)
{
    /// <summary>Whether the messages before it are part of it: one of a run of such findings is a violation.</summary>
    public bool IsOfRun => Rule.Kind is RuleKind.Flood or RuleKind.Repeat;
}

/// <summary>A message to judge.</summary>
internal readonly record struct WatchedMessage(string? Text, MessageContentType? ContentType, DateTime At, bool IsOfStaff);

/// <summary>The rules of one version, ready to judge messages: immutable, used by many at once. A clean message costs no allocation.</summary>
internal sealed class CompiledRules
{
    private static readonly TimeSpan s_patternTimeout = TimeSpan.FromMilliseconds(200);

    private readonly Rule[] _rules;
    private readonly Regex?[] _patterns;
    private readonly string[][] _allowedHosts;
    private readonly WordAutomaton? _exact;
    private readonly WordAutomaton? _skipping;
    private readonly Word[] _exactWords;
    private readonly Word[] _skippingWords;

    /// <param name="rules">The rules, with the links to their word lists.</param>
    /// <param name="words">The words of those lists, folded.</param>
    public CompiledRules(IEnumerable<Rule> rules, IReadOnlyList<ListedWords> words)
    {
        _rules = [.. rules.OrderByDescending(rule => rule.Severity).ThenBy(rule => rule.Position)];
        _patterns = Array.ConvertAll(_rules, rule => rule.Pattern is null
            ? null
            : new Regex(rule.Pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant, s_patternTimeout));
        _allowedHosts = Array.ConvertAll(_rules, rule => LinkFinder.Hosts(rule.AllowedHosts));
        _exactWords = Flatten(words.Where(list => !list.IgnoresSeparators));
        _skippingWords = Flatten(words.Where(list => list.IgnoresSeparators));
        _exact = WordAutomaton.Build(Array.ConvertAll(_exactWords, word => word.Folded), skipsSeparators: false);
        _skipping = WordAutomaton.Build(Array.ConvertAll(_skippingWords, word => word.Folded), skipsSeparators: true);
        Remembers = _rules.Any(rule => rule.Kind is RuleKind.Flood or RuleKind.Repeat);
    }

    /// <summary>Whether any rule counts messages.</summary>
    public bool Remembers { get; }

    /// <summary>The gravest rule of a kind.</summary>
    public Rule? Find(RuleKind kind) => Array.Find(_rules, rule => rule.Kind == kind);

    /// <summary>Judges a message by what it says and is.</summary>
    /// <returns>The gravest finding; null: there is none.</returns>
    public Finding? Judge(in WatchedMessage message, List<WordHit> scratch)
    {
        Finding? found = null;
        if (!string.IsNullOrEmpty(message.Text))
        {
            FindWords(_exact, _exactWords, message, scratch, ref found);
            FindWords(_skipping, _skippingWords, message, scratch, ref found);
        }

        for (var order = 0; order < _rules.Length && !(order >= found?.Order); order++)
        {
            var rule = _rules[order];
            if (message.IsOfStaff && !rule.WatchesStaff)
            {
                continue;
            }

            if (rule.ContentTypeFlags is { } forbidden && message.ContentType is { } type && (forbidden & type) != 0)
            {
                return new Finding(rule, order, null, null, type.ToString().ToUpperInvariant());
            }

            if (string.IsNullOrEmpty(message.Text))
            {
                continue;
            }

            if (rule.Kind == RuleKind.Link && LinkFinder.Find(message.Text, _allowedHosts[order]) is { } link)
            {
                return Of(rule, order, message.Text, link.Start, link.Length);
            }

            if (_patterns[order] is { } pattern && FirstMatch(pattern, message.Text) is { } match)
            {
                return Of(rule, order, message.Text, match.Start, match.Length);
            }
        }

        return found;
    }

    /// <summary>Judges a message by those before it. The trail holds it already.</summary>
    public IEnumerable<Finding> JudgeRun(WatchedMessage message, Trail trail)
    {
        for (var order = 0; order < _rules.Length; order++)
        {
            var rule = _rules[order];
            if (rule is not { MaxMessages: { } max, WithinSeconds: { } seconds } || (message.IsOfStaff && !rule.WatchesStaff))
            {
                continue;
            }

            if (rule.Kind == RuleKind.Flood && trail.MostWithin(message.At, seconds, null) is var messages && messages > max)
            {
                yield return new Finding(rule, order, null, null, $"{messages} messages in {seconds} s");
            }

            if (rule.Kind == RuleKind.Repeat && !string.IsNullOrWhiteSpace(message.Text)
                && trail.MostWithin(message.At, seconds, EffectiveMessageRule.Hash(message.Text)) is var times && times >= max)
            {
                yield return new Finding(rule, order, null, null, $"{times} times in {seconds} s");
            }
        }
    }

    private void FindWords(WordAutomaton? automaton, Word[] words, in WatchedMessage message, List<WordHit> hits, ref Finding? found)
    {
        if (automaton is null)
        {
            return;
        }

        hits.Clear();
        automaton.Find(message.Text, hits);
        foreach (var hit in hits)
        {
            var word = words[hit.Word];
            if (word.List.WholeWords && !WordBoundary.IsWhole(message.Text!, hit.Start, hit.End))
            {
                continue;
            }

            for (var order = 0; order < _rules.Length && !(order >= found?.Order); order++)
            {
                var rule = _rules[order];
                if ((!message.IsOfStaff || rule.WatchesStaff) && word.List.RuleIds.Contains(rule.Id))
                {
                    found = new Finding(rule, order, hit.Start, hit.End - hit.Start, word.Text);
                }
            }
        }
    }

    private static (int Start, int Length)? FirstMatch(Regex pattern, string text)
    {
        try
        {
            foreach (var match in pattern.EnumerateMatches(text))
            {
                if (match.Length > 0)
                {
                    return (match.Index, match.Length);
                }
            }
        }
        catch (RegexMatchTimeoutException)
        {
            // Linear as it is, a pattern may be dear: a message is not kept out for that.
        }

        return null;
    }

    private static Finding Of(Rule rule, int order, string text, int start, int length) =>
        new(rule, order, start, length, text.Substring(start, Math.Min(length, Violation.MatchedMaxLength)));

    private static Word[] Flatten(IEnumerable<ListedWords> lists) =>
        [.. lists.SelectMany(list => list.Words.Select(word => new Word(word.Text, word.Folded, list)))];

    private sealed record Word(string Text, string Folded, ListedWords List);
}

/// <summary>The words of a list and the rules that look for them.</summary>
internal sealed record ListedWords(bool IgnoresSeparators, bool WholeWords, IReadOnlySet<long> RuleIds, IReadOnlyList<(string Text, string Folded)> Words);
