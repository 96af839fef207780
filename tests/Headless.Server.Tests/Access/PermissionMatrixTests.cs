using Headless.Community;
using Headless.Server.Tests.Architecture;
using Headless.Server.Tests.Fixtures;

namespace Headless.Server.Tests.Access;

/// <summary>The table of docs/operations.md is what the server does.</summary>
public sealed class PermissionMatrixTests(ServerFixture server) : IClassFixture<ServerFixture>
{
    [Theory]
    [InlineData(OperatorRole.Lead)]
    [InlineData(OperatorRole.Owner)]
    [InlineData(OperatorRole.Admin)]
    [InlineData(OperatorRole.Analyst)]
    [InlineData(OperatorRole.Integration)]
    public async Task A_key_with_every_scope_has_the_permissions_that_the_documentation_gives_its_role(OperatorRole role)
    {
        var key = await server.CreateKeyAsync(role);
        var viewer = (await server.DataAsync("{ viewer { permissions } }", null, key)).GetProperty("viewer");

        viewer.GetProperty("permissions").EnumerateArray().Select(p => p.GetString()!).Order().ShouldBe(Documented(role).Order());
    }

    [Fact]
    public async Task The_documentation_knows_every_permission()
    {
        var known = (await server.DataAsync("""{ __type(name: "Permission") { enumValues { name } } }""")).GetProperty("__type").GetProperty("enumValues");

        Table().Skip(1).Select(row => row[0].Split('`')[1]).Order().ShouldBe(known.EnumerateArray().Select(v => v.GetProperty("name").GetString()!).Order());
    }

    private static IEnumerable<string> Documented(OperatorRole role)
    {
        var rows = Table();
        var column = Array.IndexOf(rows[0], role.ToString().ToUpperInvariant());
        column.ShouldBeGreaterThan(0);
        return rows.Skip(1).Where(row => row[column] != "–").Select(row => row[0].Split('`')[1]);
    }

    private static List<string[]> Table() =>
    [
        .. File.ReadLines(Path.Combine(Repository.Root, "docs", "operations.md"))
            .SkipWhile(line => !line.StartsWith("| permission |", StringComparison.Ordinal))
            .TakeWhile(line => line.StartsWith('|'))
            .Where(line => !line.StartsWith("|---", StringComparison.Ordinal))
            .Select(line => line.Trim('|').Split('|', StringSplitOptions.TrimEntries)),
    ];
}
