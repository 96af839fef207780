using System.Reflection;
using Headless.Community;
using Headless.Community.Data;
using Headless.Server.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Headless.Server.Tests.Access;

/// <summary>
/// Every table of the community, whoever adds one: what hangs on a group or a member is filtered for those who may see some groups only,
/// by its model and on the rows of the demo community.
/// </summary>
public sealed class RowFilterTests(DemoServerFixture server) : IClassFixture<DemoServerFixture>
{
    /// <summary>Without a filter of their own, each with the reason.</summary>
    private static readonly Dictionary<string, string> s_unfiltered = new()
    {
        ["GroupHour"] = "numbers, read by the groups that the metric reader has found visible",
        ["GroupDay"] = "numbers, read by the groups that the metric reader has found visible",
        ["GroupTotal"] = "numbers, read by the groups that the metric reader has found visible",
        ["ReplyDay"] = "numbers, read by the groups that the metric reader has found visible",
        ["MemberDay"] = "numbers, read by the groups that the metric reader has found visible",
        ["VisibleGroup"] = "the view that the filters read",
        ["RoutingRule"] = "the organisation's rules for all groups: of a group a rule has the id alone, whose row is filtered",
    };

    [Fact]
    public void Every_entity_that_hangs_on_a_group_or_a_member_has_a_row_filter()
    {
        using var db = server.Database.Create(AccessScope.ForOperator(1));
        var hanging = Hanging(db.Model);

        hanging.Count.ShouldBeGreaterThan(12);
        hanging.Where(t => !t.GetDeclaredQueryFilters().Any() && !s_unfiltered.ContainsKey(t.ClrType.Name)).Select(t => t.ClrType.Name).Order().ShouldBeEmpty();
    }

    /// <summary>An operator of one group of the demo sees of each table only what hangs on that group; a LEAD sees more of most.</summary>
    [Fact]
    public async Task Of_each_table_an_operator_of_one_group_sees_only_what_hangs_on_it()
    {
        var ct = TestContext.Current.CancellationToken;
        await using var everything = server.Database.Create(AccessScope.Everything);
        var groupId = await everything.Groups.OrderBy(g => g.Name).Select(g => g.Id).FirstAsync(ct);
        var members = (await everything.Memberships.Where(m => m.GroupId == groupId).Select(m => m.MemberId).ToListAsync(ct)).ToHashSet();
        var operatorId = await server.Database.WriteAsync(
            AccessScope.Everything,
            async (db, token) =>
            {
                var added = new Operator { Name = "One group", Role = OperatorRole.Admin };
                db.Operators.Add(added);
                await db.SaveChangesAsync(token);
                db.GroupAssignments.Add(new GroupAssignment { GroupId = groupId, OperatorId = added.Id, Since = TestClock.UtcNow.UtcDateTime.AddMinutes(-1) });
                await db.SaveChangesAsync(token);
                return added.Id;
            },
            ct);
        await using var scoped = server.Database.Create(AccessScope.ForOperator(operatorId));

        var withLess = 0;
        foreach (var type in Hanging(scoped.Model).Where(t => !s_unfiltered.ContainsKey(t.ClrType.Name)))
        {
            var (seen, all) = (await RowsAsync(scoped, type), await RowsAsync(everything, type));
            withLess += seen.Count < all.Count ? 1 : 0;
            foreach (var row in seen)
            {
                IsOwn(type, row, groupId, members).ShouldBeTrue($"{type.ClrType.Name} of another group: {System.Text.Json.JsonSerializer.Serialize(Describe(type, row))}");
            }
        }

        withLess.ShouldBeGreaterThan(7);
    }

    private static bool IsOwn(IEntityType type, object row, long groupId, HashSet<long> members)
    {
        var group = type.ClrType == typeof(Group) ? ((Group)row).Id : Value(type, row, "GroupId");
        var member = type.ClrType == typeof(Member) ? ((Member)row).Id : Value(type, row, "MemberId");
        return group is { } g ? g == groupId : member is not { } m || members.Contains(m);
    }

    private static long? Value(IEntityType type, object row, string property) =>
        type.FindProperty(property)?.PropertyInfo?.GetValue(row) is long id ? id : null;

    private static Dictionary<string, object?> Describe(IEntityType type, object row) =>
        type.GetProperties().Where(p => p.PropertyInfo is not null).ToDictionary(p => p.Name, p => p.PropertyInfo!.GetValue(row)?.ToString() as object);

    private static async Task<List<object>> RowsAsync(CommunityDbContext db, IEntityType type) =>
        await (Task<List<object>>)typeof(RowFilterTests).GetMethod(nameof(ReadAsync), BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(type.ClrType).Invoke(null, [db])!;

    private static async Task<List<object>> ReadAsync<T>(CommunityDbContext db)
        where T : class => [.. await db.Set<T>().AsNoTracking().Take(20_000).ToListAsync(TestContext.Current.CancellationToken)];

    /// <summary>Groups and members, what has the number of one, and what refers to any of those.</summary>
    private static List<IEntityType> Hanging(IModel model)
    {
        var hanging = model.GetEntityTypes()
            .Where(t => t.ClrType == typeof(Group) || t.ClrType == typeof(Member) || ((t.FindProperty("GroupId") ?? t.FindProperty("MemberId")) is not null && t.ClrType != typeof(AuditEntry)))
            .ToHashSet();
        int before;
        do
        {
            before = hanging.Count;
            hanging.UnionWith(model.GetEntityTypes().Where(t => t.GetForeignKeys().Any(k => k.IsRequired && hanging.Contains(k.PrincipalEntityType))));
        }
        while (hanging.Count > before);

        return [.. hanging.OrderBy(t => t.Name, StringComparer.Ordinal)];
    }
}
