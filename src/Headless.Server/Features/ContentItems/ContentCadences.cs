using FluentValidation;
using Headless.Metrics;
using Headless.Server.Access;
using Headless.Server.Reading;
using Headless.Server.Writing;

namespace Headless.Server.Features.ContentItems;

[GraphQLDescription("How often content of a category is meant to be used in a group.")]
public sealed record CategoryCadence(
    [property: GraphQLDescription("The category.")] ContentCategory Category,
    [property: GraphQLDescription("The word for it.")] ContentCadence Cadence,
    [property: GraphQLDescription("The least uses in a group and week; null: nobody has set what the word means here.")] int? MinPerWeek,
    [property: GraphQLDescription("The most uses in a group and week; null: no limit, or nothing is set.")] int? MaxPerWeek);

[GraphQLDescription("How a group kept the cadence of a category in a week.")]
public sealed record CadenceCompliance(
    [property: GraphQLIgnore] long GroupId,
    [property: GraphQLDescription("The Monday of the week, in the reporting time zone.")] DateOnly Week,
    [property: GraphQLDescription("The category.")] ContentCategory Category,
    [property: GraphQLDescription("How often content of it was used.")] int Uses,
    [property: GraphQLDescription("The least that the rule asks for; null without a rule.")] int? MinPerWeek,
    [property: GraphQLDescription("The most that the rule allows; null without a limit.")] int? MaxPerWeek,
    [property: GraphQLDescription("How the two stand to each other; null with nullReason.")] CadenceState? State)
{
    internal const string NoRule = "CADENCE_NOT_SET";

    [GraphQLDescription("CADENCE_NOT_SET where nobody has said what the category's cadence means; null otherwise.")]
    public string? NullReason => State is null ? NoRule : null;
}

[GraphQLDescription("What the cadence of a category means here.")]
public sealed record SetCadenceRuleInput(
    [property: GraphQLDescription("The category.")] ContentCategory Category,
    [property: GraphQLDescription("The least uses in a group and week, 0 to 1 000.")] int MinPerWeek,
    [property: GraphQLDescription("The most, not less than minPerWeek; null: no limit.")] int? MaxPerWeek,
    [property: GraphQLDescription("The version that you read; given, the change is refused when somebody else was faster.")] long? Version);

/// <summary>The rules of <see cref="SetCadenceRuleInput"/>.</summary>
public sealed class SetCadenceRuleValidator : AbstractValidator<SetCadenceRuleInput>
{
    public SetCadenceRuleValidator()
    {
        RuleFor(i => i.MinPerWeek).InclusiveBetween(0, CadenceRule.MaxWeekly);
        RuleFor(i => i.MaxPerWeek).InclusiveBetween(0, CadenceRule.MaxWeekly);
    }
}

/// <summary>Says what the words mean.</summary>
[ExtendObjectType(OperationTypeNames.Mutation)]
public sealed class SetCadenceRuleMutation
{
    [Authorize(Policies.Administer)]
    [Error<InvalidInputException>]
    [Error<StaleVersionException>]
    [Error<DomainException>]
    [GraphQLDescription("Sets what a category's cadence (HIGH, MEDIUM, LOW) means here, in uses for each group and week. Until then it is not judged. For a LEAD.")]
    public static Task<CadenceRule> SetCadenceRuleAsync(SetCadenceRuleInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            input,
            async session =>
            {
                var rule = await session.Db.CadenceRules.FirstOrDefaultAsync(r => r.Category == input.Category, session.CancellationToken);
                if (rule is null)
                {
                    session.Db.CadenceRules.Add(rule = new CadenceRule { Category = input.Category });
                }
                else
                {
                    session.Expect(rule, input.Version);
                }

                rule.Set(input.MinPerWeek, input.MaxPerWeek);
                session.Record(ActivityKind.CadenceChanged, () => new ActivitySubject { Data = $"{{\"category\":\"{input.Category.ToString().ToUpperInvariant()}\"}}" });
                return rule;
            },
            cancellationToken);
}

