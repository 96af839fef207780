namespace Headless.GraphQL.Authoring;

/// <summary>The names that the conventions give one mutation.</summary>
internal sealed record MutationNames(string InputType, string InputArgument, string PayloadType, string? PayloadField, string ErrorType);
