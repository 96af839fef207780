using Headless.Metrics.Analysis;
using Headless.Server.Access;
using Headless.Server.Reading;

namespace Headless.Server.Features.Metrics;

/// <summary>Scorecards: any number of operators over one window is a constant number of statements.</summary>
/// <remarks>What a colleague has done in groups that the caller does not see would be missing, a wrong number: an OWNER or ADMIN gets their own alone.</remarks>
public sealed class ScorecardDataLoader(AnalysisReader analyses, Caller caller, IBatchScheduler batchScheduler, DataLoaderOptions options)
    : BatchDataLoader<ScorecardQuestion, OperatorScorecard?>(batchScheduler, options)
{
    protected override async Task<IReadOnlyDictionary<ScorecardQuestion, OperatorScorecard?>> LoadBatchAsync(
        IReadOnlyList<ScorecardQuestion> keys, CancellationToken cancellationToken)
    {
        var cards = new Dictionary<ScorecardQuestion, OperatorScorecard?>();
        foreach (var together in keys.Where(k => caller.Scope.IsEverything || k.OperatorId == caller.OperatorId).GroupBy(k => k.Window))
        {
            var found = await analyses.ScorecardsAsync(scorecards => scorecards.GetAsync([.. together.Select(k => k.OperatorId)], together.Key, cancellationToken));
            foreach (var question in together)
            {
                cards[question] = found[question.OperatorId];
            }
        }

        return cards;
    }
}

/// <summary>Whose card, of which days.</summary>
public readonly record struct ScorecardQuestion(long OperatorId, MetricWindow Window);

/// <summary>The scorecard of an operator.</summary>
[ExtendObjectType<Operator>]
public sealed class ScorecardOfOperator
{
    [Authorize(Policies.ReadMetrics)]
    [Cost(1)]
    [GraphQLDescription("What is known of their work, and of the groups that they look after. An OWNER or ADMIN gets their own; null for colleagues. Ask for many operators at once: it is the same number of statements.")]
    public static Task<OperatorScorecard?> GetScorecardAsync(
        [Parent(nameof(Operator.Id))] Operator @operator,
        [GraphQLDescription("The days.")] MetricWindowInput window,
        AnalysisReader analyses,
        ScorecardDataLoader scorecards,
        CancellationToken cancellationToken) => scorecards.LoadAsync(new ScorecardQuestion(@operator.Id, analyses.WindowOf(window)), cancellationToken);
}

/// <summary>Scorecards of everybody.</summary>
[ExtendObjectType(OperationTypeNames.Query)]
public sealed class ScorecardQueries
{
    [Authorize(Policies.ReadMetrics)]
    [Cost(20)]
    [ListSize(AssumedSize = 50)]
    [GraphQLDescription("The scorecards of the active staff who were assigned to a group in the window, or have done something that a card counts; by name. An OWNER or ADMIN gets their own.")]
    public static async Task<IReadOnlyList<OperatorScorecard>> GetOperatorScorecardsAsync(
        [GraphQLDescription("The days.")] MetricWindowInput window,
        [ID<Operator>] [GraphQLDescription("Only these operators, at most 100.")] IReadOnlyList<long>? operatorIds,
        CommunityDbContext db,
        Caller caller,
        AnalysisReader analyses,
        CancellationToken cancellationToken)
    {
        const int Most = 100;
        if (operatorIds?.Count > Most)
        {
            throw new GraphQLException(ErrorBuilder.New().SetMessage($"'operatorIds' names {operatorIds.Count} operators: name at most {Most}.").SetCode("TOO_MANY_IDS").Build());
        }

        var operators = db.Operators.Where(o => o.IsActive && o.Role != OperatorRole.Integration);
        if (!caller.Scope.IsEverything)
        {
            operators = operators.Where(o => o.Id == caller.OperatorId);
        }

        if (operatorIds?.ToArray() is { } named)
        {
            operators = operators.Where(o => named.Contains(o.Id));
        }

        var ids = await operators.OrderBy(o => o.Name).ThenBy(o => o.Id).Take(Most).Select(o => o.Id).ToListAsync(cancellationToken);
        var cards = await analyses.ScorecardsAsync(scorecards => scorecards.GetAsync(ids, analyses.WindowOf(window), cancellationToken));
        return [.. ids.Select(id => cards[id]).Where(card => operatorIds is not null || card.GroupCount > 0 || card.Figures.Any(f => f.Numerator != 0 || f.Denominator > 0))];
    }
}

