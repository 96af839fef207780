using System.Collections.Concurrent;
using System.Net;
using Headless.Server.Delivery.Webhooks;
using Headless.Server.Tests.Fixtures;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Headless.Server.Tests.Features.Webhooks;

/// <summary>A server that may call receivers on this machine, with names that tests give and a clock that they put forward.</summary>
public class WebhookServerFixture : ClockServerFixture
{
    internal NamedHosts Hosts { get; } = new();

    protected override IEnumerable<KeyValuePair<string, string>> Settings =>
    [
        // The relay runs where timers do.
        new("Timers:Enabled", "true"),
        new("Webhooks:AllowHttp", "true"),
        new("Webhooks:AllowedNetworks:0", "127.0.0.0/8"),
        new("Webhooks:ProtectionKey", Convert.ToBase64String(new byte[32])),
    ];

    protected override WebApplicationFactory<Program> Configure(WebApplicationFactory<Program> factory) => base.Configure(factory)
        .WithWebHostBuilder(builder => builder.ConfigureTestServices(services => services.Replace(ServiceDescriptor.Singleton<IHostResolver>(Hosts))));

    internal sealed class NamedHosts : IHostResolver
    {
        private readonly ConcurrentDictionary<string, IPAddress> _addresses = new();

        public void Set(string host, string address) => _addresses[host] = IPAddress.Parse(address);

        public Task<IReadOnlyList<IPAddress>> ResolveAsync(string host, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyList<IPAddress>>(_addresses.TryGetValue(host, out var address) ? [address] : []);
    }
}

/// <summary>A server that may call one address of this machine only, as if the others were its network's.</summary>
public sealed class GuardedWebhookServerFixture : WebhookServerFixture
{
    protected override IEnumerable<KeyValuePair<string, string>> Settings =>
        [.. base.Settings.Where(s => s.Key != "Webhooks:AllowedNetworks:0"), new("Webhooks:AllowedNetworks:0", "127.0.0.2/32")];
}

/// <summary>A server that waits a second for an answer. Where a test needs an answer, a machine that stands still for that long would break it.</summary>
public sealed class ImpatientWebhookServerFixture : WebhookServerFixture
{
    protected override IEnumerable<KeyValuePair<string, string>> Settings =>
        [.. base.Settings, new("Webhooks:ConnectTimeout", "00:00:01"), new("Webhooks:Timeout", "00:00:01")];
}
