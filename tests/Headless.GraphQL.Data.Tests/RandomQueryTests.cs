using System.Text.Json;
using Headless.GraphQL.Data.Tests.Model;
using Microsoft.EntityFrameworkCore;

namespace Headless.GraphQL.Data.Tests;

/// <summary>Random filters, orders and page sizes, compared with the same over lists in memory.</summary>
public sealed class RandomQueryTests : IDisposable
{
    private const string Forward = """
        query($first: Int, $after: String, $where: GroupFilterInput, $order: [GroupSortInput!]) {
          groups(first: $first, after: $after, where: $where, order: $order) { totalCount nodes { id } pageInfo { endCursor hasNextPage } }
        }
        """;

    private const string Backward = """
        query($last: Int, $before: String, $where: GroupFilterInput, $order: [GroupSortInput!]) {
          groups(last: $last, before: $before, where: $where, order: $order) { totalCount nodes { id } pageInfo { startCursor hasPreviousPage } }
        }
        """;

    private const string Segment = """
        query($skip: Int, $take: Int, $where: GroupFilterInput, $order: [GroupSortInput!], $withTotal: Boolean!) {
          groupPages(skip: $skip, take: $take, where: $where, order: $order) { totalCount @include(if: $withTotal) items { id } pageInfo { hasNextPage hasPreviousPage } }
        }
        """;

    private static readonly string[] Texts = ["a", "A", "ab", "b%", "_", "é", "ä", "[x]", "", "\\", "zz", "群"];

    private readonly CommunitySchema _schema = new(Seed);

    public void Dispose() => _schema.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Pages_forward_and_backward_enumerate_what_the_filter_says_in_the_order_asked_for(int seed)
    {
        var groups = await GroupsAsync();
        var random = new Random(seed);
        for (var round = 0; round < 15; round++)
        {
            var (where, matches) = RandomFilter(random, 0);
            var (order, compare) = RandomOrder(random);
            var expected = groups.Where(matches).Order(Comparer<Group>.Create(compare)).Select(g => g.Id).ToList();
            var size = random.Next(1, 8);
            var because = $"seed {seed}, round {round}: {JsonSerializer.Serialize(where)} {JsonSerializer.Serialize(order)} {size}";

            (await ReadForwardAsync(where, order, size, expected.Count)).ShouldBe(expected, because);
            (await ReadBackwardAsync(where, order, size, expected.Count)).ShouldBe(expected, because);
        }
    }

    /// <summary>A page of memberships in each of twenty groups: two statements, a third for the totals, whatever is asked for.</summary>
    [Theory]
    [InlineData(4)]
    [InlineData(5)]
    public async Task A_page_in_each_of_twenty_groups_is_the_page_that_each_alone_would_have(int seed)
    {
        using var context = _schema.Database.CreateContext();
        var groups = await context.Groups.AsNoTracking().Include(g => g.Memberships).OrderBy(g => g.Id).Take(20).ToListAsync(TestContext.Current.CancellationToken);
        var random = new Random(seed);
        for (var round = 0; round < 12; round++)
        {
            var (size, forward, descending, byRole) = (random.Next(0, 4), random.Next(2) == 0, random.Next(2) == 0, random.Next(2) == 0);
            var least = random.Next(3);
            var direction = descending ? "DESC" : "ASC";
            var arguments = $"{(forward ? "first" : "last")}: {size}, order: {{ {(byRole ? "role" : "memberId")}: {direction} }}, where: {{ memberId: {{ gt: {least} }} }}";

            var data = await _schema.QueryAsync($"{{ groups(first: 20, order: {{ id: ASC }}) {{ nodes {{ id memberships({arguments}) {{ totalCount nodes {{ id }} pageInfo {{ hasNextPage hasPreviousPage }} }} }} }} }}");

            _schema.Statements.Count.ShouldBeInRange(2, 3, arguments);
            data.GetProperty("groups").GetProperty("nodes").EnumerateArray().Select(n => n.ToString())
                .ShouldBe(groups.Select(g => JsonSerializer.Serialize(Page(g))), arguments);

            object Page(Group group)
            {
                var ordered = group.Memberships.Where(m => m.MemberId > least)
                    .OrderBy(m => 0)
                    .ThenByDirection(m => byRole ? m.Role : null, descending, StringComparer.Ordinal)
                    .ThenByDirection(m => byRole ? 0 : m.MemberId, descending, Comparer<long>.Default)
                    .ThenBy(m => m.Id)
                    .ToList();
                var page = forward ? ordered.Take(size).ToList() : ordered.TakeLast(size).ToList();
                var isCut = page.Count < ordered.Count;
                return new
                {
                    id = group.Id,
                    memberships = new
                    {
                        totalCount = ordered.Count,
                        nodes = page.Select(m => new { id = m.Id }),
                        pageInfo = new { hasNextPage = forward && isCut, hasPreviousPage = !forward && isCut },
                    },
                };
            }
        }
    }

