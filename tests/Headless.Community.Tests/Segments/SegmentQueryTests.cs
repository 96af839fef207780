using Headless.Community.Data;
using Headless.Community.Segments;
using Headless.Community.Tests.Data;
using Microsoft.EntityFrameworkCore;

namespace Headless.Community.Tests.Segments;

/// <summary>Conditions as the database answers them, against conditions as they are meant.</summary>
public abstract class SegmentQueryTests(TestDatabase database)
{
    private const int Trees = 300;

    [Fact]
    public async Task The_database_finds_the_members_that_each_condition_means()
    {
        Assert.SkipWhen(database.Absence is not null, database.Absence ?? string.Empty);
        var world = await SegmentWorld.CreateAsync(database, seed: 20261122, new DateTime(2026, 11, 22, 3, 30, 0, DateTimeKind.Utc));
        await using var db = database.Everything();
        var few = world.Members.Where((_, index) => index % 3 == 0).Select(member => member.Id).ToHashSet();
        var found = 0;
        for (var number = 0; number < Trees; number++)
        {
            var condition = world.NextCondition();
            var json = ConditionJson.Write(condition);
            ConditionJson.Write(ConditionJson.Read(json)).ShouldBe(json);
            SegmentConditionCheck.Faults(condition).ShouldAllBe(fault => fault.Code == "EMPTY_RANGE");
            var meant = world.Members.Where(member => InMemoryConditions.Holds(world, condition, member)).Select(member => member.Id).Order().ToList();
            found += meant.Count;

            (await SegmentQuery.Members(db, condition, world.Time).Select(member => member.Id).Order().ToListAsync(TestContext.Current.CancellationToken))
                .ShouldBe(meant, json);
            (await SegmentQuery.Members(db, condition, world.Time, few).Select(member => member.Id).Order().ToListAsync(TestContext.Current.CancellationToken))
                .ShouldBe(meant.Where(few.Contains), json);
            if (number % 10 == 0)
            {
                var member = world.Members[number % world.Members.Count];
                var explanation = await SegmentQuery.ExplainAsync(db, condition, member.Id, world.Time, TestContext.Current.CancellationToken);
                explanation!.Nodes.Select(node => (node.Path, node.Matched)).ShouldBe(
                    condition.Walk().Select(step => (step.Path, InMemoryConditions.Holds(world, step.Node, member))), json);
                explanation.Matched.ShouldBe(meant.Contains(member.Id));
            }
        }

        // Neither nobody nor everybody: the trees tell members apart.
        found.ShouldBeInRange(Trees * world.Members.Count / 10, Trees * world.Members.Count * 9 / 10);
    }
}

public sealed class SqliteSegmentQueryTests(SqliteTestDatabase database) : SegmentQueryTests(database), IClassFixture<SqliteTestDatabase>;

/// <summary>Conditions as databases are asked that are not at hand.</summary>
public sealed class SegmentTranslationTests(SqliteTestDatabase database) : IClassFixture<SqliteTestDatabase>
{
    [Fact]
    public async Task Every_condition_is_one_statement_on_every_database()
    {
        var world = await SegmentWorld.CreateAsync(database, seed: 7, new DateTime(2026, 11, 22, 3, 30, 0, DateTimeKind.Utc));
        CommunityDatabase[] others =
        [
            new(new DatabaseOptions { Provider = DatabaseProvider.SqlServer, ConnectionString = "Server=none" }, TimeProvider.System),
            new(new DatabaseOptions { Provider = DatabaseProvider.Postgres, ConnectionString = "Host=none" }, TimeProvider.System),
        ];
        foreach (var other in others)
        {
            using (other)
            {
                foreach (var scope in new[] { AccessScope.Everything, AccessScope.ForOperator(1) })
                {
                    await using var db = other.Create(scope);
                    for (var number = 0; number < 25; number++)
                    {
                        var condition = world.NextCondition();
                        SegmentQuery.Members(db, condition, world.Time).Select(member => member.Id).ToQueryString().ShouldContain("SELECT");
                        SegmentQuery.Members(db, condition, world.Time, [1, 2]).Select(member => member.Id).ToQueryString().ShouldContain("SELECT");
                    }
                }
            }
        }
    }
}

public sealed class PostgresSegmentQueryTests(PostgresTestDatabase database) : SegmentQueryTests(database), IClassFixture<PostgresTestDatabase>;
