using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace Headless.Community;

/// <summary>The section <c>Joining</c> of the configuration.</summary>
public sealed record JoiningOptions
{
    public const string SectionName = "Joining";

    /// <summary>How long a join request waits for a decision.</summary>
    public TimeSpan RequestsExpireAfter { get; init; } = TimeSpan.FromDays(7);

    /// <summary>Reads the section and refuses what makes no sense.</summary>
    /// <exception cref="InvalidOperationException">A time is not one, or not longer than nothing.</exception>
    public static JoiningOptions From(IConfiguration configuration)
    {
        var options = new JoiningOptions();
        return configuration.GetSection(SectionName)[nameof(RequestsExpireAfter)] is not { Length: > 0 } text ? options
            : TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var time) && time > TimeSpan.Zero ? options with { RequestsExpireAfter = time }
            : throw new InvalidOperationException($"{SectionName}:{nameof(RequestsExpireAfter)} is '{text}': give a time such as 7.00:00:00.");
    }
}
