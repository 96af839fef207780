using Headless.GraphQL.Language;

namespace Headless.GraphQL.Validation.FieldMerging;

/// <summary>Two fields that cannot be merged.</summary>
/// <param name="ResponseName">The name that they would share in the response.</param>
/// <param name="Reason">Why, as a part of a sentence.</param>
/// <param name="Fields1">The first field, and below it the fields that are the reason.</param>
/// <param name="Fields2">The second field, and below it the fields that are the reason.</param>
internal sealed record FieldConflict(string ResponseName, string Reason, IReadOnlyList<FieldNode> Fields1, IReadOnlyList<FieldNode> Fields2);
