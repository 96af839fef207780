using Headless.Community;
using Headless.Community.Data;
using Headless.Community.Ingestion;
using Headless.Community.Tests.Data;
using Headless.Metrics.Rollups;
using Microsoft.EntityFrameworkCore;

namespace Headless.Metrics.Tests.Rollups;

public sealed class SqliteEffectiveMessageCountingTests() : EffectiveMessageCountingTests(new SqliteTestDatabase());

public sealed class PostgresEffectiveMessageCountingTests() : EffectiveMessageCountingTests(new PostgresTestDatabase());

public sealed class SqlServerEffectiveMessageCountingTests() : EffectiveMessageCountingTests(new SqlServerTestDatabase());

/// <summary>A new version of the rule for effective messages is counted beside the old one, and then every figure is its.</summary>
public abstract class EffectiveMessageCountingTests : IAsyncLifetime
{
    private static readonly DateTimeOffset s_start = new(2026, 10, 29, 0, 0, 0, TimeSpan.Zero);
    private static readonly string[] s_texts = ["hello there", "hello there", "收到", "大", "/help me", "!!!", "😀", "a", "see you tomorrow", "", "OK", "ok", "12345"];

    private readonly TestDatabase _test;
    private readonly ReportingCalendar _calendar = ReportingCalendar.ForZone("Asia/Shanghai");

