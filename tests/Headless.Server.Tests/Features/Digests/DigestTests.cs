using System.Globalization;
using System.Text;
using System.Text.Json;
using Headless.Community;
using Headless.Community.Data;
using Headless.Server.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;

namespace Headless.Server.Tests.Features.Digests;

/// <summary>Digests and morning issues over HTTP: what is proposed, edited, delivered, and what is not passed on.</summary>
public sealed class DigestTests(ClockServerFixture server) : IClassFixture<ClockServerFixture>
{
    private const string Long = "敏感肌换季先停掉功效型精华只留洁面保湿防晒三样坚持两周再逐样加回去看反应";
    private const string Other = "面霜早晚各一次厚度以十分钟内能吸收为准鼻翼和嘴角可以多按压几秒钟不要来回搓";
    private const string Errors = "errors { ... on Error { code } ... on InvalidInputError { fields { path code } } }";

    [Fact]
    public async Task The_best_of_a_day_is_proposed_with_what_it_gets_points_for()
    {
        await ToNoonAsync();
        var group = await GroupAsync();
        await SayAsync(group, ("ann", Long, -60, null), ("bob", "收到", -59, null), ("cid", "学到了", -58, null), ("bob", "早", -57, null), ("ann", "清单在这里 https://example.com/list", -40, null), ("cid", "看图", -20, "FILE"));
        await KolAsync(group, "ann");
        var content = await ContentAsync("换季清单", ContentCategory.Activate);
        await RecordAsync(group, [.. new[] { ("CONTENT_OPENED", "ann"), ("CONTENT_OPENED", "bob"), ("CONTENT_LIKED", "bob"), ("CONTENT_SHARED", "cid") }.Select((r, i) => Row(group, r.Item1, r.Item2, $"r{i}", -10, contentItemId: content))]);
        (await server.DataAsync(
            "query($g: ID!) { digestCandidates(groupId: $g, kind: DAILY) { message { text member { displayName } } contentItem { title } score { total version parts { part count points } } } }", new { g = group.Id }))
            .GetProperty("digestCandidates").ShouldBeJson(
                $$"""
                [{ "message": { "text": "清单在这里 https://example.com/list", "member": { "displayName": "ann" } }, "contentItem": null,
                    "score": { "total": 8, "version": 2, "parts": [{ "part": "MATERIAL", "count": 1, "points": 5 }, { "part": "ROLE", "count": 1, "points": 3 }] } },
                  { "message": null, "contentItem": { "title": "换季清单" }, "score": { "total": 8, "version": 2, "parts": [{ "part": "OPENS", "count": 2, "points": 2 }, { "part": "LIKES", "count": 1, "points": 2 }, { "part": "SHARES", "count": 1, "points": 4 }] } },
                  { "message": { "text": "{{Long}}", "member": { "displayName": "ann" } }, "contentItem": null,
                    "score": { "total": 6, "version": 2, "parts": [{ "part": "LENGTH", "count": 36, "points": 1 }, { "part": "VOICES", "count": 2, "points": 2 }, { "part": "ROLE", "count": 1, "points": 3 }] } },
                  { "message": { "text": "看图", "member": { "displayName": "cid" } }, "contentItem": null, "score": { "total": 5, "version": 2, "parts": [{ "part": "MATERIAL", "count": 1, "points": 5 }] } }]
                """);
    }

    [Fact]
    public async Task An_answer_is_a_voice_for_what_it_answers_and_for_nothing_else()
    {
        await ToNoonAsync();
        var group = await GroupAsync();
        await SayAsync(group, ("ann", Long, -60, null), ("bob", Other, -58, null));
        await RecordAsync(
            group,
            [
                // Within ten minutes after both, but it answers the second; and an hour later, which only an answer can be.
                Row(group, "MESSAGE", "cid", "r1", -57, "这个方法我试过有用", replyTo: $"{group.Key}-m1"),
                Row(group, "MESSAGE", "dan", "r2", -5, "请问敏感肌也可以这样吗", replyTo: $"{group.Key}-m1"),
                Row(group, "MESSAGE", "bob", "r3", -4, "自己回自己不算", replyTo: $"{group.Key}-m1"),
                Row(group, "MESSAGE", "eve", "r4", -3, "不知道回的是哪一条", replyTo: "nowhere"),
            ]);
        (await server.DataAsync("query($g: ID!) { digestCandidates(groupId: $g, kind: DAILY) { message { member { displayName } } score { parts { part count } } } }", new { g = group.Id }))
            .GetProperty("digestCandidates").ShouldBeJson(
                """
                [{ "message": { "member": { "displayName": "bob" } }, "score": { "parts": [{ "part": "LENGTH", "count": 37 }, { "part": "VOICES", "count": 2 }] } },
                  { "message": { "member": { "displayName": "ann" } }, "score": { "parts": [{ "part": "LENGTH", "count": 36 }, { "part": "VOICES", "count": 1 }] } }]
                """);
    }

