using System.Net;
using Microsoft.AspNetCore.HttpOverrides;

namespace Headless.Server.Hosting;

/// <summary>The section <c>Proxy</c> of the configuration: whose word is taken for where a request comes from.</summary>
public sealed record ProxyOptions
{
    public const string SectionName = "Proxy";

    /// <summary>Addresses and networks of proxies, such as 10.1.0.7 or 10.1.0.0/16. Without any, nobody is believed.</summary>
    public IReadOnlyList<string> Trusted { get; init; } = [];

    /// <summary>How many of them a request passes at most, one behind the other.</summary>
    public int Hops { get; init; } = 1;

    /// <exception cref="InvalidOperationException">A setting cannot be.</exception>
    public static ProxyOptions From(IConfiguration configuration)
    {
        var options = configuration.GetSection(SectionName).Get<ProxyOptions>() ?? new ProxyOptions();
        return options.Hops is >= 1 and <= 10 ? options : throw new InvalidOperationException($"{SectionName}:Hops is {options.Hops}: give 1 to 10.");
    }

    /// <summary>
    /// The address and the scheme of the client, told by <c>X-Forwarded-For</c> and <c>X-Forwarded-Proto</c>; by others than these proxies they mean nothing. The host is never
    /// taken: addresses that we write begin with settings.
    /// </summary>
    /// <exception cref="InvalidOperationException">One of them is no address and no network.</exception>
    public ForwardedHeadersOptions ToForwardedHeaders()
    {
        var forwarded = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto, ForwardLimit = Hops };
        forwarded.KnownProxies.Clear();
        forwarded.KnownIPNetworks.Clear();
        foreach (var text in Trusted)
        {
            if (IPAddress.TryParse(text, out var address))
            {
                forwarded.KnownProxies.Add(address);
            }
            else
            {
                forwarded.KnownIPNetworks.Add(System.Net.IPNetwork.TryParse(text, out var network)
                    ? network
                    : throw new InvalidOperationException($"{SectionName}:Trusted: '{text}' is no address such as 10.1.0.7 and no network such as 10.1.0.0/16."));
            }
        }

        return forwarded;
    }
}
