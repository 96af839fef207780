using Headless.Server.Access;
using Headless.Server.Features.SensitiveWords;
using Headless.Server.Reading;

namespace Headless.Server.Features.RuleSets;

/// <summary>What a rule set leads to.</summary>
[ExtendObjectType<RuleSet>]
public sealed class RuleSetNode
{
    [GraphQLIgnore]
    public static Task<RuleSet?> GetRuleSetAsync(long id, ByIdDataLoader<RuleSet> ruleSets, CancellationToken cancellationToken) =>
        ruleSets.LoadAsync(id, cancellationToken);

    [Authorize(Policies.Read)]
    [Cost(1)]
    [UsePaging(IncludeTotalCount = true, ConnectionName = "RuleSetVersions")]
    [UseFiltering<RuleSetVersionFilterInput>]
    [UseSorting<RuleSetVersionSortInput>]
    [GraphQLDescription("Its wordings. In force is the one that was published last: order: [{ number: DESC }], where: { status: { eq: PUBLISHED } }, first: 1.")]
    public static IQueryable<RuleSetVersion> GetVersions([Parent(nameof(RuleSet.Id))] RuleSet ruleSet, CommunityDbContext db) =>
        db.RuleSetVersions.Where(v => v.RuleSetId == ruleSet.Id);

    [Authorize(Policies.Read)]
    [Cost(1)]
    [UsePaging(IncludeTotalCount = true)]
    [UseFiltering<RuleSetAttachmentFilterInput>]
    [UseSorting<RuleSetAttachmentSortInput>]
    [GraphQLDescription("The groups in which its rules hold or held, as far as the caller may see them.")]
    public static IQueryable<RuleSetAttachment> GetAttachments([Parent(nameof(RuleSet.Id))] RuleSet ruleSet, CommunityDbContext db) =>
        db.RuleSetAttachments.Where(a => a.RuleSetId == ruleSet.Id);
}

/// <summary>What a version leads to.</summary>
[ExtendObjectType<RuleSetVersion>]
public sealed class RuleSetVersionNode
{
    [GraphQLIgnore]
    public static Task<RuleSetVersion?> GetRuleSetVersionAsync(long id, ByIdDataLoader<RuleSetVersion> versions, CancellationToken cancellationToken) =>
        versions.LoadAsync(id, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("The rule set.")]
    public static Task<RuleSet?> GetRuleSetAsync(
        [Parent(nameof(RuleSetVersion.RuleSetId))] RuleSetVersion version, ByIdDataLoader<RuleSet> ruleSets, CancellationToken cancellationToken) =>
        ruleSets.LoadAsync(version.RuleSetId, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("Who published it; null for a draft.")]
    public static Task<Operator?> GetPublishedByAsync(
        [Parent(nameof(RuleSetVersion.PublishedById))] RuleSetVersion version, ByIdDataLoader<Operator> operators, CancellationToken cancellationToken) =>
        operators.LoadAsync(version.PublishedById, cancellationToken);

    [Authorize(Policies.Read)]
    [Cost(1)]
    [UsePaging(IncludeTotalCount = true)]
    [UseFiltering<RuleFilterInput>]
    [UseSorting<RuleSortInput>]
    [GraphQLDescription("Its rules; order: [{ position: ASC }] as members read them.")]
    public static IQueryable<Rule> GetRules([Parent(nameof(RuleSetVersion.Id))] RuleSetVersion version, CommunityDbContext db) =>
        db.Rules.Where(r => r.RuleSetVersionId == version.Id);
}

[GraphQLDescription("How many messages are bearable.")]
public sealed record FloodLimit(
    [property: GraphQLDescription("So many are.")] int MaxMessages,
    [property: GraphQLDescription("In so many seconds.")] int PerSeconds);

[GraphQLDescription("Which time of the same text is one too many.")]
public sealed record RepeatLimit(
    [property: GraphQLDescription("Which time.")] int Count,
    [property: GraphQLDescription("In so many seconds.")] int WithinSeconds);

