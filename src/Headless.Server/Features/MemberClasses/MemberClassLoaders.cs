using Headless.Community.MemberClasses;
using Headless.Server.Access;

namespace Headless.Server.Features.MemberClasses;

/// <summary>Classes of groups' members: one statement however many groups.</summary>
public sealed class ClassMixDataLoader(CommunityDatabase database, Caller caller, IBatchScheduler batchScheduler, DataLoaderOptions options)
    : BatchDataLoader<long, ClassMix>(batchScheduler, options)
{
    protected override async Task<IReadOnlyDictionary<long, ClassMix>> LoadBatchAsync(IReadOnlyList<long> keys, CancellationToken cancellationToken)
    {
        await using var db = database.Create(caller.Scope);
        var counts = (await db.Memberships
            .Where(m => keys.Contains(m.GroupId) && m.LeftAt == null && m.AccountKind == AccountKind.Customer)
            .GroupBy(m => new { m.GroupId, m.Member.Class })
            .Select(g => new { g.Key.GroupId, g.Key.Class, Count = g.LongCount() })
            .ToListAsync(cancellationToken)).ToLookup(c => c.GroupId);
        return keys.ToDictionary(id => id, id => ClassMix.Of(counts[id].ToDictionary(c => c.Class, c => c.Count)));
    }
}

/// <summary>What to do for classes: one statement.</summary>
public sealed class ClassStrategyDataLoader(CommunityDatabase database, Caller caller, IBatchScheduler batchScheduler, DataLoaderOptions options)
    : BatchDataLoader<MemberClass, string>(batchScheduler, options)
{
    protected override async Task<IReadOnlyDictionary<MemberClass, string>> LoadBatchAsync(IReadOnlyList<MemberClass> keys, CancellationToken cancellationToken)
    {
        await using var db = database.Create(caller.Scope);
        return await db.ClassStrategies.Where(s => keys.Contains(s.Class)).ToDictionaryAsync(s => s.Class, s => s.Text, cancellationToken);
    }
}

/// <summary>What the rules say of members: a constant number of statements, however many members.</summary>
public sealed class ClassExplanationDataLoader(
    CommunityDatabase database, Caller caller, ReportingCalendar calendar, TimeProvider clock, IBatchScheduler batchScheduler, DataLoaderOptions options)
    : BatchDataLoader<long, ClassExplanation>(batchScheduler, options)
{
    protected override async Task<IReadOnlyDictionary<long, ClassExplanation>> LoadBatchAsync(IReadOnlyList<long> keys, CancellationToken cancellationToken)
    {
        // It says how much somebody bought in every group, which is not for who sees some of them only.
        if (!caller.Scope.IsEverything)
        {
            return new Dictionary<long, ClassExplanation>();
        }

        long[] visible;
        await using (var own = database.Create(caller.Scope))
        {
            visible = await own.Members.Where(m => keys.Contains(m.Id)).Select(m => m.Id).ToArrayAsync(cancellationToken);
        }

        // A class is of the person, whatever the groups: it is explained from what it was made of.
        await using var db = database.Create(AccessScope.Everything);
        if (await db.MemberClassRules.AsNoTracking().FirstOrDefaultAsync(cancellationToken) is not { } rules)
        {
            return new Dictionary<long, ClassExplanation>();
        }

        var now = clock.GetUtcNow().UtcDateTime;
        var found = await new MemberClassification(db, calendar.DayOf, now).ClassifyAsync(rules, visible, cancellationToken);
        var satisfaction = await db.SurveyAnswers
            .Where(a => keys.Contains(a.MemberId) && a.Question.Measure == SurveyMeasure.Satisfaction && a.Number != null)
            .Select(a => new { a.MemberId, Score = (a.Number - a.Question.ScaleMin) * 100.0 / (a.Question.ScaleMax - a.Question.ScaleMin) })
            .GroupBy(a => a.MemberId).Select(g => new { g.Key, Value = g.Average(a => a.Score) }).ToDictionaryAsync(g => g.Key, g => g.Value, cancellationToken);
        return found.ToDictionary(
            of => of.Key,
            of => new ClassExplanation(
                of.Value.Class, [.. of.Value.Rules.Where(r => r.Matches).Skip(1).Select(r => r.Class)],
                [.. of.Value.Rules.Select(r => new ClassRuleResult(r.Class, r.Matches, r.ReasonNotToApply, r.Checks))],
                satisfaction.GetValueOrDefault(of.Key), of.Value.Evidence.Orders == 0 ? null : of.Value.Evidence.MonthsInARow));
    }
}
