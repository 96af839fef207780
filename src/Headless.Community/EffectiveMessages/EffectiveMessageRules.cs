using Headless.Community.Data;
using Microsoft.EntityFrameworkCore;

namespace Headless.Community.EffectiveMessages;

/// <summary>The versions of the rule that messages are judged by as they come.</summary>
/// <param name="Active">The one that figures are counted by.</param>
/// <param name="Counting">The one that they are going to be counted by; null: there is none.</param>
public sealed record EffectiveMessageRules(EffectiveMessageRuleVersion Active, EffectiveMessageRuleVersion? Counting)
{
    /// <summary>Reads them inside a transaction that holds the lock of the log: they change under that lock alone.</summary>
    public static async Task<EffectiveMessageRules> ReadAsync(CommunityDbContext context, CancellationToken cancellationToken)
    {
        var versions = await context.EffectiveMessageRuleVersions.AsNoTracking()
            .Where(version => version.Status == EffectiveMessageRuleStatus.Active || version.Status == EffectiveMessageRuleStatus.Counting)
            .ToListAsync(cancellationToken);
        return new EffectiveMessageRules(
            versions.Single(version => version.Status == EffectiveMessageRuleStatus.Active), versions.Find(version => version.Status == EffectiveMessageRuleStatus.Counting));
    }
}
