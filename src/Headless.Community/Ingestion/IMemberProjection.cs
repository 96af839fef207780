using Headless.Community.Data;

namespace Headless.Community.Ingestion;

/// <summary>
/// Takes what members add to what is derived from the log out of it, and puts it in again: around a change of whose stays and
/// activities they are, so that afterwards it is what computing it anew would give. The metrics implement it.
/// </summary>
public interface IMemberProjection
{
    /// <summary>Takes out what the members' stays and messages add, as they are now.</summary>
    Task WithdrawAsync(CommunityDbContext context, IReadOnlyCollection<long> memberIds, CancellationToken cancellationToken);

    /// <summary>Adds what the members' stays and messages are now; nothing of theirs may be in.</summary>
    Task RestoreAsync(CommunityDbContext context, IReadOnlyCollection<long> memberIds, CancellationToken cancellationToken);
}
