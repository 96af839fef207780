using Headless.Community.Ingestion;
using Headless.Server.Access;
using Headless.Server.Features.Ingestion;
using Headless.Server.Writing;

namespace Headless.Server.Features.Memberships;

/// <summary>
/// Records one join or leave the way reports of many are recorded, so that the log and the rollups cannot tell who wrote it, and
/// answers the stay that it began or ended.
/// </summary>
internal static class StayRecording
{
    /// <summary>The namespace of the external ids of what comes in by single mutations.</summary>
    private const string Source = "api";

    /// <summary>The key that makes a repetition harmless, or one that nobody uses again.</summary>
    public static string ExternalIdOf(string? idempotencyKey) => idempotencyKey ?? Guid.CreateVersion7().ToString("N");

    /// <summary>Records it, unless its external id is known already.</summary>
    /// <exception cref="ActivityRejectedException">A rule refused it. Nothing has been changed.</exception>
    public static async Task<Membership> RecordStayAsync<TInput>(
        this ActivityIngestion ingestion, ActivityInput activity, Caller caller, CommunityDbContext db, CancellationToken cancellationToken)
    {
        var result = await ingestion.RecordMutationAsync(Source, [activity], caller.Scope, caller.AuthorOf<TInput>(), cancellationToken);
        if (result.Rejected is [var rejected])
        {
            throw new ActivityRejectedException(rejected.Code, rejected.Message, rejected.Field);
        }

        var kind = activity.Kind == ActivityInputKind.Join ? ActivityKind.MemberJoined : ActivityKind.MemberLeft;
        return await db.Activities.AsNoTracking()
                .Where(a => a.Source == Source && a.ExternalId == activity.ExternalId && a.Kind == kind)
                .Join(db.Memberships.AsNoTracking(), a => a.MembershipId, m => m.Id, (_, membership) => membership)
                .FirstOrDefaultAsync(cancellationToken)
            ?? throw new ActivityRejectedException("IDEMPOTENCY_KEY_REUSED", "The key was used for something else before: choose another.", "idempotencyKey");
    }
}