    [Fact]
    public async Task What_breaks_a_rule_and_who_is_kept_out_or_says_everything_is_not_proposed()
    {
        await ToNoonAsync();
        var group = await GroupAsync();
        await SayAsync(group, [.. Enumerable.Range(0, 5).Select(i => ("ann", $"{Long}{i}", -60 + i, (string?)null)), ("bad", Other, -30, null), ("gone", Long, -20, null), ("staff", Other + "！", -10, null)]);
        await server.Database.WriteAsync(
            AccessScope.Everything,
            async (db, ct) =>
            {
                var message = await db.Activities.SingleAsync(a => a.GroupId == group.Key && a.Text == Other && a.Member!.DisplayName == "bad", ct);
                db.Violations.Add(new Violation { GroupId = group.Key, MemberId = message.MemberId!.Value, ActivityId = message.Id, OccurredAt = message.OccurredAt, Kind = RuleKind.SensitiveWord, Severity = RuleSeverity.Normal, Source = ViolationSource.Detected });
                var gone = await db.Members.SingleAsync(m => m.DisplayName == "gone" && m.Memberships.Any(s => s.GroupId == group.Key), ct);
                db.Bans.Add(new Ban { MemberId = gone.Id, IsForAllGroups = true, Reason = "广告", Since = server.Clock.Now.AddMinutes(-1) });
                await db.SaveChangesAsync(ct);
            },
            Token);
        (await CandidatesAsync(group)).ShouldBe([("ann", 1), ("ann", 1), ("ann", 1), ("staff", 1)]);
        (await server.DataAsync("query($g: ID!) { digestCandidates(groupId: $g, kind: DAILY, first: 1) { score { total } } yesterday: digestCandidates(groupId: $g, kind: DAILY, date: \"2020-01-01\") { score { total } } }", new { g = group.Id }))
            .ShouldBeJson("""{ "digestCandidates": [{ "score": { "total": 1 } }], "yesterday": [] }""");
    }

