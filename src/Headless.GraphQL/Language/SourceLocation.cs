namespace Headless.GraphQL.Language;

/// <summary>Where a token or node stands in its source text.</summary>
/// <param name="Start">Offset of the first byte in the UTF-8 source, from 0.</param>
/// <param name="End">Offset just past the last byte in the UTF-8 source.</param>
/// <param name="Line">Line number, from 1 (specification section 7.1.2, "locations").</param>
/// <param name="Column">Column in Unicode code units of the line, from 1.</param>
public readonly record struct SourceLocation(int Start, int End, int Line, int Column);