/// <summary><c>type CadenceRule</c>.</summary>
public sealed class CadenceRuleObjectType : ObjectType<CadenceRule>
{
    protected override void Configure(IObjectTypeDescriptor<CadenceRule> descriptor)
    {
        descriptor.Description("What the cadence of a category means here.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(r => r.Category).Description("The category.");
        descriptor.Field(r => r.MinPerWeek).Description("The least uses in a group and week.");
        descriptor.Field(r => r.MaxPerWeek).Description("The most; null: no limit.");
        descriptor.Field(r => r.Version).Description("Goes up with every change. Send it back with a change to be told when somebody else was faster.");
    }
}

/// <summary>Cadences, and how groups keep them.</summary>
[ExtendObjectType(OperationTypeNames.Query)]
public sealed class ContentCadenceQueries
{
    private const int MaxGroups = 50;
    private const int MaxWeeks = 53;
    private const int DefaultWeeks = 4;

    [Authorize(Policies.Read)]
    [ListSize(AssumedSize = 3)]
    [GraphQLDescription("How often each category is meant to be used: the word, and the numbers that setCadenceRule has given it.")]
    public static async Task<IReadOnlyList<CategoryCadence>> GetContentCadencesAsync(CommunityDbContext db, CancellationToken cancellationToken)
    {
        var rules = await db.CadenceRules.AsNoTracking().ToDictionaryAsync(r => r.Category, cancellationToken);
        return
        [
            .. Enum.GetValues<ContentCategory>().Select(c => new CategoryCadence(
                c, CadenceRule.CadenceOf(c), rules.GetValueOrDefault(c)?.MinPerWeek, rules.GetValueOrDefault(c)?.MaxPerWeek)),
        ];
    }

    [Authorize(Policies.Read)]
    [ListSize(AssumedSize = 50)]
    [GraphQLDescription("How groups keep the cadences: for each group and week, the last week first, one entry for each category.")]
    public static async Task<IReadOnlyList<CadenceCompliance>> GetCadenceComplianceAsync(
        CommunityDbContext db,
        ReportingCalendar calendar,
        TimeProvider clock,
        [ID<Group>] [GraphQLDescription("The groups, at most 50; the first 50 that run, by name, unless given.")] IReadOnlyList<long>? groupIds,
        [GraphQLDescription("How many weeks, the current one included: at most 53, 4 unless given.")] int? weeks,
        CancellationToken cancellationToken)
    {
        var wanted = groupIds?.Take(MaxGroups).ToArray();
        var groups = await (wanted is null
                ? db.Groups.Where(g => g.Status == GroupStatus.Active)
                : db.Groups.Where(g => EF.Parameter(wanted).Contains(g.Id)))
            .OrderBy(g => g.Name).ThenBy(g => g.Id).Take(MaxGroups).Select(g => g.Id).ToListAsync(cancellationToken);
        var now = clock.GetUtcNow().UtcDateTime;
        var current = calendar.WeekOf(calendar.DayOf(now));
        var count = Math.Clamp(weeks ?? DefaultWeeks, 1, MaxWeeks);
        var (since, until) = (calendar.StartOf(current.AddDays(-7 * (count - 1))), calendar.StartOf(current.AddDays(7)));
        var shown = groups.ToArray();
        var uses = await db.ContentUses
            .Where(u => EF.Parameter(shown).Contains(u.GroupId) && u.UsedAt >= since && u.UsedAt < until)
            .Select(u => new { u.GroupId, u.UsedAt, u.Category })
            .ToListAsync(cancellationToken);
        var counted = uses
            .GroupBy(u => (u.GroupId, Week: calendar.WeekOf(calendar.DayOf(u.UsedAt)), u.Category))
            .ToDictionary(g => g.Key, g => g.Count());
        var rules = await db.CadenceRules.AsNoTracking().ToDictionaryAsync(r => r.Category, cancellationToken);
        return
        [
            .. from groupId in groups
               from ago in Enumerable.Range(0, count)
               let week = current.AddDays(-7 * ago)
               from category in Enum.GetValues<ContentCategory>()
               let number = counted.GetValueOrDefault((groupId, week, category))
               let rule = rules.GetValueOrDefault(category)
               select new CadenceCompliance(groupId, week, category, number, rule?.MinPerWeek, rule?.MaxPerWeek, rule?.Judge(number, isOver: ago > 0)),
        ];
    }
}

/// <summary>What a compliance leads to.</summary>
[ExtendObjectType<CadenceCompliance>]
public sealed class CadenceComplianceNode
{
    [Cost(1)]
    [GraphQLDescription("The group.")]
    public static Task<Group?> GetGroupAsync([Parent] CadenceCompliance compliance, ByIdDataLoader<Group> groups, CancellationToken cancellationToken) =>
        groups.LoadAsync(compliance.GroupId, cancellationToken);
}
