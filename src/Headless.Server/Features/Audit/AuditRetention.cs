using Headless.Server.Timers;
using Headless.Server.Writing;

namespace Headless.Server.Features.Audit;

/// <summary>The section <c>Audit</c> of the configuration.</summary>
public sealed record AuditOptions
{
    public const string SectionName = "Audit";
    private const int MaxDays = 36_500;

    /// <summary>How many days the audit log is kept; null: for good.</summary>
    public int? RetentionDays { get; init; }

    /// <summary>Reads the section.</summary>
    /// <exception cref="InvalidOperationException">The number is not one of days to come.</exception>
    internal static AuditOptions From(IConfiguration configuration)
    {
        var options = configuration.GetSection(SectionName).Get<AuditOptions>() ?? new AuditOptions();
        return options.RetentionDays is null or (>= 1 and <= MaxDays)
            ? options
            : throw new InvalidOperationException($"{SectionName}:{nameof(RetentionDays)} is a number of days from 1 to {MaxDays}; leave it out to keep the audit log for good.");
    }
}

/// <summary>Forgets what was done longer ago than the audit log is kept.</summary>
internal sealed class AuditRetention(IConfiguration configuration) : ITimedWork
{
    private const int AtOnce = 1_000;

    private readonly AuditOptions _options = AuditOptions.From(configuration);

    public async Task<bool> IsDueAsync(CommunityDbContext db, DateTime now, CancellationToken ct)
    {
        if (_options.RetentionDays is not { } days)
        {
            return false;
        }

        var until = now.AddDays(-days);
        return await db.AuditEntries.AnyAsync(e => e.At < until, ct);
    }

    public Task RunAsync(WriteSession session)
    {
        var until = session.Now.AddDays(-_options.RetentionDays!.Value);
        var expired = session.Db.AuditEntries.Where(e => e.At < until).OrderBy(e => e.At).Select(e => e.Id).Take(AtOnce);
        return session.Db.AuditEntries.Where(e => expired.Contains(e.Id)).ExecuteDeleteAsync(session.CancellationToken);
    }
}
