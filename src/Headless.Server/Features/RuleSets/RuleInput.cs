using System.Text.RegularExpressions;
using FluentValidation;
using Headless.Server.Writing;

namespace Headless.Server.Features.RuleSets;

[GraphQLDescription("A rule. What is given beside its kind says by what it is watched over; a rule without any of it is for people, who report what breaks it.")]
public sealed record RuleInput(
    [property: GraphQLDescription("What it is about.")] RuleKind Kind,
    [property: GraphQLDescription("What members read, at most 1 000 characters.")] string Text,
    [property: GraphQLDescription("What breaking it leads to; NORMAL unless given.")] RuleSeverity? Severity,
    [property: GraphQLDescription("Whether what is found is a violation without anybody's decision; unless given: true for IMMEDIATE_REMOVAL, false for NORMAL.")] bool? IsAutomatic,
    [property: GraphQLDescription("Whether accounts that staff or a machine control are watched, too; unless given: true for HIDDEN_SALES, false for the others.")] bool? WatchesStaff,
    [property: GraphQLDescription("A regular expression that a text of a violation matches: without look-around and back-references, at most 500 characters. Not for FLOOD, REPEAT, FORBIDDEN_CONTENT, BAN_EVASION.")] string? Pattern,
    [property: ID<SensitiveWordList>] [property: GraphQLDescription("Lists of words to look for, at most 20; SENSITIVE_WORD needs one. Not for FLOOD, REPEAT, FORBIDDEN_CONTENT, BAN_EVASION.")] IReadOnlyList<long>? WordListIds,
    [property: GraphQLDescription("LINK: hosts that are allowed with their subdomains, at most 50, such as example.com.")] IReadOnlyList<string>? AllowedHosts,
    [property: Cost(0)] [property: GraphQLDescription("FLOOD: how many messages are bearable.")] FloodLimitInput? Flood,
    [property: Cost(0)] [property: GraphQLDescription("REPEAT: which time of the same text is one too many.")] RepeatLimitInput? Repeat,
    [property: GraphQLDescription("FORBIDDEN_CONTENT: what does not belong there.")] IReadOnlyList<MessageContentType>? ContentTypes)
{
    internal Rule ToRule()
    {
        var severity = Severity ?? RuleSeverity.Normal;
        var rule = new Rule
        {
            Kind = Kind,
            Severity = severity,
            Text = Text,
            IsAutomatic = IsAutomatic ?? severity == RuleSeverity.ImmediateRemoval,
            WatchesStaff = WatchesStaff ?? Kind == RuleKind.HiddenSales,
            Pattern = Pattern,
            AllowedHosts = AllowedHosts is { Count: > 0 } hosts ? string.Join('\n', hosts) : null,
            MaxMessages = Flood?.MaxMessages ?? Repeat?.Count,
            WithinSeconds = Flood?.PerSeconds ?? Repeat?.WithinSeconds,
            ContentTypes = ContentTypes ?? [],
        };
        rule.RuleWordLists.AddRange((WordListIds ?? []).Distinct().Select(id => new RuleWordList { Rule = rule, SensitiveWordListId = id }));
        return rule;
    }
}

[GraphQLDescription("How many messages are bearable.")]
public sealed record FloodLimitInput(
    [property: GraphQLDescription("So many are; 1 to 199.")] int MaxMessages,
    [property: GraphQLDescription("In so many seconds; 1 to 86 400.")] int PerSeconds);

[GraphQLDescription("Which time of the same text is one too many.")]
public sealed record RepeatLimitInput(
    [property: GraphQLDescription("Which time; 2 to 200.")] int Count,
    [property: GraphQLDescription("In so many seconds; 1 to 86 400.")] int WithinSeconds);

/// <summary>The rules of <see cref="RuleInput"/>.</summary>
public sealed partial class RuleInputValidator : AbstractValidator<RuleInput>
{
    private const int MaxHosts = 50;