    [Theory]
    [InlineData(6)]
    [InlineData(7)]
    public async Task A_segment_is_that_part_of_what_the_filter_says_in_the_order_asked_for(int seed)
    {
        var groups = await GroupsAsync();
        var random = new Random(seed);
        for (var round = 0; round < 60; round++)
        {
            var (where, matches) = RandomFilter(random, 0);
            var (order, compare) = RandomOrder(random);
            var expected = groups.Where(matches).Order(Comparer<Group>.Create(compare)).Select(g => g.Id).ToList();
            var (skip, take, withTotal) = (random.Next(0, 50), random.Next(0, 51), random.Next(2) == 0);
            var because = $"seed {seed}, round {round}: {JsonSerializer.Serialize(where)} {JsonSerializer.Serialize(order)} {skip} {take}";

            var data = await _schema.QueryAsync(Segment, new { skip, take, where, order, withTotal });

            var segment = new
            {
                items = expected.Skip(skip).Take(take).Select(id => new { id }),
                pageInfo = new { hasNextPage = expected.Count > skip + take, hasPreviousPage = skip > 0 },
            };
            data.GetProperty("groupPages").ToString().ShouldBe(
                withTotal ? JsonSerializer.Serialize(new { totalCount = expected.Count, segment.items, segment.pageInfo }) : JsonSerializer.Serialize(segment), because);
            _schema.Statements.Count.ShouldBeInRange(1, withTotal ? 2 : 1, because);
        }
    }

    private async Task<List<Group>> GroupsAsync()
    {
        await using var context = _schema.Database.CreateContext();
        return await context.Groups.AsNoTracking().Include(g => g.Owner).Include(g => g.Memberships).ThenInclude(m => m.Member!.Memberships)
            .AsNoTrackingWithIdentityResolution().ToListAsync(TestContext.Current.CancellationToken);
    }

    private async Task<List<long>> ReadForwardAsync(object where, object order, int first, int total)
    {
        var ids = new List<long>();
        string? after = null;
        while (true)
        {
            var page = (await _schema.QueryAsync(Forward, new { first, after, where, order })).GetProperty("groups");
            ids.AddRange(page.GetProperty("nodes").EnumerateArray().Select(n => n.GetProperty("id").GetInt64()));
            page.GetProperty("totalCount").GetInt32().ShouldBe(total);
            if (!page.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean())
            {
                return ids;
            }

            page.GetProperty("nodes").GetArrayLength().ShouldBe(first);
            after = page.GetProperty("pageInfo").GetProperty("endCursor").GetString();
        }
    }

    private async Task<List<long>> ReadBackwardAsync(object where, object order, int last, int total)
    {
        var ids = new List<long>();
        string? before = null;
        while (true)
        {
            var page = (await _schema.QueryAsync(Backward, new { last, before, where, order })).GetProperty("groups");
            ids.InsertRange(0, page.GetProperty("nodes").EnumerateArray().Select(n => n.GetProperty("id").GetInt64()));
            page.GetProperty("totalCount").GetInt32().ShouldBe(total);
            if (!page.GetProperty("pageInfo").GetProperty("hasPreviousPage").GetBoolean())
            {
                return ids;
            }

            before = page.GetProperty("pageInfo").GetProperty("startCursor").GetString();
        }
    }

