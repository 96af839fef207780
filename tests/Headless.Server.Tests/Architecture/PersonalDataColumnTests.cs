using Headless.Community;
using Headless.Community.Data;
using Headless.Community.Erasure;
using Headless.Server.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;

namespace Headless.Server.Tests.Architecture;

/// <summary>
/// Every text of a table that hangs on a member is either marked as personal data, so that erasure empties it, or says in
/// ImpersonalColumns.txt why it is none.
/// </summary>
public sealed class PersonalDataColumnTests(ServerFixture server) : IClassFixture<ServerFixture>
{
    private const string WithoutMember = "without a member ";

    [Fact]
    public async Task Every_text_that_hangs_on_a_member_is_personal_or_says_why_not()
    {
        await using var db = server.Database.Create(AccessScope.Everything);
        var tables = MemberData.Tables(db).ToList();
        tables.Count.ShouldBeGreaterThan(8);
        tables[0].Type.ClrType.ShouldBe(typeof(Member));

        var impersonal = tables.Where(t => !MemberData.IsPersonal(t.Type))
            .SelectMany(t => t.Type.GetProperties().Where(p => p.ClrType == typeof(string) && !MemberData.IsPersonal(p)).Select(p => $"{t.Type.ClrType.Name}.{p.Name}"));
        var reasons = Reasons().Where(r => !r.Key.StartsWith(WithoutMember, StringComparison.Ordinal)).ToDictionary();
        string.Join('\n', impersonal.Order(StringComparer.Ordinal)).ShouldBe(string.Join('\n', reasons.Keys.Order(StringComparer.Ordinal)));
        reasons.Values.ShouldAllBe(reason => reason.Length > 20);
    }

    /// <summary>A personal column that is neither nullable nor text could not be emptied.</summary>
    [Fact]
    public async Task Every_personal_column_can_be_emptied_and_hangs_on_a_member()
    {
        await using var db = server.Database.Create(AccessScope.Everything);
        var tables = MemberData.Tables(db).ToDictionary(t => t.Type, t => t.MemberId);
        var elsewhere = new List<string>();
        foreach (var type in db.Model.GetEntityTypes())
        {
            foreach (var column in type.GetProperties().Where(MemberData.IsPersonal))
            {
                (column.IsNullable || column.ClrType == typeof(string)).ShouldBeTrue($"{type.DisplayName()}.{column.Name}");

                // A merge hangs on two members; erasure knows it by name.
                if (!tables.ContainsKey(type) && type.ClrType != typeof(MemberMerge))
                {
                    elsewhere.Add($"{WithoutMember}{type.DisplayName()}.{column.Name}");
                }
            }
        }

        var reasons = Reasons().Keys.Where(r => r.StartsWith(WithoutMember, StringComparison.Ordinal));
        string.Join('\n', elsewhere.Order(StringComparer.Ordinal)).ShouldBe(string.Join('\n', reasons.Order(StringComparer.Ordinal)));
    }

    private static Dictionary<string, string> Reasons() =>
        File.ReadLines(Path.Combine(Repository.Root, "tests", "Headless.Server.Tests", "Architecture", "ImpersonalColumns.txt"))
            .Where(l => l.Length > 0 && l[0] != '#')
            .Select(l => l.Split(": ", 2))
            .ToDictionary(l => l[0], l => l[1]);
}
