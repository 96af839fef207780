using Headless.Community.Data;
using Headless.Server.Features.Audit;
using Headless.Server.Tests.Fixtures;
using Headless.Server.Timers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Headless.Server.Tests.Features.Audit;

/// <summary>A server that keeps its audit log for thirty days.</summary>
public sealed class ShortAuditServerFixture : ServerFixture
{
    protected override IEnumerable<KeyValuePair<string, string>> Settings => [KeyValuePair.Create("Audit:RetentionDays", "30"), KeyValuePair.Create("Timers:Enabled", "false")];
}

/// <summary>The audit log is kept as long as the setting says.</summary>
public sealed class AuditRetentionTests(ShortAuditServerFixture server) : IClassFixture<ShortAuditServerFixture>
{
    [Fact]
    public async Task What_was_done_before_that_is_forgotten_and_the_rest_stays()
    {
        await server.DataAsync("mutation { a: createTag(input: { name: \"old\" }) { tag { id } } b: createTag(input: { name: \"new\" }) { tag { id } } }");
        await server.Database.WriteAsync(
            AccessScope.Everything,
            async (db, ct) =>
            {
                var old = await db.Tags.Where(t => t.Name == "old").Select(t => t.Id).SingleAsync(ct);
                await db.AuditEntries.Where(e => e.SubjectType == "Tag" && e.SubjectId == old).ExecuteUpdateAsync(set => set.SetProperty(e => e.At, TestClock.UtcNow.UtcDateTime.AddDays(-31)), ct);
                await db.AuditEntries.Where(e => e.SubjectType == "Tag" && e.SubjectId != old).ExecuteUpdateAsync(set => set.SetProperty(e => e.At, TestClock.UtcNow.UtcDateTime.AddDays(-29)), ct);
            },
            TestContext.Current.CancellationToken);

        await server.Factory.Services.GetRequiredService<TimerService>().RunDueAsync(TestContext.Current.CancellationToken);

        (await server.DataAsync("{ auditEntries(where: { mutation: { eq: \"createTag\" } }) { totalCount nodes { subjectType action } } }")).ShouldBeJson(
            """{ "auditEntries": { "totalCount": 1, "nodes": [{ "subjectType": "Tag", "action": "CREATED" }] } }""");
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("36501")]
    public void A_number_that_is_no_time_to_keep_it_stops_the_start(string days) =>
        Should.Throw<InvalidOperationException>(() => AuditOptions.From(new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create("Audit:RetentionDays", (string?)days)]).Build()))
            .Message.ShouldContain("Audit:RetentionDays");
}
