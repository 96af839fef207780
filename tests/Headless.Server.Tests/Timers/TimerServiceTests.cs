using Headless.Community;
using Headless.Community.Data;
using Headless.Community.Ingestion;
using Headless.Server.Tests.Fixtures;
using Headless.Server.Timers;
using Headless.Server.Writing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Headless.Server.Tests.Timers;

/// <summary>Work that is due by the clock, on SQLite.</summary>
public sealed class TimerServiceTests(ServerFixture server) : TimerServiceScenarios(server), IClassFixture<ServerFixture>;

/// <summary>The same on PostgreSQL, where two processes do write at once.</summary>
public sealed class PostgresTimerServiceTests(PostgresServerFixture server) : TimerServiceScenarios(server), IClassFixture<PostgresServerFixture>
{
    protected override string? SkipReason => PostgresServerFixture.SkipReason;
}

/// <summary>Work that is due by the clock is carried out exactly once, whoever else is at it and whatever else fails.</summary>
public abstract class TimerServiceScenarios(ServerFixture server)
{
    private readonly string _run = Guid.NewGuid().ToString("N")[..8];

    protected virtual string? SkipReason => null;

    [Fact]
    public async Task Two_services_at_once_do_what_is_due_exactly_once()
    {
        Assert.SkipWhen(SkipReason is not null, SkipReason ?? string.Empty);
        await AddDueAsync(50);
        using var first = new Process(server, new RenameWork(_run, atOnce: 3));
        using var second = new Process(server, new RenameWork(_run, atOnce: 3));
        await Task.WhenAll(first.RunAsync(), second.RunAsync());
        (await CountAsync("due")).ShouldBe(0);
        (await CountAsync("done")).ShouldBe(50);
        (await LoggedAsync()).ShouldBe(Enumerable.Range(0, 50).Select(i => $"done-{_run}-{i:D2}"));
    }

    [Fact]
    public async Task A_work_that_fails_changes_nothing_stays_due_and_does_not_keep_the_others_from_being_done()
    {
        Assert.SkipWhen(SkipReason is not null, SkipReason ?? string.Empty);
        await AddDueAsync(1);
        var faulty = new RenameWork(_run, atOnce: 3) { Fault = new InvalidOperationException("not yet") };
        var other = new CountingWork();
        var log = new RecordedLog();
        using var process = new Process(server, log, faulty, other);

        await process.RunAsync();
        (await CountAsync("due")).ShouldBe(1);
        (await LoggedAsync()).ShouldBeEmpty();
        other.Runs.ShouldBe(1);
        log.Lines.ShouldHaveSingleItem().ShouldBe("Error: RenameWork failed; it is tried again in a second.");

        faulty.Fault = null;
        await process.RunAsync();
        (await LoggedAsync()).ShouldBe([$"done-{_run}-00"]);
    }

    [Fact]
    public async Task What_fell_due_while_no_process_ran_is_done_by_the_next_one_and_not_again_by_the_one_after()
    {
        Assert.SkipWhen(SkipReason is not null, SkipReason ?? string.Empty);
        await AddDueAsync(7);
        for (var start = 0; start < 2; start++)
        {
            // As a host has it: started, at work by itself, stopped.
            using var process = new Process(server, new RenameWork(_run, atOnce: 3));
            await process.Service.StartAsync(TestContext.Current.CancellationToken);
            await UntilAsync(async () => await CountAsync("due") == 0);
            await process.Service.StopAsync(TestContext.Current.CancellationToken);
        }

        (await LoggedAsync()).Length.ShouldBe(7);
    }

    [Fact]
    public async Task A_process_that_ends_in_the_middle_leaves_what_it_had_not_committed_to_the_next_one()
    {
        Assert.SkipWhen(SkipReason is not null, SkipReason ?? string.Empty);
        await AddDueAsync(7);
        using (var ends = new Process(server, new RenameWork(_run, atOnce: 3) { FaultAfter = 2, Fault = new InvalidOperationException("the plug is pulled") }))
        {
            await ends.RunAsync();
        }

        (await CountAsync("done")).ShouldBe(3);
        using var next = new Process(server, new RenameWork(_run, atOnce: 3));
        await next.RunAsync();
        (await LoggedAsync()).ShouldBe(Enumerable.Range(0, 7).Select(i => $"done-{_run}-{i:D2}"));
    }

