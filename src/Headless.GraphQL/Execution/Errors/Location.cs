namespace Headless.GraphQL;

/// <summary>A position in the document of the request (specification section 7.1.2, "locations").</summary>
/// <param name="Line">Line number, from 1.</param>
/// <param name="Column">Column, from 1.</param>
public readonly record struct Location(int Line, int Column);
