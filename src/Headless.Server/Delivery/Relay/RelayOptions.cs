namespace Headless.Server.Delivery.Relay;

/// <summary>The section <c>Relay</c> of the configuration.</summary>
public sealed record RelayOptions
{
    public const string SectionName = "Relay";

    /// <summary>For how long a holder may show no sign of life before another server takes over.</summary>
    public TimeSpan TakeOverAfter { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Reads the section.</summary>
    /// <exception cref="InvalidOperationException">A value cannot be.</exception>
    internal static RelayOptions From(IConfiguration configuration)
    {
        var options = configuration.GetSection(SectionName).Get<RelayOptions>() ?? new RelayOptions();
        return options.TakeOverAfter >= TimeSpan.FromSeconds(1) && options.TakeOverAfter <= TimeSpan.FromMinutes(5)
            ? options
            : throw new InvalidOperationException($"{SectionName}:TakeOverAfter must be from a second to five minutes.");
    }
}
