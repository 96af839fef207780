using Headless.Server.Access;
using Headless.Server.Reading;

namespace Headless.Server.Features.EffectiveMessages;

/// <summary><c>type EffectiveMessageRuleVersion</c>.</summary>
public sealed class EffectiveMessageRuleObjectType : ObjectType<EffectiveMessageRuleVersion>
{
    protected override void Configure(IObjectTypeDescriptor<EffectiveMessageRuleVersion> descriptor)
    {
        descriptor.Description(
            "A version of the rule for effective messages: which messages count. A message counts if its account does and it keeps every condition. A new version is counted beside the active one; figures change to it at once, when all is judged.");
        descriptor.BindFieldsExplicitly();
        descriptor.ImplementsNode().IdField(v => v.Id).ResolveNodeWith<EffectiveMessageRuleNode>(n => EffectiveMessageRuleNode.GetEffectiveMessageRuleVersionAsync(default, default!, default));
        descriptor.Field(v => v.Id).Description("The global id, stable for ever: use it as cache key.");
        descriptor.Field(v => v.Number).Description("1, 2, 3 …: what Activity.effectiveRuleVersion and MetricValue.effectiveRuleVersion refer to.");
        descriptor.Field(v => v.Status).Description("What becomes of it.");
        descriptor.Field(v => v.MinLetters).Description("So many letters make a message, and");
        descriptor.Field(v => v.MinCjkCharacters).Description("so do so many CJK characters: Han, kana, bopomofo, Hangul.");
        descriptor.Field(v => v.MinLength).Description("It has at least so many characters besides, white space around it left out; 0: any number.");
        descriptor.Field(v => v.ExcludesCommands).Description("Whether commands to machines are left out: what begins with / or ! and a letter or digit.");
        descriptor.Field(v => v.ExcludesRepeats).Description("Whether what says the same as the sender's previous message in the group is left out.");
        descriptor.Field(v => v.ExcludedTexts).ParentRequires(nameof(EffectiveMessageRuleVersion.ExcludedTextLines)).Description("Whole texts that never count, whatever their case.");
        descriptor.Field(v => v.ExcludedContentTypes).ParentRequires(nameof(EffectiveMessageRuleVersion.ExcludedTypes)).Description("Kinds of messages that never count, whatever their text.");
        descriptor.Field(v => v.Note).Description("Why there is another version.");
        descriptor.Field(v => v.Progress)
            .ParentRequires($"{nameof(EffectiveMessageRuleVersion.Status)} {nameof(EffectiveMessageRuleVersion.JudgedCount)} {nameof(EffectiveMessageRuleVersion.MessageCount)}")
            .Description("COUNTING: how much of the log is judged, 0 to 1; WITHDRAWN: how much was; otherwise 1.");
        descriptor.Field(v => v.MessageCount).Description("How many messages there were to judge anew when it was published.");
        descriptor.Field(v => v.JudgedCount).Description("How many of them are judged.");
        descriptor.Field(v => v.ChangedCount).Description("How many of them it judges otherwise than the version before it.");
        descriptor.Field(v => v.WithoutTextCount).Description("How many of them stay as they were judged, because their texts are not kept any longer.");
        descriptor.Field(v => v.CreatedAt).Name("publishedAt").Description("When it was published.");
        descriptor.Field(v => v.ActivatedAt).Description("When figures were changed to it; null: they were not.");
        descriptor.Field(v => v.EndedAt).Description("When figures were changed to the next one, or it was withdrawn.");
        descriptor.Field(v => v.Version).Description("Goes up when its status changes. Send it back with withdrawEffectiveMessageRule to be told when somebody else was faster.");
    }
}

