using Headless.Server.Writing;

namespace Headless.Server.Timers;

/// <summary>
/// Work that falls due at times which rows themselves say: a flash group past its end, an announcement whose hour has come. Every
/// class that implements it is found and carried out by <see cref="TimerService"/>.
/// </summary>
/// <remarks>
/// Carried out exactly once, across replicas and restarts, as long as both methods decide by the rows alone and
/// <see cref="RunAsync"/> changes those rows, so that what was done is not due any more: it runs in one transaction, under a lock
/// that one process holds at a time, and effects outside the database have no place in it.
/// </remarks>
public interface ITimedWork
{
    /// <summary>Whether anything is due. Asked about once a second without a lock: one indexed look-up.</summary>
    Task<bool> IsDueAsync(CommunityDbContext db, DateTime now, CancellationToken ct);

    /// <summary>
    /// Does what is due at the session's time, at most a few hundred rows at once, and records the activities that it causes.
    /// Called again until nothing is due.
    /// </summary>
    Task RunAsync(WriteSession session);
}
