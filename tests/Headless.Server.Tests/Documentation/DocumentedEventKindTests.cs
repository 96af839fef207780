using System.Text.RegularExpressions;
using Headless.Community;
using Headless.Community.Data;
using Headless.Server.Tests.Architecture;
using Headless.Server.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;

namespace Headless.Server.Tests.Documentation;

/// <summary>The table of docs/event-kinds.md has every kind of event as the schema describes it, and names what the log fills.</summary>
/// <remarks><c>HEADLESS_UPDATE_SCHEMA=1</c> writes the table anew: rows keep what they name as filled, and get what the demo's log has besides.</remarks>
public sealed partial class DocumentedEventKindTests(DemoServerFixture server) : IClassFixture<DemoServerFixture>
{
    private static readonly string[] s_fields = ["group", "member", "membership", "tag", "campaign", "contentItem", "order", "text", "data"];

    private static string File => Path.Combine(Repository.Root, "docs", "event-kinds.md");

    [Fact]
    public async Task Every_kind_is_documented_with_what_may_be_filled()
    {
        var kinds = (await server.DataAsync("""{ __type(name: "ActivityKind") { enumValues { name description } } }""")).GetProperty("__type").GetProperty("enumValues").EnumerateArray()
            .Select(value => (Name: value.GetProperty("name").GetString()!, Description: value.GetProperty("description").GetString()!)).ToList();
        var text = await System.IO.File.ReadAllTextAsync(File, TestContext.Current.CancellationToken);
        var rows = Row().Matches(text).ToDictionary(
            row => row.Groups["kind"].Value, row => row.Groups["filled"].Value.Split(", ", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        var seen = await FilledAsync();
        if (Environment.GetEnvironmentVariable("HEADLESS_UPDATE_SCHEMA") == "1")
        {
            var table = string.Concat(kinds.Select(kind =>
                $"| `{kind.Name}` | {kind.Description} | {string.Join(", ", s_fields.Where(f => rows.GetValueOrDefault(kind.Name, []).Contains(f) || seen.GetValueOrDefault(kind.Name, []).Contains(f)))} |\n"));
            await System.IO.File.WriteAllTextAsync(File, text[..text.IndexOf("| `", StringComparison.Ordinal)] + table, TestContext.Current.CancellationToken);
            return;
        }

        Row().Matches(text).Select(row => $"{row.Groups["kind"].Value}: {row.Groups["what"].Value}").ShouldBe(kinds.Select(kind => $"{kind.Name}: {kind.Description}"));
        rows.Values.SelectMany(fields => fields).Except(s_fields).ShouldBeEmpty();
        seen.Count.ShouldBeGreaterThan(15, "the demo's log has many kinds");
        seen.SelectMany(kind => kind.Value.Except(rows[kind.Key]).Select(field => $"{kind.Key}: {field}")).ShouldBeEmpty("the log fills what the table does not name");
    }

    /// <summary>What each kind has in the demo's log.</summary>
    private async Task<Dictionary<string, string[]>> FilledAsync()
    {
        await using var db = server.Database.Create(AccessScope.Everything);
        var kinds = await db.Activities.GroupBy(a => a.Kind)
            .Select(g => new
            {
                g.Key,
                Group = g.Any(a => a.GroupId != null), Member = g.Any(a => a.MemberId != null), Membership = g.Any(a => a.MembershipId != null), Tag = g.Any(a => a.TagId != null),
                Campaign = g.Any(a => a.CampaignId != null), ContentItem = g.Any(a => a.ContentItemId != null), Order = g.Any(a => a.OrderId != null),
                Text = g.Any(a => a.Text != null), Data = g.Any(a => a.Data != null),
            })
            .ToListAsync(TestContext.Current.CancellationToken);
        return kinds.ToDictionary(
            kind => System.Text.Json.JsonNamingPolicy.SnakeCaseUpper.ConvertName(kind.Key.ToString()),
            kind => new[] { kind.Group, kind.Member, kind.Membership, kind.Tag, kind.Campaign, kind.ContentItem, kind.Order, kind.Text, kind.Data }
                .Select((has, i) => has ? s_fields[i] : "").Where(field => field.Length > 0).ToArray());
    }

    [GeneratedRegex(@"^\| `(?<kind>[A-Z_]+)` \| (?<what>.+?) \|(?<filled>[^|]*)\|$", RegexOptions.Multiline)]
    private static partial Regex Row();
}