/// <summary><c>enum EffectiveMessageRuleStatus</c>.</summary>
public sealed class EffectiveMessageRuleStatusEnumType : EnumType<EffectiveMessageRuleStatus>
{
    protected override void Configure(IEnumTypeDescriptor<EffectiveMessageRuleStatus> descriptor)
    {
        descriptor.Description("What becomes of a version of the rule: COUNTING → ACTIVE → SUPERSEDED, or COUNTING → WITHDRAWN.");
        descriptor.Value(EffectiveMessageRuleStatus.Counting).Description("The log is being judged by it; figures are still those of the active version.");
        descriptor.Value(EffectiveMessageRuleStatus.Active).Description("Figures are counted by it. There is always one.");
        descriptor.Value(EffectiveMessageRuleStatus.Superseded).Description("Figures were counted by it, and are by a later one now.");
        descriptor.Value(EffectiveMessageRuleStatus.Withdrawn).Description("It was taken back before any figure was counted by it.");
    }
}

/// <summary><c>input EffectiveMessageRuleVersionFilterInput</c>.</summary>
public sealed class EffectiveMessageRuleFilterInput : FilterInputType<EffectiveMessageRuleVersion>
{
    protected override void Configure(IFilterInputTypeDescriptor<EffectiveMessageRuleVersion> descriptor)
    {
        descriptor.Description("Conditions on versions of the rule; all that are given must hold.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(v => v.Id).Type<IdOperationFilterInputType>().Description("The global id.");
        descriptor.Field(v => v.Number).Description("The number of the version.");
        descriptor.Field(v => v.Status).Description("What becomes of it.");
    }
}

/// <summary><c>input EffectiveMessageRuleVersionSortInput</c>.</summary>
public sealed class EffectiveMessageRuleSortInput : SortInputType<EffectiveMessageRuleVersion>
{
    protected override void Configure(ISortInputTypeDescriptor<EffectiveMessageRuleVersion> descriptor)
    {
        descriptor.Description("The order of versions of the rule.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(v => v.Number).Description("By their numbers.");
    }
}

/// <summary>What a version of the rule leads to.</summary>
[ExtendObjectType<EffectiveMessageRuleVersion>]
public sealed class EffectiveMessageRuleNode
{
    [GraphQLIgnore]
    public static Task<EffectiveMessageRuleVersion?> GetEffectiveMessageRuleVersionAsync(long id, ByIdDataLoader<EffectiveMessageRuleVersion> versions, CancellationToken cancellationToken) =>
        versions.LoadAsync((long?)id, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("Who published it; null for the first one, which the product came with.")]
    public static Task<Operator?> GetPublishedByAsync(
        [Parent(nameof(EffectiveMessageRuleVersion.PublishedById))] EffectiveMessageRuleVersion version, ByIdDataLoader<Operator> operators, CancellationToken cancellationToken) =>
        operators.LoadAsync(version.PublishedById, cancellationToken);
}

/// <summary>The rule for effective messages.</summary>
[ExtendObjectType(OperationTypeNames.Query)]
public sealed class EffectiveMessageRuleQueries
{
    [Authorize(Policies.Read)]
    [GraphQLDescription("The version of the rule for effective messages that figures are counted by; with status COUNTING the one that they are going to be counted by, null where there is none.")]
    public static Task<EffectiveMessageRuleVersion?> GetEffectiveMessageRuleAsync(
        CommunityDbContext db,
        [GraphQLDescription("ACTIVE, unless given, or COUNTING: there is one of them at most. Of others the latest.")] EffectiveMessageRuleStatus? status,
        CancellationToken cancellationToken)
    {
        var wanted = status ?? EffectiveMessageRuleStatus.Active;
        return db.EffectiveMessageRuleVersions.AsNoTracking().Where(v => v.Status == wanted).OrderByDescending(v => v.Number).FirstOrDefaultAsync(cancellationToken);
    }

    [Authorize(Policies.Read)]
    [UsePaging(IncludeTotalCount = true)]
    [UseProjection]
    [UseFiltering<EffectiveMessageRuleFilterInput>]
    [UseSorting<EffectiveMessageRuleSortInput>]
    [GraphQLDescription("All versions of the rule for effective messages.")]
    public static IQueryable<EffectiveMessageRuleVersion> GetEffectiveMessageRules(CommunityDbContext db) => db.EffectiveMessageRuleVersions;
}