    [Fact]
    public async Task A_draft_is_edited_approved_and_delivered_once_to_each_member_who_did_not_opt_out()
    {
        await ToNoonAsync();
        var group = await GroupAsync();
        await SayAsync(group, ("ann", Long, -60, null), ("bob", Other, -30, null), ("cid", "早", -5, null));
        await QqAsync(group);
        var cid = await MemberAsync(group, "cid");
        await ChangeAsync("setContactPreferences", "member { id }", new { memberId = cid, source = "UNSUBSCRIBE", decisions = new[] { new { channel = "CHAT", purpose = "DIGEST", isAllowed = false } } });
        var content = await ContentAsync("换季清单", ContentCategory.Activate);
        var digest = await CreateAsync(new { groupId = group.Id, kind = "DAILY", title = "今日干货", intro = "三分钟看完" });
        digest.ShouldBeJson(
            $$"""
            { "digest": { "id": "{{digest.GetProperty("digest").GetProperty("id").GetString()}}", "status": "DRAFT", "version": 1, "title": "今日干货",
              "items": [{ "position": 1, "title": null, "note": null, "member": { "displayName": "ann" }, "message": { "id": "{{Message(digest, 0)}}", "text": "{{Long}}" }, "contentItem": null, "score": { "total": 1 } },
                { "position": 2, "title": null, "note": null, "member": { "displayName": "bob" }, "message": { "id": "{{Message(digest, 1)}}", "text": "{{Other}}" }, "contentItem": null, "score": { "total": 1 } }] }, "errors": null }
            """);
        var id = IdOf(digest);
        (await CreateAsync(new { groupId = group.Id, kind = "DAILY" })).GetProperty("errors")[0].GetProperty("code").GetString().ShouldBe("ALREADY_EXISTS");
        object[] items = [new { activityId = Message(digest, 1), title = "怎么涂" }, new { contentItemId = content }, new { title = "明天见", note = "有问题写接龙" }];
        var edited = await ChangeAsync("updateDigest", "digest { version text items { position title score { total } } }", new { id, version = 1, items });
        edited.ShouldBeJson(
            $$"""
            { "digest": { "version": 2, "text": "今日干货 {{Today}}\n\n三分钟看完\n\n1. 怎么涂\n“{{Other}}” — bob\n\n2. 换季清单\n正文\n\n3. 明天见\n有问题写接龙",
              "items": [{ "position": 1, "title": "怎么涂", "score": { "total": 1 } }, { "position": 2, "title": null, "score": null }, { "position": 3, "title": "明天见", "score": null }] }, "errors": null }
            """);
        (await ChangeAsync("updateDigest", "digest { id }", new { id, version = 1, title = "x" })).GetProperty("errors")[0].GetProperty("code").GetString().ShouldBe("STALE_VERSION");
        await ChangeAsync("approveDigest", "digest { status }", new { id, deliverAt = Iso(server.Clock.Now.AddHours(1)) });
        await server.RunTimersAsync();
        (await StatusAsync(id)).ShouldBe("APPROVED");
        server.Clock.Forward(TimeSpan.FromMinutes(61));
        await server.RunTimersAsync();
        await server.RunTimersAsync();
        (await server.DataAsync(
            "query($id: ID!, $g: ID!) { digestById(id: $id) { status approvedBy { role } mailing { channel purpose audience recipientCount progress { requested reasons { reason count } } digest { id } } } mailings(where: { group: { id: { eq: $g } } }) { totalCount } contentUses: groupById(id: $g) { contentUses { nodes { contentItem { usageCount } } } } }",
            new { id, g = group.Id })).ShouldBeJson(
            $$"""
            { "digestById": { "status": "DELIVERED", "approvedBy": { "role": "LEAD" }, "mailing": { "channel": "PRIVATE_CHAT", "purpose": "DIGEST", "audience": "GROUP_MEMBERS", "recipientCount": 3,
                "progress": { "requested": 2, "reasons": [{ "reason": "OPTED_OUT", "count": 1 }] }, "digest": { "id": "{{id}}" } } },
              "mailings": { "totalCount": 1 }, "contentUses": { "contentUses": { "nodes": [{ "contentItem": { "usageCount": 1 } }] } } }
            """);
        var claim = (await server.DataAsync("mutation { claimDeliveries(input: { platforms: [QQ] }) { claim { deliveries { mailing { text digest { id } } } } } }")).GetProperty("claimDeliveries").GetProperty("claim").GetProperty("deliveries")
            .EnumerateArray().Select(d => d.GetProperty("mailing")).Where(m => m.GetProperty("digest").ValueKind != JsonValueKind.Null && m.GetProperty("digest").GetProperty("id").GetString() == id).ToList();
        claim.Count.ShouldBe(2);
        claim[0].GetProperty("text").GetString()!.ShouldStartWith($"今日干货 {Today}");
        var connector = await server.CreateKeyAsync(OperatorRole.Integration, ApiKeyScope.Read | ApiKeyScope.RecordActivities);
        (await server.DataAsync("query($g: ID!) { mailings(where: { group: { id: { eq: $g } } }) { nodes { text } } }", new { g = group.Id }, connector)).ShouldBeJson("""{ "mailings": { "nodes": [{ "text": null }] } }""");
        (await server.DataAsync("query($id: ID!) { groupById(id: $id) { activities(where: { kind: { in: [DIGEST_DRAFTED, DIGEST_CHANGED, DIGEST_APPROVED, DIGEST_DELIVERED, CONTENT_USED] } }) { nodes { kind text } } } }", new { id = group.Id }))
            .GetProperty("groupById").GetProperty("activities").GetProperty("nodes").EnumerateArray().Select(a => a.GetProperty("kind").GetString())
            .ShouldBe(["DIGEST_DRAFTED", "DIGEST_CHANGED", "DIGEST_APPROVED", "DIGEST_DELIVERED", "CONTENT_USED"], ignoreOrder: true);
    }

