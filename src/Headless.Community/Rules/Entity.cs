namespace Headless.Community;

/// <summary>A row that people edit: it has a key, says when it was made and changed, and notices that two edits collide.</summary>
public abstract class Entity
{
    /// <summary>The key, given by the database.</summary>
    public long Id { get; init; }

    /// <summary>When the row was made, UTC. Set when it is first saved.</summary>
    public DateTime CreatedAt { get; init; }

    /// <summary>When the row was last changed, UTC. Set with every save.</summary>
    public DateTime UpdatedAt { get; init; }

    /// <summary>
    /// The concurrency token: 1 at first, one more with every save, on every database. A save whose original version is
    /// not the stored one fails with <c>DbUpdateConcurrencyException</c>.
    /// </summary>
    public long Version { get; init; }
}