    private static (Dictionary<string, object?> Where, Func<Group, bool> Matches) RandomFilter(Random random, int depth)
    {
        var kind = random.Next(depth > 2 ? 8 : 10);
        if (kind >= 8)
        {
            var parts = Enumerable.Range(0, random.Next(1, 4)).Select(_ => RandomFilter(random, depth + 1)).ToList();
            return kind == 8
                ? (new() { ["and"] = parts.Select(p => p.Where) }, g => parts.TrueForAll(p => p.Matches(g)))
                : (new() { ["or"] = parts.Select(p => p.Where) }, g => parts.Exists(p => p.Matches(g)));
        }

        var text = Texts[random.Next(Texts.Length)];
        var number = random.Next(0, 6);
        var isNull = random.Next(6) == 0;
        return kind switch
        {
            0 => random.Next(6) switch
            {
                0 => Of("topic", "eq", isNull ? null : text, g => g.Topic == (isNull ? null : text)),
                1 => Of("topic", "neq", isNull ? null : text, g => g.Topic != (isNull ? null : text)),
                2 => Of("topic", "contains", text, g => g.Topic?.Contains(text, StringComparison.Ordinal) == true),
                3 => Of("topic", "nstartsWith", text, g => g.Topic?.StartsWith(text, StringComparison.Ordinal) != true),
                4 => Of("topic", "endsWith", text, g => g.Topic?.EndsWith(text, StringComparison.Ordinal) == true),
                _ => Of("topic", "nin", new[] { text, "a" }, g => g.Topic != text && g.Topic != "a"),
            },
            1 => random.Next(6) switch
            {
                0 => Of("capacity", "gt", number, g => g.Capacity > number),
                1 => Of("capacity", "ngt", number, g => !(g.Capacity > number)),
                2 => Of("capacity", "lte", number, g => g.Capacity <= number),
                3 => Of("capacity", "nlte", number, g => !(g.Capacity <= number)),
                4 => Of("capacity", "in", new int?[] { number, null }, g => g.Capacity == number || g.Capacity is null),
                _ => Of("capacity", "nin", new int?[] { number, 2 }, g => g.Capacity != number && g.Capacity != 2),
            },
            2 => random.Next(2) == 0
                ? Of("kind", "eq", "VIP", g => g.Kind == GroupKind.Vip)
                : Of("kind", "nin", new[] { "VIP", "FLASH" }, g => g.Kind == GroupKind.Traffic),
            6 => random.Next(5) switch
            {
                0 => (new() { ["memberships"] = new { any = true } }, g => g.Memberships.Count > 0),
                1 => (new() { ["memberships"] = new { any = false } }, g => g.Memberships.Count == 0),
                2 => (
                    new() { ["memberships"] = new { some = new { member = new { memberships = new { none = new { groupId = new { gt = 5 + (number * 5) } } } } } } },
                    g => g.Memberships.Exists(m => !m.Member!.Memberships.Exists(o => o.GroupId > 5 + (number * 5)))),
                3 => (
                    new() { ["memberships"] = new { all = new { role = new { eq = "KOL" }, member = new { points = new { gte = number - 2 } } } } },
                    g => g.Memberships.TrueForAll(m => m.Role == "KOL" && m.Member!.Points >= number - 2)),
                _ => (
                    new() { ["memberships"] = new { some = new { or = new object[] { new { role = new { @in = new string?[] { null } } }, new { member = new { points = new { eq = number } } } } } } },
                    g => g.Memberships.Exists(m => m.Role is null || m.Member!.Points == number)),
            },
            7 => random.Next(4) switch
            {
                0 => (new() { ["owner"] = new { nickname = new { eq = (string?)null } } }, g => g.Owner?.Nickname is null),
                1 => Of("topic", "in", new[] { null, text }, g => g.Topic is null || g.Topic == text),
                2 => Of("closesOn", "nin", new[] { null, "2026-01-02" }, g => g.ClosesOn is not null && g.ClosesOn != new DateOnly(2026, 1, 2)),
                _ => Of("capacity", "eq", isNull ? null : number, g => g.Capacity == (isNull ? null : number)),
            },
            3 => (new() { ["owner"] = new { points = new { nlt = number } } }, g => !(g.Owner?.Points < number)),
            4 => random.Next(3) switch
            {
                0 => (new() { ["memberships"] = new { some = new { memberId = new { eq = number } } } }, g => g.Memberships.Exists(m => m.MemberId == number)),
                1 => (new() { ["memberships"] = new { all = new { memberId = new { neq = number } } } }, g => g.Memberships.TrueForAll(m => m.MemberId != number)),
                _ => (new() { ["memberships"] = new { none = new { role = new { eq = (string?)null } } } }, g => !g.Memberships.Exists(m => m.Role is null)),
            },
            _ => Of("budget", "gte", number + 0.5m, g => g.Budget >= number + 0.5m),
        };

        static (Dictionary<string, object?> Where, Func<Group, bool> Matches) Of(string member, string operation, object? value, Func<Group, bool> matches)
            => (new() { [member] = new Dictionary<string, object?> { [operation] = value } }, matches);
    }

