using Headless.Community.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Headless.Community.Tests.Data;

public sealed class SqliteWriteTests(SqliteTestDatabase database) : WriteTests(database), IClassFixture<SqliteTestDatabase>
{
    [Fact]
    public async Task Connections_are_durable_check_foreign_keys_and_wait_for_locks()
    {
        await using var context = Everything();
        await context.Database.OpenConnectionAsync(Token);
        async Task<object?> Pragma(string name)
        {
            await using var command = context.Database.GetDbConnection().CreateCommand();
            command.CommandText = $"PRAGMA {name}";
            return await command.ExecuteScalarAsync(Token);
        }

        (await Pragma("journal_mode")).ShouldBe("wal");
        (await Pragma("synchronous")).ShouldBe(2L);
        (await Pragma("foreign_keys")).ShouldBe(1L);
        (await Pragma("busy_timeout")).ShouldBe(5000L);
    }

    [Fact]
    public async Task A_writer_of_another_process_is_waited_for()
    {
        await using var other = new SqliteConnection(((SqliteTestDatabase)Test).ConnectionString);
        await other.OpenAsync(Token);
        await using var transaction = other.BeginTransaction();
        var write = Task.Run(() => SaveAsync(NewMember("patient")), Token);
        await Task.Delay(300, Token);
        write.IsCompleted.ShouldBeFalse();
        await transaction.RollbackAsync(Token);
        (await write).ShouldBe(1);
    }

    [Fact]
    public async Task Readers_go_on_while_somebody_writes()
    {
        await Test.WriteAsync(async context =>
        {
            context.Add(NewMember("unseen"));
            await context.SaveChangesAsync(Token);
            await using var reader = Everything();
            (await reader.Members.CountAsync(row => row.DisplayName == "unseen", Token)).ShouldBe(0);
            return true;
        });
    }
}

public sealed class PostgresWriteTests(PostgresTestDatabase database) : WriteTests(database), IClassFixture<PostgresTestDatabase>;

public sealed class SqlServerWriteTests(SqlServerTestDatabase database) : WriteTests(database), IClassFixture<SqlServerTestDatabase>;

public abstract class WriteTests(TestDatabase database) : ProviderTests(database)
{
    [Fact]
    public async Task Fifty_writers_at_once_all_get_their_turn()
    {
        var member = NewMember("counted");
        await SaveAsync(member);
        await Task.WhenAll(Enumerable.Range(0, 50).Select(number => Task.Run(
            () => SaveAsync(
                new Membership { Group = NewGroup($"writer {number}"), MemberId = member.Id, JoinedAt = At(1) },
                new Activity { Kind = ActivityKind.MemberJoined, OccurredAt = At(1), MemberId = member.Id }),
            Token)));

        await using var context = Everything();
        (await context.Memberships.CountAsync(row => row.MemberId == member.Id, Token)).ShouldBe(50);
        (await context.Activities.CountAsync(row => row.MemberId == member.Id, Token)).ShouldBe(50);
    }

    [Fact]
    public async Task A_reader_never_sees_a_later_number_of_the_log_before_an_earlier_one()
    {
        using var done = new CancellationTokenSource();
        var seen = new List<long>();
        var reader = Task.Run(
            async () =>
            {
                while (true)
                {
                    var last = done.IsCancellationRequested;
                    await using var context = Everything();
                    var cursor = seen.LastOrDefault();
                    seen.AddRange(await context.Activities
                        .Where(row => row.Id > cursor && row.Source == "order")
                        .OrderBy(row => row.Id)
                        .Select(row => row.Id)
                        .ToListAsync(Token));
                    if (last)
                    {
                        return;
                    }
                }
            },
            Token);
        await Parallel.ForEachAsync(Enumerable.Range(0, 50), new ParallelOptions { MaxDegreeOfParallelism = 10, CancellationToken = Token }, async (number, token) =>
            await Test.WriteAsync(async context =>
            {
                context.Add(new Activity { Kind = ActivityKind.MessageSent, OccurredAt = At(1), Source = "order", ExternalId = $"{number}" });
                await context.SaveChangesAsync(token);
                await Task.Delay(number % 7, token);
                return true;
            }));
        await done.CancelAsync();
        await reader;

        await using var context = Everything();
        seen.ShouldBe(await context.Activities.Where(row => row.Source == "order").OrderBy(row => row.Id).Select(row => row.Id).ToListAsync(Token));
        seen.Count.ShouldBe(50);
    }

    [Fact]
    public async Task Work_that_throws_leaves_nothing_behind_and_lets_the_next_in()
    {
        await Should.ThrowAsync<DomainException>(() => Test.WriteAsync<bool>(async context =>
        {
            context.Add(NewMember("half done"));
            await context.SaveChangesAsync(Token);
            throw new DomainException("REFUSED", "No.");
        }));
        await SaveAsync(NewMember("next"));

        await using var context = Everything();
        (await context.Members.CountAsync(row => row.DisplayName == "half done", Token)).ShouldBe(0);
        (await context.Members.CountAsync(row => row.DisplayName == "next", Token)).ShouldBe(1);
    }

    [Fact]
    public async Task A_write_inside_a_write_is_refused_instead_of_waiting_for_itself()
    {
        var refusal = await Should.ThrowAsync<InvalidOperationException>(() => Test.WriteAsync(_ => SaveAsync(NewMember("nested"))));
        refusal.Message.ShouldStartWith("A write is under way already");
    }
}
