namespace Headless.Server.Delivery;

/// <summary>The section <c>Feed</c> of the configuration.</summary>
public sealed record FeedOptions
{
    public const string SectionName = "Feed";

    /// <summary>
    /// How long a cursor may have been left alone before subscriptions refuse it; null: a reader may come back after any time. The log itself is
    /// kept whole, since every figure can be counted anew from it: <c>activities</c> reads on from any cursor.
    /// </summary>
    public TimeSpan? CursorLifetime { get; init; }

    /// <summary>Reads the section.</summary>
    /// <exception cref="InvalidOperationException">A value cannot be.</exception>
    internal static FeedOptions From(IConfiguration configuration)
    {
        var options = configuration.GetSection(SectionName).Get<FeedOptions>() ?? new FeedOptions();
        return options.CursorLifetime is null || options.CursorLifetime >= TimeSpan.FromHours(1)
            ? options
            : throw new InvalidOperationException($"{SectionName}:CursorLifetime must be at least an hour.");
    }
}