/// <summary><c>type OperatorScorecard</c>.</summary>
public sealed class OperatorScorecardObjectType : ObjectType<OperatorScorecard>
{
    protected override void Configure(IObjectTypeDescriptor<OperatorScorecard> descriptor)
    {
        descriptor.Description("What is known of an operator's work, and of the groups that they look after. A place to begin a talk, not a grade: nothing here adds up to a score.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(c => c.Window).Description("The days.");
        descriptor.Field(c => c.GroupCount).Description("Groups of whose staff they were at any time of the window.");
        descriptor.Field(c => c.Figures).Description("Their own work.");
        descriptor.Field(c => c.GroupMetrics).Description("MEMBER_COUNT, JOIN_COUNT, LEAVE_RATE, ACTIVE_MEMBER_RATE, INTERACTION_RATE and MESSAGES_PER_MEMBER of these groups together, over the whole window, also where the assignment held for a part of it. A person counts once in each group. Colleagues who look after the same group have its figures too.");
    }
}

/// <summary>Whose scorecard it is.</summary>
[ExtendObjectType<OperatorScorecard>]
public sealed class OperatorScorecardEdges
{
    [Cost(1)]
    [GraphQLDescription("The operator.")]
    public static Task<Operator?> GetOperatorAsync([Parent] OperatorScorecard card, ByIdDataLoader<Operator> operators, CancellationToken cancellationToken) =>
        operators.LoadAsync(card.OperatorId, cancellationToken);
}

/// <summary><c>type ScorecardFigure</c>.</summary>
public sealed class ScorecardFigureObjectType : ObjectType<ScorecardFigure>
{
    protected override void Configure(IObjectTypeDescriptor<ScorecardFigure> descriptor)
    {
        descriptor.Description("A figure of an operator's work, with what it is made of.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(f => f.Key).Description("Which one.");
        descriptor.Field(f => f.Value).Description("The figure; null, never 0, where there was nothing to do.");
        descriptor.Field(f => f.Numerator).Description("The upper part; for a count, the count itself; of hours, their sum.");
        descriptor.Field(f => f.Denominator).Description("The lower part; null for a count.");
        descriptor.Field(f => f.Unit).Description("What the value counts.");
        descriptor.Field(f => f.IsLowSample).Description("Whether it rests on fewer than 30 cases, too few to compare.");
        descriptor.Field(f => f.Formula).Description("Numerator ÷ denominator, in words.");
        descriptor.Field(f => f.Caveats).Description("What to know before acting on it.");
    }
}

/// <summary><c>enum ScorecardKey</c>.</summary>
public sealed class ScorecardKeyEnumType : EnumType<ScorecardKey>
{
    protected override void Configure(IEnumTypeDescriptor<ScorecardKey> descriptor)
    {
        descriptor.Description("What a scorecard says of an operator's own work.");
        descriptor.Value(ScorecardKey.TasksOnTime).Description("Playbook tasks done in time, of those whose time is over.");
        descriptor.Value(ScorecardKey.ViolationsDecided).Description("Violations decided.");
        descriptor.Value(ScorecardKey.DecisionHours).Description("The mean hours from a violation to the decision.");
        descriptor.Value(ScorecardKey.DecisionsOverturned).Description("The share of decisions that an appeal overturned.");
        descriptor.Value(ScorecardKey.AlertsAcknowledged).Description("Alerts taken on.");
        descriptor.Value(ScorecardKey.AcknowledgementHours).Description("The mean hours from an alert to its being taken on.");
        descriptor.Value(ScorecardKey.CallsMade).Description("Calls recorded.");
        descriptor.Value(ScorecardKey.CallReachRate).Description("The share of calls that reached the person.");
    }
}

/// <summary><c>enum ScorecardUnit</c>.</summary>
public sealed class ScorecardUnitEnumType : EnumType<ScorecardUnit>
{
    protected override void Configure(IEnumTypeDescriptor<ScorecardUnit> descriptor)
    {
        descriptor.Description("What a figure of a scorecard counts.");
        descriptor.Value(ScorecardUnit.Count).Description("A count of things done.");
        descriptor.Value(ScorecardUnit.Ratio).Description("A share between 0 and 1.");
        descriptor.Value(ScorecardUnit.Hours).Description("A mean of hours.");
    }
}
