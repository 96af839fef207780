namespace Headless.Server.Hosting;

/// <summary>The section <c>Demo</c> of the configuration.</summary>
public sealed record DemoOptions
{
    public const string SectionName = "Demo";

    /// <summary>Whether an empty database gets the demo community at its first start. Default: in Development only.</summary>
    public bool? Load { get; init; }
}
