using Headless.Community.Data;
using Microsoft.EntityFrameworkCore;

namespace Headless.Community.Tests.Data;

public sealed class SqliteRowAccessTests(SqliteTestDatabase database) : RowAccessTests(database), IClassFixture<SqliteTestDatabase>;

public sealed class PostgresRowAccessTests(PostgresTestDatabase database) : RowAccessTests(database), IClassFixture<PostgresTestDatabase>;

public sealed class SqlServerRowAccessTests(SqlServerTestDatabase database) : RowAccessTests(database), IClassFixture<SqlServerTestDatabase>;

/// <summary>
/// Two groups, "mine" and "theirs". Ann is in mine, Bob in theirs, Cem in both. Owner May works in mine, owner Tom in theirs.
/// </summary>
public abstract class RowAccessTests(TestDatabase database) : ProviderTests(database), IAsyncLifetime
{
    private readonly Operator _may = new() { Name = "May", Role = OperatorRole.Owner };
    private readonly Operator _tom = new() { Name = "Tom", Role = OperatorRole.Owner };
    private readonly Group _mine = NewGroup("mine");
    private readonly Group _theirs = NewGroup("theirs");
    private readonly string _run = Guid.NewGuid().ToString("N");

    public async ValueTask InitializeAsync()
    {
        var start = Test.Clock.Now.UtcDateTime.AddDays(-10);
        var tag = new Tag { Name = $"tag-{_run}" };
        var (both, hidden) = (new Campaign { Name = "both" }, new Campaign { Name = "hidden" });
        both.Groups.AddRange([_mine, _theirs]);
        hidden.Groups.Add(_theirs);
        await SaveAsync(_may, _tom, _mine, _theirs, tag, both, hidden);

        _mine.Assign(_may, AssignmentRole.Owner, start);
        _theirs.Assign(_tom, AssignmentRole.Owner, start);
        _theirs.Assignments.Add(new GroupAssignment { Group = _theirs, Operator = _may, Since = start, Until = start.AddDays(5) });
        _theirs.ChangePhase(GroupPhase.Growth, start);
        await Test.WriteAsync(async context =>
        {
            context.AttachRange(_may, _tom, _mine, _theirs, tag, both, hidden);
            foreach (var (name, groups) in new[] { ("Ann", new[] { _mine }), ("Bob", [_theirs]), ("Cem", [_mine, _theirs]) })
            {
                var member = NewMember(name);
                member.Identities.Add(new Identity { Platform = Platform.Irc, ExternalId = name + _run });
                member.AddTag(tag, TagSource.Manual, start);
                member.Memberships.AddRange(groups.Select(group => new Membership { Group = group, JoinedAt = start }));
                context.Add(member);
                foreach (var group in groups)
                {
                    context.Add(new Order
                    {
                        Source = _run, ExternalId = name + group.Name, Member = member, Group = group, Amount = 10, Currency = "CNY", PaidAt = start,
                    });
                    context.Add(new Activity { Kind = ActivityKind.MessageSent, Member = member, Group = group, OccurredAt = start });
                }
            }

            context.Add(new Order { Source = _run, ExternalId = "nobody", Amount = 10, Currency = "CNY", PaidAt = start });
            context.Add(ApiKey.Issue(_may, "mine", [ApiKeyScope.Read]).Key);
            context.Add(ApiKey.Issue(_tom, "theirs", [ApiKeyScope.Read]).Key);
            return await context.SaveChangesAsync(Token);
        });
    }

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Lists_and_counts_hold_what_hangs_on_ones_own_groups()
    {
        await using var context = For(_may);
        (await context.Groups.Select(row => row.Id).ToListAsync(Token)).ShouldBe([_mine.Id]);
        (await context.Members.OrderBy(row => row.DisplayName).Select(row => row.DisplayName).ToListAsync(Token)).ShouldBe(["Ann", "Cem"]);
        (await context.Members.CountAsync(Token)).ShouldBe(2);
        (await context.Memberships.CountAsync(Token)).ShouldBe(2);
        (await context.Identities.CountAsync(Token)).ShouldBe(2);
        (await context.MemberTags.CountAsync(Token)).ShouldBe(2);
        (await context.Orders.CountAsync(Token)).ShouldBe(2);
        (await context.Orders.SumAsync(row => row.Amount, Token)).ShouldBe(20m);
        (await context.Activities.CountAsync(Token)).ShouldBe(2);
        (await context.Campaigns.Select(row => row.Name).ToListAsync(Token)).ShouldBe(["both"]);
        (await context.GroupPhaseChanges.CountAsync(Token)).ShouldBe(0);
        (await context.GroupAssignments.Select(row => row.OperatorId).ToListAsync(Token)).ShouldBe([_may.Id]);
        (await context.ApiKeys.Select(row => row.Name).ToListAsync(Token)).ShouldBe(["mine"]);
    }

