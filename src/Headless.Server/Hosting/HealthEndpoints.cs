namespace Headless.Server.Hosting;

/// <summary><c>/alive</c>: the process answers. <c>/health</c>: it can read its database.</summary>
internal static class HealthEndpoints
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);

    public static void MapHealth(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapGet("/alive", () => Results.Json(new { status = "alive" }));
        endpoints.MapGet("/health", async (CommunityDatabase database, ILogger<CommunityDatabase> logger, CancellationToken ct) =>
        {
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
            limit.CancelAfter(Limit);
            try
            {
                await using var db = database.Create(AccessScope.Everything);
                await db.MetricStates.AsNoTracking().AnyAsync(limit.Token);
                return Results.Json(new { status = "healthy" });
            }
            catch (Exception exception) when (exception is not OperationCanceledException || !ct.IsCancellationRequested)
            {
                logger.LogWarning(exception, "The health check could not read the database.");
                return Results.Json(new { status = "unhealthy", reason = "The database cannot be read." }, statusCode: StatusCodes.Status503ServiceUnavailable);
            }
        });
    }
}