    [Fact]
    public async Task A_flash_group_is_closed_and_an_announcement_is_published_once_by_two_processes_that_were_down_at_their_time()
    {
        Assert.SkipWhen(SkipReason is not null, SkipReason ?? string.Empty);
        var past = TestClock.UtcNow.UtcDateTime.AddMinutes(-10);
        var groups = await server.Database.WriteAsync(
            AccessScope.Everything,
            async (db, ct) =>
            {
                var flash = new Group { ExternalId = $"flash-{_run}", Name = "flash", Platform = Platform.Wechat, Type = GroupType.Flash, Status = GroupStatus.Active, ClosesAt = past };
                var other = new Group { ExternalId = $"other-{_run}", Name = "other", Platform = Platform.Wechat, Status = GroupStatus.Active };
                other.Announcements.AddRange(Enumerable.Range(0, 5).Select(i => new Announcement
                {
                    Text = $"{i}", IsPinned = true, Status = AnnouncementStatus.Scheduled, PublishAt = past.AddSeconds(i),
                }));
                db.Groups.AddRange(flash, other);
                await db.SaveChangesAsync(ct);
                return (Flash: flash.Id, Other: other.Id);
            },
            TestContext.Current.CancellationToken);

        // With the server's own timers there are three at it.
        var works = server.Factory.Services.GetServices<ITimedWork>().ToArray();
        using (Process first = new(server, works), second = new(server, works))
        {
            await Task.WhenAll(first.RunAsync(), second.RunAsync(), server.Factory.Services.GetRequiredService<TimerService>().RunDueAsync(TestContext.Current.CancellationToken));
        }

        using (Process restarted = new(server, works))
        {
            await restarted.RunAsync();
        }

        (await LoggedActivities.KindsAsync(server, a => a.GroupId == groups.Flash)).ShouldBe([ActivityKind.GroupClosed]);
        var published = await LoggedActivities.KindsAsync(server, a => a.GroupId == groups.Other);
        published.Count(kind => kind == ActivityKind.AnnouncementPublished).ShouldBe(5);
        published.Count(kind => kind == ActivityKind.AnnouncementUnpinned).ShouldBe(4);
        await using var db = server.Database.Create(AccessScope.Everything);
        (await db.Announcements.Where(a => a.PinnedInGroupId == groups.Other).Select(a => a.Text).ToListAsync(TestContext.Current.CancellationToken)).ShouldBe(["4"]);
    }

    private Task AddDueAsync(int count) => server.Database.WriteAsync(
        AccessScope.Everything,
        (db, ct) =>
        {
            db.TagGroups.AddRange(Enumerable.Range(0, count).Select(i => new TagGroup { Name = $"due-{_run}-{i:D2}" }));
            return db.SaveChangesAsync(ct);
        },
        TestContext.Current.CancellationToken);

    private async Task<int> CountAsync(string state)
    {
        await using var db = server.Database.Create(AccessScope.Everything);
        var start = $"{state}-{_run}";
        return await db.TagGroups.CountAsync(t => t.Name.StartsWith(start), TestContext.Current.CancellationToken);
    }

    private async Task<string?[]> LoggedAsync()
    {
        await using var db = server.Database.Create(AccessScope.Everything);
        return await db.Activities.Where(a => a.Text!.Contains(_run)).OrderBy(a => a.Id).Select(a => a.Text).ToArrayAsync(TestContext.Current.CancellationToken);
    }

    private static async Task UntilAsync(Func<Task<bool>> holds)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (!await holds())
        {
            await Task.Delay(50, patience.Token);
        }
    }

    /// <summary>A timer service as another process has it: with a database object of its own on the same database.</summary>
    private sealed class Process : IDisposable
    {
        private readonly ServiceProvider _services;

        public Process(ServerFixture server, params ITimedWork[] works)
            : this(server, NullLogger<TimerService>.Instance, works)
        {
        }

        public Process(ServerFixture server, ILogger<TimerService> log, params ITimedWork[] works)
        {
            _services = new ServiceCollection().AddSingleton(TimeProvider.System).AddCommunityDatabase(server.Database.Options).AddSingleton<ActivitySignal>().BuildServiceProvider();
            Service = new TimerService(
                _services.GetRequiredService<CommunityDatabase>(), works, _services.GetRequiredService<ActivitySignal>(), TimeProvider.System, log);
        }

        public TimerService Service { get; }

        public Task RunAsync() => Service.RunDueAsync(TestContext.Current.CancellationToken);

        public void Dispose()
        {
            Service.Dispose();
            _services.Dispose();
        }
    }

    /// <summary>Renames what is due, some rows at once, and says so in the log.</summary>
    private sealed class RenameWork(string run, int atOnce) : ITimedWork
    {
        private readonly string _start = $"due-{run}";
        private int _runs;

        public Exception? Fault { get; set; }

        /// <summary>The run from which on it fails.</summary>
        public int FaultAfter { get; init; }

        public Task<bool> IsDueAsync(CommunityDbContext db, DateTime now, CancellationToken ct) => db.TagGroups.AnyAsync(t => t.Name.StartsWith(_start), ct);

        public async Task RunAsync(WriteSession session)
        {
            _runs++;
            foreach (var row in await session.Db.TagGroups.Where(t => t.Name.StartsWith(_start)).OrderBy(t => t.Name).Take(atOnce).ToListAsync(session.CancellationToken))
            {
                row.Name = "done" + row.Name[3..];
                session.Record(ActivityKind.TagAdded, () => new ActivitySubject { Text = row.Name });
            }

            if (Fault is not null && _runs >= FaultAfter)
            {
                await session.Db.SaveChangesAsync(session.CancellationToken);
                throw Fault;
            }
        }
    }

    /// <summary>Is due once.</summary>
    private sealed class CountingWork : ITimedWork
    {
        public int Runs { get; private set; }

        public Task<bool> IsDueAsync(CommunityDbContext db, DateTime now, CancellationToken ct) => Task.FromResult(Runs == 0);

        public Task RunAsync(WriteSession session)
        {
            Runs++;
            return Task.CompletedTask;
        }
    }

    private sealed class RecordedLog : ILogger<TimerService>
    {
        public List<string> Lines { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Add($"{logLevel}: {formatter(state, exception)}");
    }
}