    [Fact]
    public async Task What_was_erased_or_emptied_since_is_not_delivered_and_a_digest_of_nothing_is_discarded()
    {
        await ToNoonAsync();
        var group = await GroupAsync();
        await SayAsync(group, ("ann", Long, -60, null), ("bob", Other, -30, null));
        await QqAsync(group);
        var digest = await CreateAsync(new { groupId = group.Id, kind = "DAILY", title = "今日干货" });
        var id = IdOf(digest);
        await ChangeAsync("updateDigest", "digest { id }", new { id, items = new[] { new { activityId = Message(digest, 0), title = "安的办法", note = "安说得对" }, new { activityId = Message(digest, 1), title = "怎么涂", note = "" } } });
        await ChangeAsync("approveDigest", "digest { id }", new { id });
        await server.RunTimersAsync();
        await ChangeAsync("eraseMember", "member { id }", new { id = await MemberAsync(group, "ann") });
        (await server.DataAsync("query($id: ID!) { digestById(id: $id) { text items { title note message { text } } mailing { text } } }", new { id })).GetProperty("digestById").ShouldBeJson(
            $$"""
            { "text": "今日干货 {{Today}}\n\n1. 怎么涂\n“{{Other}}” — bob", "items": [{ "title": null, "note": null, "message": { "text": null } }, { "title": "怎么涂", "note": "", "message": { "text": "{{Other}}" } }],
              "mailing": { "text": "今日干货 {{Today}}\n\n1. 怎么涂\n“{{Other}}” — bob" } }
            """);

        var later = await GroupAsync();
        await SayAsync(later, ("eve", Long, -60, null));
        var second = IdOf(await CreateAsync(new { groupId = later.Id, kind = "DAILY" }));
        await ChangeAsync("approveDigest", "digest { id }", new { id = second });
        await server.Database.WriteAsync(AccessScope.Everything, (db, ct) => db.Activities.Where(a => a.GroupId == later.Key).ExecuteUpdateAsync(set => set.SetProperty(a => a.Text, (string?)null), ct), Token);
        await server.RunTimersAsync();
        (await server.DataAsync("query($id: ID!) { digestById(id: $id) { status text discardReason mailing { id } } }", new { id = second })).GetProperty("digestById").ShouldBeJson(
            """{ "status": "DISCARDED", "text": null, "discardReason": "Nothing that it quotes is kept or published any more.", "mailing": null }""");
    }

    [Fact]
    public async Task A_digest_takes_only_the_steps_of_its_states()
    {
        await ToNoonAsync();
        var group = await GroupAsync();
        var empty = IdOf(await CreateAsync(new { groupId = group.Id, kind = "DAILY", itemCount = 0 }));
        (await CodeAsync("approveDigest", new { id = empty })).ShouldBe("DIGEST_EMPTY");
        (await CodeAsync("reviseDigest", new { id = empty })).ShouldBe("INVALID_TRANSITION");
        await ChangeAsync("updateDigest", "digest { id }", new { id = empty, items = new[] { new { title = "明天见" } }, deliverAt = Iso(server.Clock.Now.AddDays(2)) });
        (await CodeAsync("approveDigest", new { id = empty })).ShouldBeNull();
        (await CodeAsync("approveDigest", new { id = empty })).ShouldBe("INVALID_TRANSITION");
        (await CodeAsync("updateDigest", new { id = empty, title = "x" })).ShouldBe("DIGEST_NOT_DRAFT");
        (await CodeAsync("reviseDigest", new { id = empty })).ShouldBeNull();
        (await CodeAsync("discardDigest", new { id = empty, reason = "没内容" })).ShouldBeNull();
        foreach (var step in new[] { "approveDigest", "reviseDigest", "discardDigest" })
        {
            (await CodeAsync(step, new { id = empty })).ShouldBe("INVALID_TRANSITION", step);
        }

        (await CodeAsync("updateDigest", new { id = empty, title = "x" })).ShouldBe("DIGEST_NOT_DRAFT");
        var again = IdOf(await CreateAsync(new { groupId = group.Id, kind = "DAILY", itemCount = 0 }));
        await ChangeAsync("updateDigest", "digest { id }", new { id = again, items = new[] { new { title = "明天见" } } });
        await ChangeAsync("approveDigest", "digest { id }", new { id = again });
        await server.RunTimersAsync();
        (await StatusAsync(again)).ShouldBe("DELIVERED");
        foreach (var step in new[] { "approveDigest", "reviseDigest", "discardDigest" })
        {
            (await CodeAsync(step, new { id = again })).ShouldBe("INVALID_TRANSITION", step);
        }
    }