    public RuleInputValidator()
    {
        RuleFor(i => i.Text).NotEmpty().MaximumLength(Rule.TextMaxLength).PlainText();
        RuleFor(i => i.Pattern).MaximumLength(Rule.PatternMaxLength).PlainText().RegularExpression();
        RuleFor(i => i.Pattern).Must(pattern => pattern is not "")
            .WithErrorCode("NOT_EMPTY").WithMessage("'{PropertyName}' must not be empty: leave it out instead.");
        RuleFor(i => i.Pattern).Null().When(i => !ReadsText(i.Kind))
            .WithErrorCode("NOT_OF_THIS_KIND").WithMessage("'{PropertyName}' is not for a rule of this kind.");
        RuleFor(i => i.WordListIds).Must((i, ids) => ids is not { Count: > 0 } || ReadsText(i.Kind))
            .WithErrorCode("NOT_OF_THIS_KIND").WithMessage("'{PropertyName}' is not for a rule of this kind.");
        RuleFor(i => i.WordListIds).Must((i, ids) => (ids?.Count ?? 0) <= Rule.MaxWordLists && (i.Kind != RuleKind.SensitiveWord || ids is { Count: > 0 }))
            .WithErrorCode("INVALID_COUNT").WithMessage($"'{{PropertyName}}' takes at most {Rule.MaxWordLists} lists, and SENSITIVE_WORD needs one.");
        RuleFor(i => i.AllowedHosts).Must((i, hosts) => hosts is not { Count: > 0 } || i.Kind == RuleKind.Link)
            .WithErrorCode("NOT_OF_THIS_KIND").WithMessage("'{PropertyName}' is for LINK alone.");
        RuleFor(i => i.AllowedHosts).Must(hosts => hosts is null || (hosts.Count <= MaxHosts && hosts.All(host => Host().IsMatch(host)) && hosts.Sum(host => host.Length + 1) <= Rule.AllowedHostsMaxLength))
            .WithErrorCode("INVALID_HOST").WithMessage($"'{{PropertyName}}' takes at most {MaxHosts} names of hosts, such as example.com, of {Rule.AllowedHostsMaxLength} characters together.");
        RuleFor(i => i.Flood).Must((i, flood) => flood is null != (i.Kind == RuleKind.Flood))
            .WithErrorCode("NOT_OF_THIS_KIND").WithMessage("'{PropertyName}' is for FLOOD, and FLOOD needs it.");
        RuleFor(i => i.Flood!.MaxMessages).InclusiveBetween(1, Rule.MaxRemembered - 1).When(i => i.Flood is not null).OverridePropertyName("flood.maxMessages");
        RuleFor(i => i.Flood!.PerSeconds).InclusiveBetween(1, Rule.MaxSeconds).When(i => i.Flood is not null).OverridePropertyName("flood.perSeconds");
        RuleFor(i => i.Repeat).Must((i, repeat) => repeat is null != (i.Kind == RuleKind.Repeat))
            .WithErrorCode("NOT_OF_THIS_KIND").WithMessage("'{PropertyName}' is for REPEAT, and REPEAT needs it.");
        RuleFor(i => i.Repeat!.Count).InclusiveBetween(2, Rule.MaxRemembered).When(i => i.Repeat is not null).OverridePropertyName("repeat.count");
        RuleFor(i => i.Repeat!.WithinSeconds).InclusiveBetween(1, Rule.MaxSeconds).When(i => i.Repeat is not null).OverridePropertyName("repeat.withinSeconds");
        RuleFor(i => i.ContentTypes).Must((i, types) => types is { Count: > 0 } == (i.Kind == RuleKind.ForbiddenContent))
            .WithErrorCode("NOT_OF_THIS_KIND").WithMessage("'{PropertyName}' is for FORBIDDEN_CONTENT, and FORBIDDEN_CONTENT needs it.");
    }

    private static bool ReadsText(RuleKind kind) =>
        kind is not (RuleKind.Flood or RuleKind.Repeat or RuleKind.ForbiddenContent or RuleKind.BanEvasion);

    [GeneratedRegex("^[A-Za-z0-9](?:[A-Za-z0-9.-]{0,251}[A-Za-z0-9])?$", RegexOptions.CultureInvariant)]
    private static partial Regex Host();
}