    private static (List<object> Order, Comparison<Group> Compare) RandomOrder(Random random)
    {
        (object Ascending, object Descending, Comparison<Group> Compare)[] keys =
        [
            (new { topic = "ASC" }, new { topic = "DESC" }, (a, b) => string.CompareOrdinal(a.Topic, b.Topic)),
            (new { capacity = "ASC" }, new { capacity = "DESC" }, (a, b) => Nullable.Compare(a.Capacity, b.Capacity)),
            (new { kind = "ASC" }, new { kind = "DESC" }, (a, b) => string.CompareOrdinal(a.Kind.ToString(), b.Kind.ToString())),
            (new { budget = "ASC" }, new { budget = "DESC" }, (a, b) => a.Budget.CompareTo(b.Budget)),
            (new { score = "ASC" }, new { score = "DESC" }, (a, b) => a.Score.CompareTo(b.Score)),
            (new { isOpen = "ASC" }, new { isOpen = "DESC" }, (a, b) => a.IsOpen.CompareTo(b.IsOpen)),
            (new { openedAt = "ASC" }, new { openedAt = "DESC" }, (a, b) => a.OpenedAt.CompareTo(b.OpenedAt)),
            (new { closesOn = "ASC" }, new { closesOn = "DESC" }, (a, b) => Nullable.Compare(a.ClosesOn, b.ClosesOn)),
            (new { owner = new { points = "ASC" } }, new { owner = new { points = "DESC" } }, (a, b) => Nullable.Compare(a.Owner?.Points, b.Owner?.Points)),
        ];
        var order = new List<object>();
        var comparisons = new List<Comparison<Group>>();
        foreach (var key in keys.OrderBy(_ => random.Next()).Take(random.Next(0, 4)))
        {
            var descending = random.Next(2) == 0;
            order.Add(descending ? key.Descending : key.Ascending);
            comparisons.Add(descending ? (a, b) => key.Compare(b, a) : key.Compare);
        }

        comparisons.Add((a, b) => a.Id.CompareTo(b.Id));
        return (order, (a, b) => comparisons.Select(c => c(a, b)).FirstOrDefault(r => r != 0));
    }

    private static void Seed(CommunityDbContext context)
    {
        var random = new Random(42);
        for (var i = 1; i <= 6; i++)
        {
            context.Add(new Member { Id = i, Nickname = $"m{i}", Points = i % 3 });
        }

        long membership = 0;
        for (var i = 1; i <= 45; i++)
        {
            context.Add(new Group
            {
                Id = i,
                Name = $"group {i}",
                Topic = random.Next(4) == 0 ? null : Texts[random.Next(Texts.Length)] + (random.Next(3) == 0 ? "a" : ""),
                Kind = (GroupKind)random.Next(3),
                Capacity = random.Next(3) == 0 ? null : random.Next(5),
                Budget = random.Next(4) + (random.Next(2) * 0.5m),
                Score = random.Next(3) / 4.0,
                IsOpen = random.Next(2) == 0,
                OpenedAt = new DateTime(2026, 1, 1 + random.Next(3), 0, 0, 0, DateTimeKind.Utc),
                ClosesOn = random.Next(3) == 0 ? null : new DateOnly(2026, 1, 1 + random.Next(3)),
                OwnerId = random.Next(4) == 0 ? null : random.Next(1, 7),
            });
            for (var m = random.Next(4); m > 0; m--)
            {
                context.Add(new Membership { Id = ++membership, GroupId = i, MemberId = random.Next(1, 7), Role = random.Next(3) == 0 ? null : "KOL" });
            }
        }
    }
}

internal static class Ordering
{
    public static IOrderedEnumerable<T> ThenByDirection<T, TKey>(this IOrderedEnumerable<T> source, Func<T, TKey> key, bool descending, IComparer<TKey> comparer)
        => descending ? source.ThenByDescending(key, comparer) : source.ThenBy(key, comparer);
}