    [Fact]
    public async Task A_morning_issue_is_made_each_morning_once_from_content_that_the_group_has_not_had_lately()
    {
        await ToNoonAsync();
        var group = await GroupAsync();
        var brand = await ContentAsync("品牌故事", ContentCategory.Brand);
        var plain = await ContentAsync("早起喝水", ContentCategory.Convert);
        var sought = await ContentAsync("敏感肌怎么过冬", ContentCategory.Convert, days: -20);
        await server.RunTimersAsync();
        var schedule = await ChangeAsync(
            "setDigestSchedule", "digestSchedule { isActive draftAt deliverAt categories keywords isAutomatic lastDate version }",
            new { groupId = group.Id, kind = "MORNING", title = "早报", draftAt = "07:00", deliverAt = "08:30", categories = new[] { "CONVERT" }, keywords = new[] { "敏感肌" }, itemCount = 2 });
        schedule.ShouldBeJson(
            """{ "digestSchedule": { "isActive": true, "draftAt": "07:00", "deliverAt": "08:30", "categories": ["CONVERT"], "keywords": ["敏感肌"], "isAutomatic": false, "lastDate": null, "version": 1 }, "errors": null }""");
        await server.RunTimersAsync();
        (await DigestsAsync(group)).GetArrayLength().ShouldBe(0);
        server.Clock.Forward(TimeSpan.FromHours(19) + TimeSpan.FromMinutes(5));
        await server.RunTimersAsync();
        await server.RunTimersAsync();
        (await DigestsAsync(group)).ShouldBeJson(
            $$"""
            [{ "date": "{{Today}}", "status": "DRAFT", "deliverAt": "{{server.Clock.Now.AddHours(8):yyyy-MM-dd}}T00:30:00.000Z", "schedule": { "lastFound": 2 },
               "items": [{ "contentItem": { "title": "早起喝水" }, "score": { "total": 9, "parts": [{ "part": "FRESH" }, { "part": "UNUSED" }] } },
                 { "contentItem": { "title": "敏感肌怎么过冬" }, "score": { "total": 8, "parts": [{ "part": "KEYWORDS" }, { "part": "UNUSED" }] } }] }]
            """);
        await ChangeAsync("approveDigest", "digest { id }", new { id = (await DigestsAsync(group, "id"))[0].GetProperty("id").GetString() });
        server.Clock.Forward(TimeSpan.FromHours(2));
        await server.RunTimersAsync();
        (await DigestsAsync(group, "status")).ShouldBeJson("""[{ "status": "DELIVERED" }]""");

        // Three mornings without a server: the last one is made up for. Both items rest, so there is nothing; then there is.
        server.Clock.Forward(TimeSpan.FromDays(3));
        await server.RunTimersAsync();
        (await DigestsAsync(group, "status schedule { lastDate lastFound }")).ShouldBeJson($$"""[{ "status": "DELIVERED", "schedule": { "lastDate": "{{Today}}", "lastFound": 0 } }]""");
        await ContentAsync("新到的一篇", ContentCategory.Convert);
        await ChangeAsync("setDigestSchedule", "digestSchedule { version }", new { groupId = group.Id, kind = "MORNING", title = "早报", draftAt = "06:00", deliverAt = "06:01", isAutomatic = true, categories = new[] { "CONVERT" } });
        server.Clock.Forward(TimeSpan.FromDays(1));
        await server.RunTimersAsync();
        (await DigestsAsync(group, "status approvedAt items { contentItem { title } }")).GetArrayLength().ShouldBe(2);
        (await server.DataAsync("query($g: ID!) { digests(where: { group: { id: { eq: $g } } }, order: [{ date: DESC }], first: 1) { nodes { status items { contentItem { title } } mailing { recipientCount } } } }", new { g = group.Id }))
            .ShouldBeJson("""{ "digests": { "nodes": [{ "status": "DELIVERED", "items": [{ "contentItem": { "title": "新到的一篇" } }], "mailing": { "recipientCount": 0 } }] } }""");
        await ChangeAsync("setDigestSchedule", "digestSchedule { nextDraftAt }", new { groupId = group.Id, kind = "MORNING", title = "早报", draftAt = "06:00", deliverAt = "06:01", isActive = false });
        (brand, plain, sought).ShouldNotBe((null, null, null));
    }

