namespace Headless.Community;

/// <summary>Who carries out a mutation.</summary>
/// <param name="OperatorId">The operator.</param>
/// <param name="ApiKeyId">The key that they came with; null where they came without one.</param>
/// <param name="Mutation">The field of <c>Mutation</c>.</param>
public sealed record AuditAuthor(long? OperatorId, long? ApiKeyId, string Mutation);