    protected EffectiveMessageCountingTests(TestDatabase database)
    {
        if (database.Absence is { } reason)
        {
            Assert.Skip(reason);
        }

        _test = database;
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => _test.InitializeAsync();

    public async ValueTask DisposeAsync()
    {
        await _test.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Messages come, accounts change their kind, workers die and work beside each other all the while.</summary>
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Promise_6_figures_stay_the_old_ones_until_they_are_all_the_new_ones_as_a_rebuild_and_counting_give_them(int seed)
    {
        var random = new Random(seed);
        var projection = new RollupProjection(_calendar);
        var ingestion = new ActivityIngestion(_test.Database, projection, new ActivitySignal(), _test.Clock);
        var groups = await AddGroupsAsync(3);
        var rows = Enumerable.Range(0, 500).Select(index => RandomRow(random, index, groups)).ToArray();
        foreach (var batch in rows[..300].Chunk(50))
        {
            await ingestion.RecordAsync("random", batch, AccessScope.Everything, null, Token);
            await ReclassifyAsync(projection, random);
        }

        var next = await PublishAsync(2, seed switch
        {
            1 => v => v with { MinLength = 6 },
            2 => v => v with { ExcludedTexts = ["ok", "收到"], ExcludesRepeats = false },
            _ => v => v with { ExcludesCommands = false, MinCjkCharacters = 2, ExcludedTypes = MessageContentType.Link },
        });
        var later = rows[300..].Chunk(20).ToList();
        var steps = 0;
        for (var isOver = false; !isOver;)
        {
            // Two of them at once, and neither knows what another has done.
            await Task.WhenAll(NewCounting().StepAsync(Token), _test is SqliteTestDatabase ? Task.FromResult(true) : NewCounting().StepAsync(Token));
            steps++;
            isOver = await StatusAsync(2) == EffectiveMessageRuleStatus.Active;
            if (!isOver)
            {
                (await RollupTables.ReadAsync(_test.Database, Token)).ShouldEqual(await RollupTables.CountAsync(_test.Database, _calendar.TimeZone, Token));
            }

            if (later.Count > 0)
            {
                await ingestion.RecordAsync("random", later[0], AccessScope.Everything, null, Token);
                later.RemoveAt(0);
                await ReclassifyAsync(projection, random);
            }
        }

        foreach (var batch in later)
        {
            await ingestion.RecordAsync("random", batch, AccessScope.Everything, null, Token);
        }

        steps.ShouldBeGreaterThan(5);
        var figures = await RollupTables.ReadAsync(_test.Database, Token);
        figures.ShouldEqual(await RollupTables.CountAsync(_test.Database, _calendar.TimeZone, Token, (all, message) => IsEffective(next, all, message)));
        await new MetricsRebuild(_test.Database, _calendar, _test.Clock).RunAsync(null, Token);
        (await RollupTables.ReadAsync(_test.Database, Token)).ShouldEqual(figures);
        await using var context = _test.Everything();
        (await context.MetricStates.SingleAsync(Token)).EffectiveRuleVersion.ShouldBe((short)2);
        (await context.EffectiveMessageChanges.AnyAsync(Token)).ShouldBeFalse();
        (await context.EffectiveMessageRuleVersions.OrderBy(v => v.Number).Select(v => v.Status).ToListAsync(Token)).ShouldBe([EffectiveMessageRuleStatus.Superseded, EffectiveMessageRuleStatus.Active]);
        (await context.Activities.CountAsync(a => a.Kind == ActivityKind.EffectiveMessageRuleActivated, Token)).ShouldBe(1);
    }

    [Fact]
    public async Task A_message_whose_text_is_not_kept_stays_as_it_was_judged_and_still_tells_what_repeats_it()
    {
        var group = (await AddGroupsAsync(1))[0];
        var ingestion = new ActivityIngestion(_test.Database, new RollupProjection(_calendar), new ActivitySignal(), _test.Clock);
        await ingestion.RecordAsync(
            "test", [Message(group, 1, "hello there"), Message(group, 2, "hello there"), Message(group, 3, "ok"), Message(group, 4, "see you")], AccessScope.Everything, null, Token);
        await _test.WriteAsync(context => context.Activities.Where(a => a.ExternalId == "1").ExecuteUpdateAsync(set => set.SetProperty(a => a.Text, (string?)null), Token));
        await PublishAsync(2, v => v with { MinLength = 3 });
        while (await NewCounting().StepAsync(Token))
        {
        }

        await using var context = _test.Everything();
        (await context.Activities.Where(a => a.Kind == ActivityKind.MessageSent).OrderBy(a => a.Id).Select(a => new { a.IsEffective, a.EffectiveRuleVersion }).ToListAsync(Token))
            .Select(a => (a.IsEffective, a.EffectiveRuleVersion)).ShouldBe([(true, (short)1), (false, (short)1), (false, (short)2), (true, (short)1)]);
        var version = await context.EffectiveMessageRuleVersions.SingleAsync(v => v.Number == 2, Token);
        (version.JudgedCount, version.ChangedCount, version.WithoutTextCount, version.Progress).ShouldBe((4, 1, 1, 1.0));
    }

    /// <summary>The verdict by what the version says, over the raw texts.</summary>
    private static bool IsEffective(EffectiveMessageConditions conditions, IReadOnlyList<Activity> all, Activity message)
    {
        var previous = all.LastOrDefault(other => other.Id < message.Id && other.GroupId == message.GroupId && other.MemberId == message.MemberId);
        return conditions.Judge(message.Text, message.ContentType, previous is null ? null : EffectiveMessageRule.Hash(previous.Text)) == MessageVerdict.Effective;
    }

    private EffectiveMessageCounting NewCounting() => new(_test.Database, _calendar, new ActivitySignal(), _test.Clock) { BatchSize = 23 };

    private async Task<EffectiveMessageRuleStatus> StatusAsync(short number)
    {
        await using var context = _test.Everything();
        return (await context.EffectiveMessageRuleVersions.SingleAsync(v => v.Number == number, Token)).Status;
    }

    private Task<EffectiveMessageConditions> PublishAsync(short number, Func<Draft, Draft> change) => _test.WriteAsync(async context =>
    {
        await context.LockActivityLogAsync(Token);
        var draft = change(new Draft());
        var version = new EffectiveMessageRuleVersion
        {
            Number = number, MinLength = draft.MinLength, MinCjkCharacters = draft.MinCjkCharacters, ExcludesCommands = draft.ExcludesCommands, ExcludesRepeats = draft.ExcludesRepeats,
            ExcludedTextLines = string.Join('\n', draft.ExcludedTexts), ExcludedTypes = draft.ExcludedTypes, UpToActivityId = await context.LastActivityIdAsync(Token),
            MessageCount = await context.Activities.CountAsync(a => a.Kind == ActivityKind.MessageSent, Token),
        };
        context.Add(version);
        await context.SaveChangesAsync(Token);
        return version.Conditions;
    });

    private static ActivityInput Message(long group, int minutes, string text) => new()
    {
        Kind = ActivityInputKind.Message, ExternalId = $"{minutes}", OccurredAt = s_start.AddMinutes(minutes), Group = new(group), Member = new(Platform.Irc, "ann", "ann"), Text = text,
    };

    /// <summary>Nobody leaves: what a sender said before is then one thing, whichever of their stays a late message falls into.</summary>
    private static ActivityInput RandomRow(Random random, int index, long[] groups) => new()
    {
        Kind = ActivityInputKind.Message,
        ExternalId = $"e{index}",
        OccurredAt = s_start.AddMinutes(random.Next(6 * 24 * 60)),
        Group = new GroupReference(groups[random.Next(groups.Length)]),
        Member = new IdentityReference(Platform.Irc, $"nick{random.Next(8)}", "nick"),
        Text = s_texts[random.Next(s_texts.Length)],
        ContentType = random.Next(8) == 0 ? MessageContentType.Link : null,
    };

    private Task<int> ReclassifyAsync(RollupProjection projection, Random random) => _test.WriteAsync(async context =>
    {
        var stays = await context.Memberships.OrderBy(stay => stay.Id).ToListAsync(Token);
        var membership = stays[random.Next(stays.Count)];
        var previous = membership.AccountKind;
        membership.SetAccountKind(random.Next(2) == 0 ? AccountKind.Bot : AccountKind.Customer, null, DateTime.UtcNow);
        await context.SaveChangesAsync(Token);
        await projection.ReclassifyAsync(context, membership, previous, Token);
        return 1;
    });

    private Task<long[]> AddGroupsAsync(int count) => _test.WriteAsync(async context =>
    {
        var groups = Enumerable.Range(0, count).Select(index => new Group { Platform = Platform.Irc, ExternalId = $"#{index}", Name = $"#{index}", Status = GroupStatus.Active }).ToArray();
        context.AddRange(groups.ToArray<object>());
        await context.SaveChangesAsync(Token);
        return Array.ConvertAll(groups, group => group.Id);
    });

    private sealed record Draft
    {
        public int MinLength { get; init; }

        public int MinCjkCharacters { get; init; } = 1;

        public bool ExcludesCommands { get; init; } = true;

        public bool ExcludesRepeats { get; init; } = true;

        public string[] ExcludedTexts { get; init; } = [];

        public MessageContentType ExcludedTypes { get; init; }
    }
}