    [Fact]
    public async Task A_daily_schedule_makes_the_digest_of_the_day_before()
    {
        await ToNoonAsync();
        var group = await GroupAsync();
        await SayAsync(group, ("ann", Long, -60, null));
        var said = Today;
        await ChangeAsync("setDigestSchedule", "digestSchedule { id }", new { groupId = group.Id, kind = "DAILY", title = "昨日精华", draftAt = "07:00", deliverAt = "08:00", isAutomatic = true, channel = "GROUP" });
        server.Clock.Forward(TimeSpan.FromHours(21));
        await server.RunTimersAsync();
        await server.RunTimersAsync();
        (await DigestsAsync(group, "date status mailing { channel recipientCount }")).ShouldBeJson($$"""[{ "date": "{{said}}", "status": "DELIVERED", "mailing": { "channel": "GROUP", "recipientCount": 1 } }]""");
        await ChangeAsync("setDigestSchedule", "digestSchedule { id }", new { groupId = group.Id, kind = "DAILY", title = "昨日精华", draftAt = "07:00", deliverAt = "08:00", isActive = false });
    }

    [Fact]
    public async Task What_cannot_be_is_refused_with_the_field_at_fault()
    {
        await ToNoonAsync();
        var (group, other) = (await GroupAsync(), await GroupAsync());
        await SayAsync(other, ("ann", Long, -60, null));
        var foreign = Message(await CreateAsync(new { groupId = other.Id, kind = "DAILY" }), 0);
        (await FieldsAsync("createDigest", new { groupId = group.Id, kind = "MORNING", date = "2999-01-01" })).ShouldBeJson("""[{ "path": "date", "code": "IN_FUTURE" }]""");
        (await FieldsAsync("createDigest", new { groupId = group.Id, kind = "MORNING", itemCount = 31, channel = "PHONE", keywords = new[] { " " }, title = new string('x', 101) })).ShouldBeJson(
            """[{ "path": "title", "code": "MAXIMUM_LENGTH" }, { "path": "channel", "code": "CHANNEL_DOES_NOT_FIT" }, { "path": "itemCount", "code": "INCLUSIVE_BETWEEN" }, { "path": "keywords", "code": "INVALID_KEYWORDS" }]""");
        (await FieldsAsync("setDigestSchedule", new { groupId = group.Id, kind = "MORNING", title = "", draftAt = "7", deliverAt = "25:00", itemCount = 0 })).ShouldBeJson(
            """[{ "path": "title", "code": "NOT_EMPTY" }, { "path": "draftAt", "code": "INVALID_TIME" }, { "path": "deliverAt", "code": "INVALID_TIME" }, { "path": "itemCount", "code": "INCLUSIVE_BETWEEN" }]""");
        (await CodeAsync("setDigestSchedule", new { groupId = group.Id, kind = "MORNING", title = "早报", draftAt = "08:00", deliverAt = "08:00" })).ShouldBe("DIGEST_DELIVERED_BEFORE_DRAFT");
        var id = IdOf(await CreateAsync(new { groupId = group.Id, kind = "DAILY", itemCount = 0 }));
        (await CodeAsync("updateDigest", new { id, items = new[] { new { activityId = foreign } } })).ShouldBe("NOT_FOUND");
        (await FieldsAsync("updateDigest", new { id, items = new object[] { new { activityId = foreign }, new { activityId = foreign } } })).ShouldBeJson("""[{ "path": "items", "code": "TWICE" }]""");
        (await FieldsAsync("updateDigest", new { id, items = new object[] { new { } } })).ShouldBeJson("""[{ "path": "items[0].title", "code": "NOTHING_TO_SAY" }]""");
        (await FieldsAsync("updateDigest", new { id, items = Enumerable.Range(0, 31).Select(i => new { title = $"{i}" }) })).ShouldBeJson("""[{ "path": "items", "code": "TOO_MANY_ROWS" }]""");
        (await FieldsAsync("approveDigest", new { id, deliverAt = Iso(server.Clock.Now.AddDays(31)) })).ShouldBeJson("""[{ "path": "deliverAt", "code": "TOO_FAR_AHEAD" }]""");
        var draft = await server.Database.WriteAsync(
            AccessScope.Everything,
            async (db, ct) =>
            {
                var item = new ContentItem { Title = "没发布", Body = "……", Status = ContentStatus.Draft };
                db.ContentItems.Add(item);
                await db.SaveChangesAsync(ct);
                return Convert.ToBase64String(Encoding.UTF8.GetBytes($"ContentItem:{item.Id}"));
            },
            Token);
        (await CodeAsync("updateDigest", new { id, items = new[] { new { contentItemId = draft } } })).ShouldBe("CONTENT_NOT_PUBLISHED");
    }

