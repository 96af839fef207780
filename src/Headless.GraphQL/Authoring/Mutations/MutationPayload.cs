namespace Headless.GraphQL.Authoring;

/// <summary>What a mutation's payload type is over: the result, or the errors instead of it.</summary>
internal sealed record MutationPayload(object? Result, IReadOnlyList<object>? Errors);