    [Fact]
    public async Task Navigations_do_not_lead_out_of_ones_own_groups()
    {
        await using var context = For(_may);
        var cem = await context.Members
            .Include(row => row.Memberships).ThenInclude(row => row.Group)
            .Include(row => row.Orders)
            .SingleAsync(row => row.DisplayName == "Cem", Token);
        cem.Memberships.Select(row => row.Group.Id).ShouldBe([_mine.Id]);
        cem.Orders.Select(row => row.GroupId).ShouldBe([_mine.Id]);

        var campaign = await context.Campaigns.Include(row => row.Groups).SingleAsync(Token);
        campaign.Groups.Select(row => row.Id).ShouldBe([_mine.Id]);

        var tag = await context.Tags.Include(row => row.Members).SingleAsync(row => row.Name == $"tag-{_run}", Token);
        tag.Members.Select(row => row.DisplayName).Order().ShouldBe(["Ann", "Cem"]);
    }

    [Fact]
    public async Task Conditions_and_aggregates_over_navigations_see_no_other_row()
    {
        await using var context = For(_may);
        var theirs = _theirs.Id;
        (await context.Members.CountAsync(row => row.Memberships.Any(stay => stay.GroupId == theirs), Token)).ShouldBe(0);
        (await context.Members.CountAsync(row => row.Orders.Any(order => order.GroupId == theirs), Token)).ShouldBe(0);
        (await context.Tags.Where(row => row.Name == $"tag-{_run}").Select(row => row.MemberTags.Count).SingleAsync(Token)).ShouldBe(2);
        (await context.Campaigns.Select(row => row.Groups.Count).SingleAsync(Token)).ShouldBe(1);
        var perMember = await context.Members
            .OrderBy(row => row.DisplayName)
            .Select(row => new { row.DisplayName, Stays = row.Memberships.Count, Spent = row.Orders.Sum(order => order.Amount) })
            .ToListAsync(Token);
        perMember.ShouldBe([new { DisplayName = "Ann", Stays = 1, Spent = 10m }, new { DisplayName = "Cem", Stays = 1, Spent = 10m }]);
        (await context.Groups.FindAsync([theirs], Token)).ShouldBeNull();
    }

    [Fact]
    public async Task Two_operators_on_one_pool_never_see_each_others_rows()
    {
        await Parallel.ForEachAsync(Enumerable.Range(0, 60), Token, async (number, token) =>
        {
            var (who, expected) = number % 2 == 0 ? (_may, _mine) : (_tom, _theirs);
            await using var context = For(who);
            (await context.Groups.Select(row => row.Id).ToListAsync(token)).ShouldBe([expected.Id]);
        });
    }

    [Fact]
    public async Task An_assignment_opens_its_group_only_while_it_lasts()
    {
        var now = Test.Clock.Now;
        try
        {
            Test.Clock.Now = now.AddDays(-7);
            await using (var then = For(_may))
            {
                (await then.Groups.CountAsync(Token)).ShouldBe(2);
            }

            Test.Clock.Now = now.AddDays(-20);
            await using var before = For(_may);
            (await before.Groups.CountAsync(Token)).ShouldBe(0);
        }
        finally
        {
            Test.Clock.Now = now;
        }
    }

    [Fact]
    public async Task The_scope_of_nothing_has_no_groups_members_or_log()
    {
        await using var context = Test.Database.Create(AccessScope.Nothing);
        (await context.Groups.AnyAsync(Token)).ShouldBeFalse();
        (await context.Members.AnyAsync(Token)).ShouldBeFalse();
        (await context.Activities.AnyAsync(Token)).ShouldBeFalse();
        (await context.Campaigns.AnyAsync(Token)).ShouldBeFalse();
        (await context.ApiKeys.AnyAsync(Token)).ShouldBeFalse();
    }

    [Fact]
    public async Task The_scope_of_everything_costs_no_condition()
    {
        await using var context = Everything();
        context.Members.ToQueryString().ShouldNotContain("WHERE");
        (await context.Orders.CountAsync(row => row.Source == _run, Token)).ShouldBe(5);
    }

    [Fact]
    public void A_context_refuses_a_scope_that_its_model_does_not_filter_by()
    {
        using var everything = Everything();
        Should.Throw<InvalidOperationException>(() => everything.Access = AccessScope.ForOperator(1));
        using var mine = For(_may);
        Should.Throw<InvalidOperationException>(() => mine.Access = AccessScope.Everything);
    }

    private CommunityDbContext For(Operator staff) => Test.Database.Create(AccessScope.ForOperator(staff.Id));
}
