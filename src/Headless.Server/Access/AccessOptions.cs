namespace Headless.Server.Access;

/// <summary>The section <c>Access</c> of the configuration.</summary>
public sealed record AccessOptions
{
    public const string SectionName = "Access";

    /// <summary>
    /// Whether a request from this machine without a key acts as the first LEAD, so that the first query is one curl. Development
    /// only: the server refuses to start with it anywhere else. Default: on in Development, off elsewhere.
    /// </summary>
    public bool? DevelopmentCaller { get; init; }

    /// <summary>Reads the section.</summary>
    /// <exception cref="InvalidOperationException">The development's caller is on outside Development.</exception>
    internal static AccessOptions From(IConfiguration configuration, IHostEnvironment environment)
    {
        var options = configuration.GetSection(SectionName).Get<AccessOptions>() ?? new AccessOptions();
        if (options.DevelopmentCaller == true && !environment.IsDevelopment())
        {
            throw new InvalidOperationException(
                $"Access:DevelopmentCaller is on in the environment {environment.EnvironmentName}: it would let everybody on this machine in as LEAD. Remove the setting.");
        }

        return options with { DevelopmentCaller = options.DevelopmentCaller ?? environment.IsDevelopment() };
    }
}
