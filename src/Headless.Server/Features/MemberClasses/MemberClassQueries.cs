using Headless.Community.MemberClasses;
using Headless.Server.Access;
using Headless.Server.Features.Orders;
using Headless.Server.Reading;

namespace Headless.Server.Features.MemberClasses;

/// <summary>How members are classified, and how many are what.</summary>
[ExtendObjectType(OperationTypeNames.Query)]
public sealed class MemberClassQueries
{
    [Authorize(Policies.Read)]
    [GraphQLDescription("The thresholds of the classes; null: nobody has set them, and nobody is classified.")]
    public static Task<MemberClassRules?> GetMemberClassRulesAsync(CommunityDbContext db, CancellationToken cancellationToken) =>
        db.MemberClassRules.AsNoTracking().FirstOrDefaultAsync(cancellationToken);

    [Authorize(Policies.Read)]
    [ListSize(AssumedSize = 5)]
    [GraphQLDescription("What the organisation does for each class. A class that is not here has no rule.")]
    public static async Task<IReadOnlyList<ClassStrategy>> GetClassStrategiesAsync(CommunityDbContext db, CancellationToken cancellationToken) =>
        await db.ClassStrategies.AsNoTracking().OrderBy(s => s.Class).ToListAsync(cancellationToken);

    [Authorize(Policies.ReadMetrics)]
    [Cost(10)]
    [GraphQLDescription("The classes of all customers who are members of a group that the caller may see; each person once.")]
    public static async Task<ClassMix> GetClassMixAsync(CommunityDbContext db, CancellationToken cancellationToken) =>
        ClassMix.Of(await db.Members.Where(m => db.Memberships.Any(s => s.MemberId == m.Id && s.LeftAt == null && s.AccountKind == AccountKind.Customer))
            .GroupBy(m => m.Class).Select(g => new { g.Key, Count = g.LongCount() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken));
}

/// <summary>What the thresholds mean.</summary>
[ExtendObjectType<MemberClassRules>]
public sealed class MemberClassRulesNode
{
    [GraphQLDescription("BARGAIN: below which average order value somebody is after bargains; null: nobody said.")]
    public static Money? GetBargainCeiling([Parent] MemberClassRules rules) =>
        rules is { BargainCeiling: { } amount, BargainCurrency: { } currency } ? new Money(amount, currency) : null;

    [Cost(1)]
    [GraphQLDescription("NEED: the tag that says that somebody needs it; null: nobody said.")]
    public static async Task<Tag?> GetNeedTagAsync([Parent] MemberClassRules rules, ByIdDataLoader<Tag> tags, CancellationToken cancellationToken) =>
        rules.NeedTagId is { } id ? await tags.LoadAsync(id, cancellationToken) : null;

    [ListSize(AssumedSize = 4)]
    [GraphQLDescription("The rules in the order in which they are asked: the first that matches decides.")]
    public static IReadOnlyList<MemberClassRule> GetRules([Parent] MemberClassRules rules) =>
        [.. MemberClassifier.Order.Select(rule => new MemberClassRule(rule, rules.ReasonNotToApply(rule) is null, rules.ReasonNotToApply(rule)))];
}
