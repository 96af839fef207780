namespace Headless.Community;

/// <summary>
/// That a request with an idempotency key has changed something: written in the transaction of its first change, with the answer once
/// that is known. A table beside <see cref="IdempotencyRecord"/>, whose rows are nobody's and kept for ever: they say which files have
/// been imported. These belong to a caller and are swept.
/// </summary>
[Unaudited]
public sealed class MutationReceipt
{
    public const int HashLength = 32;

    /// <summary>An answer that was forgotten because a person was erased after it was given.</summary>
    public static readonly byte[] Forgotten = [];

    public long Id { get; init; }

    /// <summary>Whose key it is: two operators may choose the same.</summary>
    public long OperatorId { get; init; }

    /// <summary>The SHA-256 of the key. The key itself is not kept: the answer is encrypted with it.</summary>
    public required byte[] KeyHash { get; init; }

    /// <summary>The SHA-256 of document, operation and variables: the same key with others is a mistake.</summary>
    public required byte[] RequestHash { get; init; }

    /// <summary>The answer, encrypted; null until it is known, and for good where the process ended in between; empty where it was <see cref="Forgotten"/>.</summary>
    public byte[]? Answer { get; init; }

    /// <summary>When the change was made, UTC.</summary>
    public DateTime CreatedAt { get; init; }
}
