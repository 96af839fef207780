namespace Headless.GraphQL.Execution.Planning;

/// <summary>A condition of @skip or @include on a variable: one bit of the include flags of a request.</summary>
/// <param name="Variable">The variable's name.</param>
/// <param name="IncludedWhen">The value with which the selection is included.</param>
internal readonly record struct IncludeCondition(string Variable, bool IncludedWhen);
