using Headless.Community.Demo;
using Headless.Metrics.Rollups;

namespace Headless.Server.Hosting;

/// <summary>What happens between putting the server together and listening: the tables, the demo community, the first keys.</summary>
internal static class DatabaseStartup
{
    /// <summary>Applies migrations and loads the demo community where the settings say so, and makes sure that somebody can get in.</summary>
    public static async Task PrepareDatabaseAsync(this WebApplication app, CancellationToken ct = default)
    {
        var database = app.Services.GetRequiredService<CommunityDatabase>();
        if (database.Options.MigrateOnStart)
        {
            await database.MigrateAsync(ct);
        }

        var rebuild = app.Services.GetRequiredService<MetricsRebuild>();
        if (await rebuild.IsNeededAsync(ct))
        {
            app.Logger.LogInformation("This version keeps more in the rollups than the last: they are computed anew from the log.");
            await rebuild.RunAsync(progress: null, ct);
        }

        var demo = app.Configuration.GetSection(DemoOptions.SectionName).Get<DemoOptions>() ?? new DemoOptions();
        if (demo.Load ?? app.Environment.IsDevelopment())
        {
            await LoadDemoAsync(app, database, ct);
        }

        await CreateFirstLeadAsync(app, database, ct);
    }

    /// <summary>Loads the demo community into an empty database, and prints a key for each role: the LEAD needs none on this machine in Development.</summary>
    private static async Task LoadDemoAsync(WebApplication app, CommunityDatabase database, CancellationToken ct)
    {
        var started = TimeProvider.System.GetTimestamp();
        var community = app.Services.GetRequiredService<DemoCommunity>();
        if (!await community.LoadAsync(app.Services.GetRequiredService<ReportingCalendar>().TimeZone, ct))
        {
            return;
        }

        app.Logger.LogInformation("Loaded the demo community in {Seconds:N1} s. Keys for each role, shown this once:", TimeProvider.System.GetElapsedTime(started).TotalSeconds);
        foreach (var role in Enum.GetValues<OperatorRole>())
        {
            var secret = await IssueAsync(database, role, ct);
            app.Logger.LogInformation("{Role,-11} {ApiKey}", role.ToString().ToUpperInvariant(), secret);
        }
    }

    /// <summary>A database without operators gets a LEAD, whose key is printed this once: nobody could get in otherwise.</summary>
    private static async Task CreateFirstLeadAsync(WebApplication app, CommunityDatabase database, CancellationToken ct)
    {
        await using (var reader = database.Create(AccessScope.Everything))
        {
            if (await reader.Operators.AnyAsync(ct))
            {
                return;
            }
        }

        // Asked again: another process may be at the same.
        var isEmpty = await database.WriteAsync(
            AccessScope.Everything,
            async (db, token) =>
            {
                if (await db.Operators.AnyAsync(token))
                {
                    return false;
                }

                db.Operators.Add(new Operator { Name = "Lead", Role = OperatorRole.Lead });
                await db.SaveChangesAsync(token);
                return true;
            },
            ct);
        if (isEmpty)
        {
            var secret = await IssueAsync(database, OperatorRole.Lead, ct);
            app.Logger.LogWarning("The database had no operator. The first LEAD's key, shown this once: {ApiKey}", secret);
        }
    }

    /// <summary>A key with every scope for the first operator of a role.</summary>
    private static Task<string> IssueAsync(CommunityDatabase database, OperatorRole role, CancellationToken ct) => database.WriteAsync(
        AccessScope.Everything,
        async (db, token) =>
        {
            var owner = await db.Operators.Where(o => o.Role == role).OrderBy(o => o.Id).FirstAsync(token);
            var (key, secret) = ApiKey.Issue(owner, "first key", [.. Enum.GetValues<ApiKeyScope>()]);
            db.ApiKeys.Add(key);
            await db.SaveChangesAsync(token);
            return secret;
        },
        ct);
}