    [Fact]
    public async Task Staff_see_the_digests_of_their_groups_and_an_analyst_no_words_of_members()
    {
        await ToNoonAsync();
        var (mine, other) = (await GroupAsync(), await GroupAsync());
        await SayAsync(mine, ("ann", Long, -60, null));
        await SayAsync(other, ("bob", Long, -60, null));
        var own = IdOf(await CreateAsync(new { groupId = mine.Id, kind = "DAILY" }));
        var strange = IdOf(await CreateAsync(new { groupId = other.Id, kind = "DAILY" }));
        var owner = await server.CreateKeyAsync(OperatorRole.Owner, null, mine.Key);
        (await server.DataAsync(
            "query($g: ID!, $o: ID!, $id: ID!) { digests { nodes { id items { member { displayName } } } } digestById(id: $id) { id } mine: digestCandidates(groupId: $g, kind: DAILY) { score { total } } others: digestCandidates(groupId: $o, kind: DAILY) { score { total } } }",
            new { g = mine.Id, o = other.Id, id = strange }, owner)).ShouldBeJson(
            $$"""{ "digests": { "nodes": [{ "id": "{{own}}", "items": [{ "member": { "displayName": "ann" } }] }] }, "digestById": null, "mine": [{ "score": { "total": 1 } }], "others": [] }""");
        (await ChangeAsync("approveDigest", "digest { id }", new { id = strange }, owner)).GetProperty("errors")[0].GetProperty("code").GetString().ShouldBe("NOT_FOUND");
        (await ChangeAsync("createDigest", "digest { id }", new { groupId = other.Id, kind = "MORNING" }, owner)).GetProperty("errors")[0].GetProperty("code").GetString().ShouldBe("NOT_FOUND");
        var analyst = await server.CreateKeyAsync(OperatorRole.Analyst);
        foreach (var @field in new[] { "text", "items { title }", "items { note }", "items { message { text } }" })
        {
            (await server.QueryAsync($"query($id: ID!) {{ digestById(id: $id) {{ {@field} }} }}", new { id = own }, analyst)).GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString()
                .ShouldBe("FORBIDDEN", @field);
        }

        (await server.QueryAsync("mutation($input: ApproveDigestInput!) { approveDigest(input: $input) { errors { __typename } } }", new { input = new { id = own } }, analyst))
            .GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString().ShouldBe("FORBIDDEN");
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string Today => server.Clock.Now.AddHours(8).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string IdOf(JsonElement payload) => payload.GetProperty("digest").GetProperty("id").GetString()!;

    private static string Message(JsonElement payload, int index) => payload.GetProperty("digest").GetProperty("items")[index].GetProperty("message").GetProperty("id").GetString()!;

    private static string Iso(DateTime at) => at.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);

    /// <summary>Noon in Shanghai, where the groups' days are: what is said in the hour before is of today.</summary>
    private async Task ToNoonAsync()
    {
        var local = server.Clock.Now.AddHours(8);
        var noon = local.Date.AddHours(12);
        server.Clock.Forward(local < noon ? noon - local : local < noon.AddMinutes(30) ? TimeSpan.Zero : noon.AddDays(1) - local);
        await server.RunTimersAsync();
    }

    private async Task<(long Key, string Id)> GroupAsync() => await SampleCommunity.AddGroupAsync(server);

    private async Task SayAsync((long Key, string Id) group, params (string Who, string Text, int Minutes, string? Type)[] said) => await RecordAsync(
        group,
        [
            .. said.Select(s => s.Who).Distinct().Select(who => Row(group, "JOIN", who, $"join-{who}", -120)),
            .. said.Select((s, i) => Row(group, "MESSAGE", s.Who, $"m{i}", s.Minutes, s.Text, s.Type)),
        ]);

    private object Row((long Key, string Id) group, string kind, string who, string id, int minutes, string? text = null, string? contentType = null, string? contentItemId = null, string? replyTo = null) => new
    {
        kind, externalId = $"{group.Key}-{id}", occurredAt = Iso(server.Clock.Now.AddMinutes(minutes)), group = new { id = group.Id },
        member = new { platform = "WECHAT", externalId = $"{group.Key}-{who}", displayName = who }, text, contentType, contentItemId, replyTo,
    };

    private async Task RecordAsync((long Key, string Id) group, object[] activities) => (await server.DataAsync(
        "mutation($input: RecordActivitiesInput!) { recordActivities(input: $input) { report { rejected { code message } } } }", new { input = new { source = $"digest-{group.Key}", activities } }))
        .ShouldBeJson("""{ "recordActivities": { "report": { "rejected": [] } } }""");

