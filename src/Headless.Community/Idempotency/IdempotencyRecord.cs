namespace Headless.Community;

/// <summary>The answer to a mutation or batch that came with an idempotency key; sent again, it gets this answer.</summary>
[Unaudited]
public sealed class IdempotencyRecord
{
    public const int KeyMaxLength = 200;
    public const int OperationMaxLength = 100;
    public const int RequestHashLength = 32;

    public long Id { get; init; }

    /// <summary>What the client sent; unique.</summary>
    public required string Key { get; init; }

    /// <summary>The mutation that it came with.</summary>
    public required string Operation { get; init; }

    /// <summary>The SHA-256 of the request: the same key with another request is a mistake.</summary>
    public required byte[] RequestHash { get; init; }

    /// <summary>The answer, JSON.</summary>
    public required string Response { get; init; }

    /// <summary>When it was given, UTC.</summary>
    public DateTime CreatedAt { get; init; }
}
