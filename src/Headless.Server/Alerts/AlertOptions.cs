namespace Headless.Server.Alerts;

/// <summary>The section <c>Alerts</c> of the configuration: where conditions begin.</summary>
public sealed record AlertOptions
{
    public const string SectionName = "Alerts";

    /// <summary>The share of its limit from which on a group counts as nearly full.</summary>
    public double CapacityNearShare { get; init; } = 0.9;

    /// <summary>For how many days after it was entered a group may be without a campaign that has begun or will soon.</summary>
    public int FirstActivityDays { get; init; } = 7;

    /// <summary>Reads the section.</summary>
    /// <exception cref="InvalidOperationException">A value cannot be.</exception>
    internal static AlertOptions From(IConfiguration configuration)
    {
        var options = configuration.GetSection(SectionName).Get<AlertOptions>() ?? new AlertOptions();
        return options switch
        {
            { CapacityNearShare: not (> 0 and <= 1) } => throw new InvalidOperationException("Alerts:CapacityNearShare must be more than 0 and at most 1."),
            { FirstActivityDays: not (>= 1 and <= 365) } => throw new InvalidOperationException("Alerts:FirstActivityDays must be from 1 to 365."),
            _ => options,
        };
    }
}
