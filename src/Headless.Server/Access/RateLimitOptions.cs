namespace Headless.Server.Access;

/// <summary>The section <c>RateLimit</c> of the configuration: how much a caller may ask for, in units of the cost of operations.</summary>
public sealed record RateLimitOptions
{
    public const string SectionName = "RateLimit";

    /// <summary>Units that a key, or an operator who comes with a token, may spend in a <see cref="Window"/>; 0: as many as they like.</summary>
    public int Limit { get; init; } = 6_000_000;

    /// <summary>Units that an address may spend in a window without a key: it gets at the schema and nothing else. 0: as many as it likes.</summary>
    public int AnonymousLimit { get; init; } = 60_000;

    /// <summary>The time in which a budget that was spent is whole again.</summary>
    public TimeSpan Window { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>How many callers are told apart at a time; beyond it newcomers share one budget, so that no flood of addresses fills the memory.</summary>
    public int MaxCallers { get; init; } = 100_000;

    /// <summary>Reads the section.</summary>
    /// <exception cref="InvalidOperationException">A number is below zero, or the window is none.</exception>
    internal static RateLimitOptions From(IConfiguration configuration)
    {
        var options = configuration.GetSection(SectionName).Get<RateLimitOptions>() ?? new RateLimitOptions();
        return options is { Limit: >= 0, AnonymousLimit: >= 0, MaxCallers: > 0 } && options.Window > TimeSpan.Zero
            ? options
            : throw new InvalidOperationException(
                $"{SectionName}: Limit and AnonymousLimit cannot be below 0, MaxCallers and Window have to be above it.");
    }
}
