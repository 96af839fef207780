using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Headless.GraphQL.Data.Tests.Model;

/// <summary>A database of the community model, and the statements that were run on it.</summary>
public interface ICommunityDatabase : IDisposable
{
    List<string> Statements { get; }

    CommunityDbContext CreateContext();
}

/// <summary>A SQLite file with a small community.</summary>
public sealed class CommunityDatabase : ICommunityDatabase
{
    private readonly string _path = Path.Combine(Path.GetTempPath(), $"headless-data-{Guid.NewGuid():N}.db");

    public CommunityDatabase(Action<CommunityDbContext>? seed = null)
    {
        using var context = CreateContext();
        context.Database.EnsureCreated();
        (seed ?? Seed)(context);
        context.SaveChanges();
        Statements.Clear();
    }

    public List<string> Statements { get; } = [];

    public CommunityDbContext CreateContext() => new(Options(new DbContextOptionsBuilder<CommunityDbContext>()).Options);

    public DbContextOptionsBuilder<CommunityDbContext> Options(DbContextOptionsBuilder<CommunityDbContext> builder)
    {
        builder.UseSqlite($"Data Source={_path}").AddInterceptors(new Recorder(Statements));
        return builder;
    }

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        File.Delete(_path);
    }

    private static void Seed(CommunityDbContext context)
    {
        var members = Enumerable.Range(1, 12)
            .Select(i => new Member { Id = i, Nickname = $"member {i:00}", Points = i % 4 * 10 })
            .ToList();
        var tags = Enumerable.Range(1, 5).Select(i => new Tag { Id = i, Name = $"tag{i}" }).ToList();
        context.AddRange(members);
        context.AddRange(tags);
        for (var i = 1; i <= 6; i++)
        {
            context.Add(new Group
            {
                Id = i,
                Name = $"group {(char)('g' - i)}",
                Topic = i % 3 == 0 ? null : $"topic {i % 2}",
                Kind = (GroupKind)(i % 3),
                Capacity = i % 2 == 0 ? i * 100 : null,
                Budget = i * 1.5m,
                Score = i / 4.0,
                IsOpen = i != 4,
                OpenedAt = new DateTime(2026, 1, i, 8, 0, 0, DateTimeKind.Utc),
                ClosesOn = i == 5 ? null : new DateOnly(2027, 1, i),
                Code = new Guid(i, 0, 0, new byte[8]),
                Secret = $"secret {i}",
                OwnerId = i == 6 ? null : i,
            });
        }

        long membership = 0;
        for (var group = 1; group <= 6; group++)
        {
            // Group 6 stays empty.
            for (var member = 1; member <= 12 && group < 6; member += group)
            {
                context.Add(new Membership
                {
                    Id = ++membership,
                    GroupId = group,
                    MemberId = member,
                    Role = member % 3 == 0 ? null : member % 3 == 1 ? "MEMBER" : "KOL",
                    JoinedAt = new DateTime(2026, 2, 1, 0, member % 4, 0, DateTimeKind.Utc),
                });
            }
        }

        foreach (var member in members)
        {
            foreach (var tag in tags.Where(t => member.Id % (t.Id + 1) == 0))
            {
                context.Add(new MemberTag { MemberId = member.Id, TagId = tag.Id });
            }
        }
    }

    private sealed class Recorder(List<string> statements) : DbCommandInterceptor
    {
        public override InterceptionResult<DbDataReader> ReaderExecuting(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result)
        {
            statements.Add(command.CommandText);
            return result;
        }

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            statements.Add(command.CommandText);
            return new ValueTask<InterceptionResult<DbDataReader>>(result);
        }
    }
}
