using System.Text.Json;
using Headless.Community;
using Headless.Community.Data;
using Headless.Metrics.Rollups;
using Headless.Server.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Headless.Server.Tests.Features.Moderation;

/// <summary>A server that keeps the texts of messages for a day.</summary>
public sealed class ForgettingServerFixture : ServerFixture
{
    protected override IEnumerable<KeyValuePair<string, string>> Settings => [KeyValuePair.Create("Retention:MessageText", "1.00:00:00")];
}

/// <summary>Texts are kept as long as the setting says, and what was counted of them stays.</summary>
public sealed class MessageTextRetentionTests(ForgettingServerFixture server) : IClassFixture<ForgettingServerFixture>
{
    private const string SetKind = "mutation($input: SetAccountKindInput!) { setAccountKind(input: $input) { membership { id } } }";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Texts_and_evidence_go_after_their_time_and_the_counts_stay()
    {
        var group = await ModeratedGroup.CreateAsync(server, new { kind = "AD", text = "禁止广告", pattern = "促销" });
        await group.ReportAsync(group.Joins("clerk"), group.Joins("ann"), group.Joins("eve"));
        var clerk = await MembershipIdAsync(group, "clerk");
        var controlledById = (await server.DataAsync("{ viewer { operator { id } } }")).GetProperty("viewer").GetProperty("operator").GetProperty("id").GetString();
        await server.DataAsync(SetKind, new { input = new { id = clerk, accountKind = "SERVICE", controlledById } });
        await group.ReportAsync(
            group.Says("clerk", "大家早上好", 0.1), group.Says("clerk", "大家早上好", 0.2), group.Says("clerk", "😀", 0.3), group.Says("ann", "你好", 0.4), group.Says("eve", "促销 13800000000", 0.5));

        // All of it as if it were two days old, but for one message.
        await server.Database.WriteAsync(
            AccessScope.Everything,
            async (db, ct) =>
            {
                await db.Activities.ExecuteUpdateAsync(set => set.SetProperty(a => a.RecordedAt, TestClock.UtcNow.UtcDateTime.AddDays(-2)), ct);
                await db.Violations.ExecuteUpdateAsync(set => set.SetProperty(v => v.CreatedAt, TestClock.UtcNow.UtcDateTime.AddDays(-2)), ct);
            },
            Token);
        await group.ReportAsync(group.Says("ann", "新消息", 1));
        await UntilAsync(async db => !await db.Activities.AnyAsync(a => a.Kind == ActivityKind.MessageSent && a.Text != null && a.Text != "新消息", Token));
        await UntilAsync(async db => !await db.Violations.AnyAsync(v => v.Evidence != null, Token));

        await using var db = server.Database.Create(AccessScope.Everything);
        (await db.Activities.CountAsync(a => a.GroupId == group.Key && a.Text == "新消息", Token)).ShouldBe(1);
        (await group.ViolationsAsync("evidence matched spanStart spanLength kind")).ShouldBeJson(
            """[{ "evidence": null, "matched": "促销", "spanStart": 0, "spanLength": 2, "kind": "AD" }]""");
        (await db.Activities.AnyAsync(a => a.Kind == ActivityKind.MessageTextsEmptied, Token)).ShouldBeTrue();

        var before = await RollupsAsync();
        await server.Factory.Services.GetRequiredService<MetricsRebuild>().RunAsync(null, Token);
        (await RollupsAsync()).ShouldBe(before);

        // What the account said counts now as it would have counted then: the repeat and the emoji do not.
        await server.DataAsync(SetKind, new { input = new { id = clerk, accountKind = "CUSTOMER" } });
        (await db.GroupHours.AsNoTracking().Where(h => h.GroupId == group.Key).SumAsync(h => h.EffectiveMessages, Token)).ShouldBe(4);
        before = await RollupsAsync();
        await server.Factory.Services.GetRequiredService<MetricsRebuild>().RunAsync(null, Token);
        (await RollupsAsync()).ShouldBe(before);
    }

    private async Task<string> MembershipIdAsync(ModeratedGroup group, string name) =>
        (await server.DataAsync(
            "query($id: ID!, $name: String!) { groupById(id: $id) { memberships(where: { nickname: { eq: $name } }) { nodes { id } } } }", new { id = group.Id, name }))
        .GetProperty("groupById").GetProperty("memberships").GetProperty("nodes")[0].GetProperty("id").GetString()!;

    private async Task<string> RollupsAsync()
    {
        await using var db = server.Database.Create(AccessScope.Everything);
        return JsonSerializer.Serialize(new
        {
            hours = await db.GroupHours.AsNoTracking().OrderBy(h => h.GroupId).ThenBy(h => h.HourStart).ToListAsync(Token),
            days = await db.GroupDays.AsNoTracking().OrderBy(d => d.GroupId).ThenBy(d => d.Day).ToListAsync(Token),
            members = await db.MemberDays.AsNoTracking().OrderBy(d => d.GroupId).ThenBy(d => d.Day).ThenBy(d => d.MemberId).ToListAsync(Token),
        });
    }

    private async Task UntilAsync(Func<CommunityDbContext, Task<bool>> isSo)
    {
        for (var attempt = 0; attempt < 100; attempt++)
        {
            await using var db = server.Database.Create(AccessScope.Everything);
            if (await isSo(db))
            {
                return;
            }

            await Task.Delay(100, Token);
        }

        throw new TimeoutException("It has not happened within ten seconds.");
    }
}
