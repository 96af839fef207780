namespace Headless.Community;

/// <summary>A number that an alert rests on.</summary>
/// <param name="Name">What it is, in camelCase: <c>accounts</c>, <c>capacity</c>. Stable within a kind of alert.</param>
/// <param name="Value">How much it is.</param>
public sealed record AlertFigure(string Name, decimal Value);
