using System.Net;
using System.Net.Sockets;

namespace Headless.Server.Delivery.Webhooks;

/// <summary>Finds the addresses of a host: the system's way, unless a test has another.</summary>
public interface IHostResolver
{
    Task<IReadOnlyList<IPAddress>> ResolveAsync(string host, CancellationToken cancellationToken);
}

/// <summary>By the system.</summary>
internal sealed class SystemHostResolver : IHostResolver
{
    public async Task<IReadOnlyList<IPAddress>> ResolveAsync(string host, CancellationToken cancellationToken) =>
        await Dns.GetHostAddressesAsync(host, cancellationToken);
}

/// <summary>
/// Which addresses deliveries may go to. A webhook's address is chosen outside: it must not become a way into the network that the server
/// stands in. The name is resolved for each connection, and the connection made to an address that was checked, so that a name cannot
/// lead elsewhere a moment later.
/// </summary>
public sealed class WebhookNetwork(WebhookOptions options, IHostResolver resolver)
{
    /// <summary>IPv4 that is not the public Internet (IANA's registry of special-purpose addresses).</summary>
    private static readonly IPNetwork[] s_special = Networks(
        "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24",
        "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4");

    /// <summary>Of IPv6 only this is the public Internet, but for what follows: documentation, and what holds an IPv4 address.</summary>
    private static readonly IPNetwork s_global = IPNetwork.Parse("2000::/3");

    private static readonly IPNetwork[] s_notGlobal = Networks("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20");

    /// <summary>Whether deliveries may go to an address.</summary>
    public bool Allows(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return options.Networks.Any(network => network.Contains(plain)) || IsPublic(plain);
    }

    /// <summary>Why deliveries cannot go to a webhook's address, by its text alone; null where they may.</summary>
    public string? Refuse(string url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri) || uri.Scheme is not ("https" or "http"))
        {
            return "Give an absolute https address.";
        }

        if (uri.Scheme == Uri.UriSchemeHttp && !options.AllowHttp)
        {
            return "Give an https address: this server sends nothing over http.";
        }

        if (uri.UserInfo.Length > 0 || uri.Fragment.Length > 0)
        {
            return "An address with a user name or a fragment is not called: leave them out.";
        }

        return IPAddress.TryParse(uri.IdnHost.Trim('[', ']'), out var address) && !Allows(address)
            ? $"{address} is no public address: this server does not call it."
            : null;
    }

    /// <summary>Connects to a host that may be called.</summary>
    /// <exception cref="HostNotFoundException">The name leads nowhere.</exception>
    /// <exception cref="AddressRefusedException">It leads only to addresses that may not be called.</exception>
    /// <exception cref="SocketException">Nobody answers there.</exception>
    public async ValueTask<Stream> ConnectAsync(DnsEndPoint endPoint, CancellationToken cancellationToken)
    {
        var allowed = (await FindAsync(endPoint.Host, cancellationToken)).Where(Allows).ToArray();
        if (allowed.Length == 0)
        {
            throw new AddressRefusedException(endPoint.Host);
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, endPoint.Port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private async Task<IReadOnlyList<IPAddress>> FindAsync(string host, CancellationToken cancellationToken)
    {
        if (IPAddress.TryParse(host.Trim('[', ']'), out var literal))
        {
            return [literal];
        }

        try
        {
            return await resolver.ResolveAsync(host, cancellationToken) is { Count: > 0 } found ? found : throw new HostNotFoundException(host);
        }
        catch (SocketException)
        {
            throw new HostNotFoundException(host);
        }
    }

    private static bool IsPublic(IPAddress address) => address.AddressFamily == AddressFamily.InterNetwork
        ? !s_special.Any(network => network.Contains(address))
        : s_global.Contains(address) && !s_notGlobal.Any(network => network.Contains(address));

    private static IPNetwork[] Networks(params string[] networks) => [.. networks.Select(network => IPNetwork.Parse(network))];
}

/// <summary>The name of a host leads nowhere.</summary>
public sealed class HostNotFoundException(string host) : IOException($"The name {host} leads nowhere.");

/// <summary>A host leads only to addresses that the server does not call.</summary>
public sealed class AddressRefusedException(string host)
    : IOException($"{host} leads to no public address: this server calls others only where Webhooks:AllowedNetworks names them.");
