using Headless.Community.Data;
using Headless.Community.Ingestion;
using Headless.Community.Tests.Data;
using Microsoft.EntityFrameworkCore;

namespace Headless.Community.Tests.Ingestion;

public sealed class SqliteActivityIngestionTests(SqliteTestDatabase database) : ActivityIngestionTests(database), IClassFixture<SqliteTestDatabase>;

public sealed class PostgresActivityIngestionTests(PostgresTestDatabase database) : ActivityIngestionTests(database), IClassFixture<PostgresTestDatabase>;

public sealed class SqlServerActivityIngestionTests(SqlServerTestDatabase database) : ActivityIngestionTests(database), IClassFixture<SqlServerTestDatabase>;

/// <summary>What recording does to the log, the members and their stays.</summary>
public abstract class ActivityIngestionTests(TestDatabase database) : ProviderTests(database)
{
    private const string Source = "robot";

    private static readonly DateTimeOffset s_noon = new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);
    private static int s_groups;

    private readonly RecordedBatches _projection = new();
    private readonly ActivitySignal _signal = new();
    private readonly string _run = Guid.NewGuid().ToString("N")[..8];

    private ActivityIngestion Ingestion => new(Test.Database, _projection, _signal, Test.Clock);

    [Fact]
    public async Task A_join_a_message_and_a_leave_make_a_member_with_a_stay_that_ended()
    {
        var group = await AddGroupAsync();
        var result = await RecordAsync(
            Join("ann", 0, group) with { JoinSource = JoinSource.QrCode, JoinReason = JoinReason.Kol, JoinChannel = "抖音", InvitedBy = Who("bob") },
            Message("ann", 1, group, "good morning"),
            Leave("ann", 2, group) with { LeaveKind = LeaveKind.Removed, LeaveReason = "spam" });

        result.Rejected.ShouldBeEmpty();
        result.Duplicates.ShouldBeEmpty();
        result.Accepted.Select(row => row.Index).ShouldBe([0, 1, 2]);
        await using var context = Everything();
        var identity = await context.Identities.Include(row => row.Member).SingleAsync(row => row.ExternalId == Id("ann"), Token);
        identity.Member.DisplayName.ShouldBe("ann");
        (identity.Member.FirstSeenAt, identity.Member.LastActiveAt).ShouldBe((At(0), At(2)));
        var stay = await context.Memberships.Include(row => row.InvitedBy).SingleAsync(row => row.GroupId == group, Token);
        (stay.MemberId, stay.JoinedAt, stay.JoinKnown, stay.LeftAt, stay.LeaveKind, stay.LeaveReason)
            .ShouldBe((identity.MemberId, At(0), true, At(2), LeaveKind.Removed, "spam"));
        (stay.JoinSource, stay.JoinReason, stay.JoinChannel, stay.InvitedBy!.DisplayName)
            .ShouldBe((JoinSource.QrCode, JoinReason.Kol, "抖音", "bob"));
        (stay.LastMessageAt, stay.LastMessageHash).ShouldBe((At(1), EffectiveMessageRule.Hash("good morning")));
        (stay.Nickname, stay.Version, stay.CreatedAt.Year).ShouldBe(("ann", 1, 2026));

        var log = await context.Activities.Where(row => row.GroupId == group).OrderBy(row => row.Id).ToListAsync(Token);
        log.Select(row => (row.Kind, row.OccurredAt, row.MemberId, row.MembershipId, row.Text, row.IsEffective, row.EffectiveRuleVersion)).ShouldBe(
        [
            (ActivityKind.MemberJoined, At(0), identity.MemberId, stay.Id, null, false, 0),
            (ActivityKind.MessageSent, At(1), identity.MemberId, stay.Id, "good morning", true, 1),
            (ActivityKind.MemberLeft, At(2), identity.MemberId, stay.Id, null, false, 0),
        ]);
        log.Select(row => row.Id).ShouldBe(result.Accepted.Select(row => row.ActivityId));
        _projection.Batches.Single().RosterChanges.Single().After.Single().ShouldBe(new Stay(At(0), At(2), true, true));
    }

    [Fact]
    public async Task The_same_external_id_changes_nothing_the_second_time_in_a_batch_or_later()
    {
        var group = await AddGroupAsync();
        var message = Message("ann", 0, group, "once");
        var first = await RecordAsync(message, message with { Text = "twice" });
        first.Accepted.Select(row => row.Index).ShouldBe([0]);
        first.Duplicates.ShouldBe([1]);

        var second = await RecordAsync(message, Message("ann", 1, group, "more"));
        second.Duplicates.ShouldBe([0]);
        second.Accepted.Select(row => row.Index).ShouldBe([1]);
        await using var context = Everything();
        (await context.Activities.Where(row => row.GroupId == group).OrderBy(row => row.Id).Select(row => row.Text).ToListAsync(Token))
            .ShouldBe(["once", "more"]);
    }

    [Fact]
    public async Task Each_bad_row_is_rejected_by_itself_with_its_code()
    {
        var group = await AddGroupAsync();
        var draft = await AddGroupAsync(GroupStatus.Draft);
        var archived = await AddGroupAsync(GroupStatus.Archived);
        var closed = await AddGroupAsync(GroupStatus.Closed, closesAt: At(0));
        var result = await RecordAsync(
            Message("ann", 0, group, "fine"),
            Message("ann", 1, group, "nul \0 here"),
            Message("ann", 2, group, "half \uD83D pair"),
            Message("ann", 3, group, new string('x', Activity.TextMaxLength + 1)),
            Message("ann", 4, group, "soon") with { OccurredAt = Test.Clock.Now.AddMinutes(6) },
            Message("ann", 5, 987_654_321, "where"),
            Message("ann", 6, group, "who") with { Member = null },
            Message("ann", 7, group, "no id") with { ExternalId = " " },
            Leave("stranger", 8, group),
            Message("ann", 9, draft, "early"),
            Message("ann", 10, archived, "late"),
            Message("ann", 11, closed, "late"),
            Order("ann", 12, -1m),
            Order("ann", 13, 1.00001m),
            Order("ann", 14, 1m) with { Currency = "yuan" },
            Order("ann", 15, 1m) with { Quantity = 0 },
            new ActivityInput { Kind = ActivityInputKind.Rename, ExternalId = Id("r16"), OccurredAt = s_noon, Member = Who("ann") },
            Message("ann", 17, group, "data") with { Data = "[1]" },
            Message("ann", 18, group, "still fine"));

        result.Accepted.Select(row => row.Index).ShouldBe([0, 18]);
        result.Rejected.Select(row => (row.Index, row.Code, row.Field)).ShouldBe(
        [
            (1, "INVALID_TEXT", "text"),
            (2, "INVALID_TEXT", "text"),
            (3, "TEXT_TOO_LONG", "text"),
            (4, "OCCURRED_IN_FUTURE", "occurredAt"),
            (5, "UNKNOWN_GROUP", "group"),
            (6, "MISSING_FIELD", "member"),
            (7, "MISSING_FIELD", "externalId"),
            (8, "LEAVE_WITHOUT_JOIN", "member"),
            (9, "GROUP_NOT_OPEN", "group"),
            (10, "GROUP_ARCHIVED", "group"),
            (11, "GROUP_CLOSED", "group"),
            (12, "INVALID_AMOUNT", "amount"),
            (13, "INVALID_AMOUNT", "amount"),
            (14, "INVALID_CURRENCY", "currency"),
            (15, "INVALID_VALUE", "quantity"),
            (16, "MISSING_FIELD", "newName"),
            (17, "INVALID_VALUE", "data"),
        ]);
        result.Rejected.ShouldAllBe(row => row.Message.Length > 0);
        await using var context = Everything();
        (await context.Identities.AnyAsync(row => row.ExternalId == Id("stranger"), Token)).ShouldBeFalse();
    }

    [Fact]
    public async Task Who_speaks_without_having_joined_is_a_member_whose_join_is_unknown()
    {
        var group = await AddGroupAsync();
        await RecordAsync(Message("ann", 5, group, "hello there"));
        await StaysShouldBe(group, (At(5), false, null, null));

        (await RecordAsync(Message("ann", 3, group, "I was here before"))).Rejected.ShouldBeEmpty();
        await StaysShouldBe(group, (At(3), false, null, null));

        (await RecordAsync(Join("ann", 1, group))).Rejected.ShouldBeEmpty();
        await StaysShouldBe(group, (At(1), true, null, null));
    }

    [Fact]
    public async Task A_second_join_of_somebody_who_is_there_is_rejected()
    {
        var group = await AddGroupAsync();
        var result = await RecordAsync(Join("ann", 0, group), Join("ann", 1, group));
        result.Rejected.Select(row => (row.Index, row.Code)).ShouldBe([(1, "ALREADY_MEMBER")]);
        await StaysShouldBe(group, (At(0), true, null, null));
    }

    [Fact]
    public async Task Rows_of_a_batch_are_applied_in_the_order_of_their_times()
    {
        var group = await AddGroupAsync();
        var result = await RecordAsync(Leave("ann", 2, group), Join("ann", 3, group), Join("ann", 1, group));
        result.Rejected.ShouldBeEmpty();
        result.Accepted.Select(row => row.Index).ShouldBe([0, 1, 2]);
        await StaysShouldBe(group, (At(1), true, At(2), LeaveKind.Unknown), (At(3), true, null, null));
    }

    [Fact]
    public async Task A_join_that_arrives_late_ends_unseen_at_the_later_join_until_its_leave_arrives()
    {
        var group = await AddGroupAsync();
        await RecordAsync(Join("ann", 10, group));
        await RecordAsync(Join("ann", 5, group));
        await StaysShouldBe(group, (At(5), true, At(10), LeaveKind.Unknown), (At(10), true, null, null));

        await RecordAsync(Leave("ann", 8, group) with { LeaveKind = LeaveKind.Self });
        await StaysShouldBe(group, (At(5), true, At(8), LeaveKind.Self), (At(10), true, null, null));
    }

    [Fact]
    public async Task A_rename_keeps_the_person_under_both_ids()
    {
        var group = await AddGroupAsync();
        await RecordAsync(Message("ann", 0, group, "hello"));
        await RecordAsync(new ActivityInput
        {
            Kind = ActivityInputKind.Rename, ExternalId = Id("rename"), OccurredAt = s_noon.AddMinutes(1), Group = new(group),
            Member = Who("ann"), NewExternalId = Id("anna"), NewName = "anna",
        });
        await RecordAsync(Message("anna", 2, group, "it is me"));

        await using var context = Everything();
        var stay = await context.Memberships.SingleAsync(row => row.GroupId == group, Token);
        stay.Nickname.ShouldBe("anna");
        (await context.Identities.Where(row => row.MemberId == stay.MemberId).OrderBy(row => row.Id).Select(row => row.DisplayName).ToListAsync(Token))
            .ShouldBe(["ann", "anna"]);
        (await context.Activities.Where(row => row.GroupId == group).OrderBy(row => row.Id).Select(row => row.Text).ToListAsync(Token))
            .ShouldBe(["hello", "anna", "it is me"]);
    }

    [Fact]
    public async Task A_new_name_without_a_new_id_renames_the_account_and_the_member_who_had_its_name()
    {
        var group = await AddGroupAsync();
        await RecordAsync(Join("ann", 0, group));
        await RecordAsync(new ActivityInput
        {
            Kind = ActivityInputKind.Rename, ExternalId = Id("rename"), OccurredAt = s_noon.AddMinutes(1), Member = Who("ann"), NewName = "Ann Lee",
        });
        await using var context = Everything();
        var identity = await context.Identities.Include(row => row.Member).SingleAsync(row => row.ExternalId == Id("ann"), Token);
        (identity.DisplayName, identity.Member.DisplayName, identity.Version, identity.Member.Version).ShouldBe(("Ann Lee", "Ann Lee", 2, 2));
    }

    [Fact]
    public async Task An_id_of_another_member_is_taken_except_on_irc_where_nicks_change_hands()
    {
        var group = await AddGroupAsync();
        await RecordAsync(Join("ann", 0, group), Join("bob", 0, group));
        var rename = new ActivityInput
        {
            Kind = ActivityInputKind.Rename, ExternalId = Id("rename"), OccurredAt = s_noon.AddMinutes(1), Group = new(group),
            Member = Who("ann"), NewExternalId = Id("bob"),
        };
        (await RecordAsync(rename)).Rejected.Select(row => (row.Code, row.Field)).ShouldBe([("IDENTITY_TAKEN", "newExternalId")]);

        IdentityReference OnIrc(string nick) => new(Platform.Irc, Id(nick), nick);
        await RecordAsync(
            Message("a", 0, group, "first") with { Member = OnIrc("a") },
            Message("b", 0, group, "second") with { Member = OnIrc("b") });
        (await RecordAsync(rename with { ExternalId = Id("irc"), Member = OnIrc("a"), NewExternalId = Id("b") })).Rejected.ShouldBeEmpty();
        await using var context = Everything();
        var owners = await context.Identities.Where(row => row.Platform == Platform.Irc && (row.ExternalId == Id("a") || row.ExternalId == Id("b")))
            .Select(row => row.MemberId).Distinct().ToListAsync(Token);
        owners.Count.ShouldBe(1);
    }

    [Fact]
    public async Task An_order_makes_its_buyer_a_member_without_a_stay()
    {
        var result = await RecordAsync(Order("buyer", 0, 12.3456m) with { Quantity = 3 });
        result.Rejected.ShouldBeEmpty();
        await using var context = Everything();
        var order = await context.Orders.Include(row => row.Member).SingleAsync(row => row.ExternalId == Id("o0"), Token);
        (order.Source, order.Amount, order.Currency, order.Quantity, order.PaidAt, order.Status, order.Member!.DisplayName)
            .ShouldBe((Source, 12.3456m, "CNY", 3, At(0), OrderStatus.Paid, "buyer"));
        (await context.Memberships.AnyAsync(row => row.MemberId == order.MemberId, Token)).ShouldBeFalse();
        (await context.Activities.SingleAsync(row => row.OrderId == order.Id, Token)).Kind.ShouldBe(ActivityKind.OrderRecorded);
        (await RecordAsync(Order("buyer", 0, 12.3456m))).Duplicates.ShouldBe([0]);
    }

    [Fact]
    public async Task Who_is_banned_comes_in_and_the_log_says_so_whichever_account_they_come_with()
    {
        var group = await AddGroupAsync();
        await RecordAsync(Order("bad", 0, 1m));
        await Test.WriteAsync(async context =>
        {
            var member = (await context.Identities.Include(row => row.Member).SingleAsync(row => row.ExternalId == Id("bad"), Token)).Member;
            member.Identities.Add(new Identity { Platform = Platform.Wechat, ExternalId = Id("other") });
            context.Bans.Add(Ban.Issue(member, null, [group], "fraud", At(1), At(10)));
            return await context.SaveChangesAsync(Token);
        });
        var result = await RecordAsync(
            Join("bad", 0, group), Leave("bad", 1, group), Join("other", 2, group), Leave("bad", 3, group), Message("bad", 11, group, "the ban is over"));
        result.Rejected.ShouldBeEmpty();
        await using var context = Everything();
        var evasions = await context.Activities.Where(row => row.GroupId == group && row.Kind == ActivityKind.BanEvaded).ToListAsync(Token);
        evasions.Select(row => (row.OccurredAt, row.Text)).ShouldBe([(At(2), "fraud")]);
        result.Accepted.Select(row => row.ActivityId).ShouldNotContain(evasions[0].Id);
    }

    [Fact]
    public async Task A_caller_can_only_write_to_groups_that_it_sees()
    {
        var (mine, other) = (await AddGroupAsync(), await AddGroupAsync());
        var staff = await Test.WriteAsync(async context =>
        {
            var added = new Operator { Name = "Owner " + _run, Role = OperatorRole.Owner };
            context.Add(added);
            await context.SaveChangesAsync(Token);
            context.Add(new GroupAssignment { GroupId = mine, OperatorId = added.Id, Role = AssignmentRole.Owner, Since = At(-100) });
            await context.SaveChangesAsync(Token);
            return added.Id;
        });
        var result = await Ingestion.RecordAsync(
            Source, [Message("ann", 0, mine, "hello"), Message("ann", 1, other, "hello")], AccessScope.ForOperator(staff), staff, Token);
        result.Accepted.Select(row => row.Index).ShouldBe([0]);
        result.Rejected.Select(row => (row.Index, row.Code)).ShouldBe([(1, "UNKNOWN_GROUP")]);
        await using var context = Everything();
        (await context.Activities.SingleAsync(row => row.Id == result.Accepted[0].ActivityId, Token)).ActorId.ShouldBe(staff);
    }

    [Fact]
    public async Task A_group_is_found_by_platform_and_id_there()
    {
        var group = await AddGroupAsync();
        await using var context = Everything();
        var externalId = (await context.Groups.SingleAsync(row => row.Id == group, Token)).ExternalId;
        var result = await RecordAsync(
            Message("ann", 0, group, "here") with { Group = new(null, Platform.Wechat, externalId) },
            Message("ann", 1, group, "not here") with { Group = new(null, Platform.Telegram, externalId) });
        result.Accepted.Select(row => row.Index).ShouldBe([0]);
        result.Rejected.Select(row => row.Code).ShouldBe(["UNKNOWN_GROUP"]);
    }

    [Fact]
    public async Task Nothing_of_a_batch_is_kept_when_the_projection_fails()
    {
        var group = await AddGroupAsync();
        _projection.Failure = new InvalidOperationException("disk full");
        await Should.ThrowAsync<InvalidOperationException>(() => RecordAsync(Join("ghost", 0, group)));
        await using var context = Everything();
        (await context.Identities.AnyAsync(row => row.ExternalId == Id("ghost"), Token)).ShouldBeFalse();
        (await context.Activities.AnyAsync(row => row.GroupId == group, Token)).ShouldBeFalse();
    }

    [Fact]
    public async Task Waiters_are_woken_after_the_commit_and_not_by_what_changes_nothing()
    {
        var group = await AddGroupAsync();
        var next = _signal.Next;
        await RecordAsync(Leave("nobody", 0, group));
        next.IsCompleted.ShouldBeFalse();
        await RecordAsync(Join("ann", 0, group));
        next.IsCompleted.ShouldBeTrue();
    }

    [Fact]
    public async Task Who_returns_keeps_the_account_kind_and_a_repeat_is_noticed_across_stays()
    {
        var group = await AddGroupAsync();
        await RecordAsync(Join("ann", 0, group), Message("ann", 1, group, "buy now"), Leave("ann", 2, group), Join("ann", 3, group), Message("ann", 4, group, " buy now "));
        await using (var context = Everything())
        {
            (await context.Activities.Where(row => row.GroupId == group && row.Kind == ActivityKind.MessageSent).OrderBy(row => row.Id)
                .Select(row => row.IsEffective).ToListAsync(Token)).ShouldBe([true, false]);
        }

        await Test.WriteAsync(async context =>
        {
            (await context.Memberships.SingleAsync(row => row.GroupId == group && row.LeftAt == null, Token)).SetAccountKind(AccountKind.Bot, null, DateTime.UtcNow);
            return await context.SaveChangesAsync(Token);
        });
        await RecordAsync(Leave("ann", 5, group), Join("ann", 6, group), Message("ann", 7, group, "beep beep"));
        await using var after = Everything();
        var log = await after.Activities.Where(row => row.GroupId == group).OrderByDescending(row => row.Id).FirstAsync(Token);
        (log.IsExcluded, log.IsEffective).ShouldBe((true, false));
        _projection.Batches[^1].ExcludedSenders.Values.ShouldBe([At(4)]);
    }

    [Fact]
    public async Task A_batch_of_a_thousand_is_taken_and_more_is_refused()
    {
        var group = await AddGroupAsync();
        var rows = Enumerable.Range(0, 1000).Select(index => Message($"m{index % 300}", index, group, $"message number {index}")).ToArray();
        (await RecordAsync(rows)).Accepted.Count.ShouldBe(1000);
        (await RecordAsync(rows)).Duplicates.Count.ShouldBe(1000);
        await Should.ThrowAsync<ArgumentOutOfRangeException>(() => RecordAsync([.. rows, rows[0]]));
    }

    [Fact]
    public async Task Writers_at_the_same_time_lose_nothing_and_the_log_is_in_the_order_of_commits()
    {
        var group = await AddGroupAsync();
        await Task.WhenAll(Enumerable.Range(0, 8).Select(writer => Task.Run(
            async () =>
            {
                for (var batch = 0; batch < 5; batch++)
                {
                    await Ingestion.RecordAsync(
                        $"{Source}{writer}",
                        [.. Enumerable.Range(0, 10).Select(row => Message($"p{row}", batch * 10 + row, group, $"{writer} {batch} {row}"))],
                        AccessScope.Everything,
                        null,
                        Token);
                }
            },
            Token)));
        await using var context = Everything();
        (await context.Activities.CountAsync(row => row.GroupId == group, Token)).ShouldBe(400);
        (await context.Memberships.CountAsync(row => row.GroupId == group, Token)).ShouldBe(10);
    }

    private Task<IngestionResult> RecordAsync(params ActivityInput[] rows) =>
        Ingestion.RecordAsync(Source, rows, AccessScope.Everything, null, Token);

    private async Task<long> AddGroupAsync(GroupStatus status = GroupStatus.Active, DateTime? closesAt = null) => await Test.WriteAsync(async context =>
    {
        var number = Interlocked.Increment(ref s_groups);
        var group = new Group
        {
            Platform = Platform.Wechat, ExternalId = $"{_run}-{number}", Name = $"Group {number}", Status = status, ClosesAt = closesAt,
        };
        context.Add(group);
        await context.SaveChangesAsync(Token);
        return group.Id;
    });

    private async Task StaysShouldBe(long group, params (DateTime JoinedAt, bool JoinKnown, DateTime? LeftAt, LeaveKind? LeaveKind)[] expected)
    {
        await using var context = Everything();
        var stays = await context.Memberships.Where(row => row.GroupId == group).OrderBy(row => row.JoinedAt).ToListAsync(Token);
        stays.Select(row => (row.JoinedAt, row.JoinKnown, row.LeftAt, row.LeaveKind)).ShouldBe(expected);
    }

    private static DateTime At(int minutes) => s_noon.AddMinutes(minutes).UtcDateTime;

    private string Id(string id) => $"{_run}:{id}";

    private IdentityReference Who(string name) => new(Platform.Wechat, Id(name), name);

    private ActivityInput Join(string who, int minutes, long group) => Row(ActivityInputKind.Join, who, minutes, group);

    private ActivityInput Leave(string who, int minutes, long group) => Row(ActivityInputKind.Leave, who, minutes, group);

    private ActivityInput Message(string who, int minutes, long group, string text) =>
        Row(ActivityInputKind.Message, who, minutes, group) with { Text = text };

    private ActivityInput Order(string who, int minutes, decimal amount) => new()
    {
        Kind = ActivityInputKind.Order, ExternalId = Id($"o{minutes}"), OccurredAt = s_noon.AddMinutes(minutes), Member = Who(who), Amount = amount, Currency = "CNY",
    };

    private ActivityInput Row(ActivityInputKind kind, string who, int minutes, long group) => new()
    {
        Kind = kind, ExternalId = Id($"{kind}{who}{minutes}"), OccurredAt = s_noon.AddMinutes(minutes), Group = new(group), Member = Who(who),
    };

    /// <summary>Stands where the metrics are: keeps what it is given, or fails.</summary>
    private sealed class RecordedBatches : IActivityProjection
    {
        public List<ActivityBatch> Batches { get; } = [];

        public Exception? Failure { get; set; }

        public Task ApplyAsync(CommunityDbContext context, ActivityBatch batch, CancellationToken cancellationToken)
        {
            if (Failure is not null)
            {
                throw Failure;
            }

            lock (Batches)
            {
                Batches.Add(batch);
            }

            return Task.CompletedTask;
        }

        public Task ReclassifyAsync(CommunityDbContext context, Membership membership, AccountKind previous, CancellationToken cancellationToken) =>
            throw new NotSupportedException("No test here asks for it.");
    }
}
