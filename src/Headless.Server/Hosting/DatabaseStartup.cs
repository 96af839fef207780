using Headless.Server.Access;

namespace Headless.Server.Hosting;

/// <summary>What happens between putting the server together and listening: the schema of the database, and the first operator.</summary>
internal static class DatabaseStartup
{
    /// <summary>Applies migrations where the settings say so and makes sure that somebody can get in.</summary>
    public static async Task PrepareDatabaseAsync(this WebApplication app, CancellationToken ct = default)
    {
        var database = app.Services.GetRequiredService<CommunityDatabase>();
        if (database.Options.MigrateOnStart)
        {
            await database.MigrateAsync(ct);
        }

        await CreateFirstLeadAsync(app, database, ct);
    }

    /// <summary>A database without operators gets a LEAD, whose key is printed this once: nobody could get in otherwise.</summary>
    private static async Task CreateFirstLeadAsync(WebApplication app, CommunityDatabase database, CancellationToken ct)
    {
        var secret = await database.WriteAsync(
            AccessScope.Everything,
            async (db, token) =>
            {
                if (await db.Operators.AnyAsync(token))
                {
                    return null;
                }

                var lead = new Operator { Name = "Lead", Role = OperatorRole.Lead };
                db.Operators.Add(lead);
                await db.SaveChangesAsync(token);
                var (key, made) = ApiKey.Issue(lead, "first key", [.. Enum.GetValues<ApiKeyScope>()]);
                db.ApiKeys.Add(key);
                await db.SaveChangesAsync(token);
                return made;
            },
            ct);
        if (secret is not null)
        {
            app.Logger.LogWarning("The database had no operator. The first LEAD's key, shown this once: {ApiKey}", secret);
        }
    }
}