    private Task KolAsync((long Key, string Id) group, string who) => server.Database.WriteAsync(
        AccessScope.Everything,
        (db, ct) => db.Memberships.Where(m => m.GroupId == group.Key && m.Member.DisplayName == who).ExecuteUpdateAsync(set => set.SetProperty(m => m.Role, MembershipRole.Kol), ct),
        Token);

    /// <summary>Accounts on a platform on which members can be written to.</summary>
    private Task QqAsync((long Key, string Id) group) => server.Database.WriteAsync(
        AccessScope.Everything,
        (db, ct) => db.Identities.Where(i => i.Member.Memberships.Any(m => m.GroupId == group.Key)).ExecuteUpdateAsync(set => set.SetProperty(i => i.Platform, Platform.Qq), ct),
        Token);

    private async Task<string> MemberAsync((long Key, string Id) group, string name) => (await server.DataAsync(
        "query($g: ID!, $n: String!) { members(where: { displayName: { eq: $n }, memberships: { some: { group: { id: { eq: $g } } } } }) { nodes { id } } }", new { g = group.Id, n = name }))
        .GetProperty("members").GetProperty("nodes")[0].GetProperty("id").GetString()!;

    private async Task<string> ContentAsync(string title, ContentCategory category, int days = -1)
    {
        var key = await server.Database.WriteAsync(
            AccessScope.Everything,
            async (db, ct) =>
            {
                var item = new ContentItem { Title = title, Body = "正文", Category = category, Status = ContentStatus.Published, PublishedAt = server.Clock.Now.AddDays(days) };
                db.ContentItems.Add(item);
                await db.SaveChangesAsync(ct);
                return item.Id;
            },
            Token);
        return Convert.ToBase64String(Encoding.UTF8.GetBytes($"ContentItem:{key}"));
    }

    private Task<JsonElement> CreateAsync(object input) => ChangeAsync(
        "createDigest", "digest { id status version title items { position title note member { displayName } message { id text } contentItem { title } score { total } } }", input);

    private async Task<(string, int)[]> CandidatesAsync((long Key, string Id) group) =>
    [
        .. (await server.DataAsync("query($g: ID!) { digestCandidates(groupId: $g, kind: DAILY) { message { member { displayName } } score { parts { part points } } } }", new { g = group.Id }))
            .GetProperty("digestCandidates").EnumerateArray().Select(c => (
                c.GetProperty("message").GetProperty("member").GetProperty("displayName").GetString()!,
                c.GetProperty("score").GetProperty("parts").EnumerateArray().Single(p => p.GetProperty("part").GetString() == "LENGTH").GetProperty("points").GetInt32())),
    ];

    private async Task<JsonElement> DigestsAsync((long Key, string Id) group, string fields = "date status deliverAt schedule { lastFound } items { contentItem { title } score { total parts { part } } }") =>
        (await server.DataAsync($"query($g: ID!) {{ groupById(id: $g) {{ digests {{ nodes {{ {fields} }} }} }} }}", new { g = group.Id })).GetProperty("groupById").GetProperty("digests").GetProperty("nodes");

    private async Task<string?> StatusAsync(string id) => (await server.DataAsync("query($id: ID!) { digestById(id: $id) { status } }", new { id })).GetProperty("digestById").GetProperty("status").GetString();

    private async Task<string?> CodeAsync(string mutation, object input)
    {
        var errors = (await ChangeAsync(mutation, mutation == "setDigestSchedule" ? "digestSchedule { id }" : "digest { id }", input)).GetProperty("errors");
        return errors.ValueKind == JsonValueKind.Null ? null : errors[0].GetProperty("code").GetString();
    }

    private async Task<JsonElement> FieldsAsync(string mutation, object input) =>
        (await ChangeAsync(mutation, mutation == "setDigestSchedule" ? "digestSchedule { id }" : "digest { id }", input)).GetProperty("errors")[0].GetProperty("fields");

    private async Task<JsonElement> ChangeAsync(string mutation, string fields, object input, string? apiKey = null) => (await server.DataAsync(
        $$"""mutation($input: {{char.ToUpperInvariant(mutation[0])}}{{mutation[1..]}}Input!) { {{mutation}}(input: $input) { {{fields}} {{Errors}} } }""", new { input }, apiKey)).GetProperty(mutation);
}