/// <summary>What a rule leads to.</summary>
[ExtendObjectType<Rule>]
public sealed class RuleNode
{
    private const string Figures = $"{nameof(Rule.Kind)} {nameof(Rule.MaxMessages)} {nameof(Rule.WithinSeconds)}";

    [GraphQLIgnore]
    public static Task<Rule?> GetRuleAsync(long id, ByIdDataLoader<Rule> rules, CancellationToken cancellationToken) => rules.LoadAsync(id, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("The version that it belongs to.")]
    public static Task<RuleSetVersion?> GetRuleSetVersionAsync(
        [Parent(nameof(Rule.RuleSetVersionId))] Rule rule, ByIdDataLoader<RuleSetVersion> versions, CancellationToken cancellationToken) =>
        versions.LoadAsync(rule.RuleSetVersionId, cancellationToken);

    [GraphQLDescription("FLOOD: how many messages are bearable; null for the others.")]
    public static FloodLimit? GetFlood([Parent(Figures)] Rule rule) =>
        rule is { Kind: RuleKind.Flood, MaxMessages: { } messages, WithinSeconds: { } seconds } ? new FloodLimit(messages, seconds) : null;

    [GraphQLDescription("REPEAT: which time of the same text is one too many; null for the others.")]
    public static RepeatLimit? GetRepeat([Parent(Figures)] Rule rule) =>
        rule is { Kind: RuleKind.Repeat, MaxMessages: { } count, WithinSeconds: { } seconds } ? new RepeatLimit(count, seconds) : null;

    [ListSize(AssumedSize = 10)]
    [GraphQLDescription("LINK: hosts that are allowed with their subdomains.")]
    public static IReadOnlyList<string> GetAllowedHosts([Parent(nameof(Rule.AllowedHosts))] Rule rule) => rule.AllowedHosts?.Split('\n') ?? [];

    [Authorize(Policies.Read)]
    [Cost(1)]
    [UsePaging(IncludeTotalCount = true)]
    [UseFiltering<SensitiveWordListFilterInput>]
    [UseSorting<SensitiveWordListSortInput>]
    [GraphQLDescription("The lists of words that it looks for.")]
    public static IQueryable<SensitiveWordList> GetWordLists([Parent(nameof(Rule.Id))] Rule rule, CommunityDbContext db) =>
        db.RuleWordLists.Where(l => l.RuleId == rule.Id).Select(l => l.SensitiveWordList);
}

/// <summary>What an attachment leads to.</summary>
[ExtendObjectType<RuleSetAttachment>]
public sealed class RuleSetAttachmentNode
{
    [Cost(1)]
    [GraphQLDescription("The rule set.")]
    public static Task<RuleSet?> GetRuleSetAsync(
        [Parent(nameof(RuleSetAttachment.RuleSetId))] RuleSetAttachment attachment, ByIdDataLoader<RuleSet> ruleSets, CancellationToken cancellationToken) =>
        ruleSets.LoadAsync(attachment.RuleSetId, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("The group.")]
    public static Task<Group?> GetGroupAsync(
        [Parent(nameof(RuleSetAttachment.GroupId))] RuleSetAttachment attachment, ByIdDataLoader<Group> groups, CancellationToken cancellationToken) =>
        groups.LoadAsync(attachment.GroupId, cancellationToken);
}

/// <summary>The rules of a group.</summary>
[ExtendObjectType<Group>]
public sealed class RuleSetsOfGroup
{
    [Authorize(Policies.Read)]
    [Cost(1)]
    [UsePaging(IncludeTotalCount = true)]
    [UseFiltering<RuleSetAttachmentFilterInput>]
    [UseSorting<RuleSetAttachmentSortInput>]
    [GraphQLDescription("The rule sets that hold or held in the group; where: { until: { eq: null } } those that hold.")]
    public static IQueryable<RuleSetAttachment> GetRuleSetAttachments([Parent(nameof(Group.Id))] Group group, CommunityDbContext db) =>
        db.RuleSetAttachments.Where(a => a.GroupId == group.Id);
}
