using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Headless.Benchmarks.Load.Model;

/// <summary>
/// The SQLite file of the load: 200 groups, 20 000 members, 40 000 memberships, 50 tags, the same each time. Filled by one prepared
/// statement for each table.
/// </summary>
internal static class BenchmarkDatabase
{
    private const int Groups = 200;
    private const int Members = 20_000;
    private const int Memberships = 40_000;
    private const int Tags = 50;
    private const int MinutesOfJoining = 500_000;

    public static string ConnectionString(string path) => $"Data Source={path};Cache=Private;Pooling=True";

    public static void Create(string path)
    {
        using var context = new BenchmarkDbContext(
            new DbContextOptionsBuilder<BenchmarkDbContext>().UseSqlite(ConnectionString(path)).Options);
        context.Database.EnsureCreated();
        using var connection = new SqliteConnection(ConnectionString(path));
        connection.Open();
        using (var transaction = connection.BeginTransaction())
        {
            Fill(connection, new Random(42));
            transaction.Commit();
        }

        using var analyze = connection.CreateCommand();
        analyze.CommandText = "ANALYZE";
        analyze.ExecuteNonQuery();
    }

    private static void Fill(SqliteConnection connection, Random random)
    {
        var begin = new DateTime(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        using var tags = Insert(connection, "Tags", "Id", "Name");
        for (var i = 0; i < Tags; i++)
        {
            Add(tags, i + 1, $"tag{i}");
        }

        using var members = Insert(connection, "Members", "Id", "Nickname", "Points", "JoinedAt");
        using var memberTags = Insert(connection, "MemberTags", "MemberId", "TagId");
        for (var id = 1; id <= Members; id++)
        {
            Add(members, id, $"member{id:D5}", random.Next(10_000), begin.AddMinutes(random.Next(MinutesOfJoining)));
            foreach (var tag in Enumerable.Range(0, random.Next(0, 5)).Select(_ => random.Next(Tags)).Distinct())
            {
                Add(memberTags, id, tag + 1);
            }
        }

        var created = Enumerable.Range(0, Groups).Select(_ => begin.AddHours(random.Next(10_000))).ToArray();
        var sizes = new int[Groups + 1];
        var seats = new List<(int Group, int Member, MembershipRole Role, DateTime JoinedAt)>(Memberships);
        var taken = new HashSet<(int, int)>();
        while (seats.Count < Memberships)
        {
            var (group, member) = (random.Next(1, Groups + 1), random.Next(1, Members + 1));
            if (taken.Add((group, member)))
            {
                var role = sizes[group] switch { 0 => MembershipRole.Owner, <= 9 => MembershipRole.Moderator, _ => MembershipRole.Member };
                sizes[group]++;
                seats.Add((group, member, role, begin.AddMinutes(random.Next(MinutesOfJoining))));
            }
        }

        using var groups = Insert(connection, "Groups", "Id", "Name", "Type", "CreatedAt", "MemberCount");
        for (var id = 1; id <= Groups; id++)
        {
            Add(groups, id, $"Group {id * 7919 % 1000:D3}-{id}", id % 3, created[id - 1], sizes[id]);
        }

        using var memberships = Insert(connection, "Memberships", "GroupId", "MemberId", "Role", "JoinedAt");
        foreach (var (group, member, role, joinedAt) in seats)
        {
            Add(memberships, group, member, (int)role, joinedAt);
        }
    }

    private static SqliteCommand Insert(SqliteConnection connection, string table, params string[] columns)
    {
        var command = connection.CreateCommand();
        command.CommandText =
            $"INSERT INTO \"{table}\" ({string.Join(", ", columns.Select(c => $"\"{c}\""))}) VALUES ({string.Join(", ", columns.Select(c => "$" + c))})";
        foreach (var column in columns)
        {
            command.Parameters.Add(new SqliteParameter { ParameterName = "$" + column });
        }

        return command;
    }

    private static void Add(SqliteCommand insert, params ReadOnlySpan<object> values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            insert.Parameters[i].Value = values[i];
        }

        insert.ExecuteNonQuery();
    }
}
