using Headless.Community.Data;
using Headless.Community.Ingestion;
using Microsoft.EntityFrameworkCore;

namespace Headless.Community.Demo;

/// <summary>The rule for effective messages of the demo community: its second version, by which all of its sixty days are counted.</summary>
internal static class DemoMessageRule
{
    /// <summary>Whole texts that it leaves out and the first version does not.</summary>
    private static readonly string[] s_echoes = ["收到", "好的", "ok"];

    /// <summary>Publishes it before anything is said, so that there is nothing to judge anew.</summary>
    public static async Task AddAsync(CommunityDbContext db, Operator lead, DateTime first, CancellationToken ct)
    {
        var at = UtcDateTimeConverter.ToStored(first);
        var before = await db.EffectiveMessageRuleVersions.SingleAsync(version => version.Status == EffectiveMessageRuleStatus.Active, ct);
        before.Supersede(at);
        await db.SaveChangesAsync(ct);
        var version = new EffectiveMessageRuleVersion
        {
            Number = (short)(before.Number + 1), ExcludedTextLines = string.Join('\n', s_echoes), Note = "接龙里的“收到”“好的”不算互动 An echo is no interaction", PublishedById = lead.Id,
        };
        version.Activate(at);
        db.EffectiveMessageRuleVersions.Add(version);
        db.Append(ActivityKind.EffectiveMessageRulePublished, at, lead.Id, text: $"{version.Number}", data: $$"""{"version":{{version.Number}}}""");
        db.Append(ActivityKind.EffectiveMessageRuleActivated, at, lead.Id, text: $"{version.Number}", data: $$"""{"version":{{version.Number}},"changedMessages":0}""");
        await db.SaveChangesAsync(ct);
    }
}
