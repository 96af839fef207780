namespace Headless.Server.Tracking;

/// <summary>The section <c>Tracking</c> of the configuration.</summary>
public sealed record TrackingOptions
{
    public const string SectionName = "Tracking";

    /// <summary>What links to tracked pages begin with, such as https://go.example.org; they are relative unless given.</summary>
    public string? PublicUrl { get; init; }

    /// <summary>The hosts that pages may be on, each with its subdomains; any unless given.</summary>
    public IReadOnlyList<string> AllowedHosts { get; init; } = [];

    /// <exception cref="InvalidOperationException">A setting cannot be.</exception>
    public static TrackingOptions From(IConfiguration configuration)
    {
        var options = configuration.GetSection(SectionName).Get<TrackingOptions>() ?? new TrackingOptions();
        return options.PublicUrl is null || TrackedPage.IsTarget(options.PublicUrl)
            ? options
            : throw new InvalidOperationException($"Tracking:PublicUrl is '{options.PublicUrl}': give an absolute http or https address, such as https://go.example.org.");
    }

    /// <summary>The address of a link.</summary>
    public string AddressOf(string code) => $"{PublicUrl?.TrimEnd('/')}{LinkEndpoints.Path}/{code}";

    /// <summary>Links may lead to an address.</summary>
    /// <exception cref="DomainException"><see cref="DomainErrorCodes.TargetNotAllowed"/>.</exception>
    public void Require(string url)
    {
        if (!Allows(url))
        {
            throw new DomainException(DomainErrorCodes.TargetNotAllowed, "Links may not lead there: the hosts that are allowed are a setting (Tracking:AllowedHosts), and a link cannot lead to a link.");
        }
    }

    /// <summary>Whether links may lead to an address: on a host that is allowed, and not to a link here, which would lead in a circle.</summary>
    public bool Allows(string url)
    {
        var target = new Uri(url);
        var isOwn = PublicUrl is not null && new Uri(PublicUrl).Host == target.Host && target.AbsolutePath.StartsWith(LinkEndpoints.Path + "/", StringComparison.Ordinal);
        return !isOwn
            && (AllowedHosts.Count == 0
                || AllowedHosts.Any(host => target.Host.Equals(host, StringComparison.OrdinalIgnoreCase) || target.Host.EndsWith("." + host, StringComparison.OrdinalIgnoreCase)));
    }
}
