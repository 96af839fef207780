using System.Net;

namespace Headless.Server.Delivery.Webhooks;

/// <summary>The section <c>Webhooks</c> of the configuration: where deliveries may go, and how patient they are.</summary>
public sealed record WebhookOptions
{
    public const string SectionName = "Webhooks";

    /// <summary>How many bytes the key that protects secrets has.</summary>
    public const int ProtectionKeyLength = 32;

    /// <summary>Whether an address may be http, for receivers in the same network.</summary>
    public bool AllowHttp { get; init; }

    /// <summary>Networks that deliveries may go to though they are private, such as <c>10.1.0.0/16</c> or <c>127.0.0.0/8</c>. Public ones always may.</summary>
    public IReadOnlyList<string> AllowedNetworks { get; init; } = [];

    /// <summary>32 bytes in Base64 that secrets are encrypted with in the database, the same for all replicas; without it they are kept as they are.</summary>
    public string? ProtectionKey { get; init; }

    /// <summary>How long a connection may take.</summary>
    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>How long an answer may take, the connection included.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>How long nothing may have succeeded before a webhook is disabled.</summary>
    public TimeSpan DisableAfter { get; init; } = TimeSpan.FromDays(5);

    /// <summary>For how long the log of deliveries is kept.</summary>
    public TimeSpan KeepDeliveriesFor { get; init; } = TimeSpan.FromDays(30);

    /// <summary><see cref="AllowedNetworks"/>, read.</summary>
    internal IReadOnlyList<IPNetwork> Networks { get; private init; } = [];

    /// <summary><see cref="ProtectionKey"/>, read.</summary>
    internal byte[]? Key { get; private init; }

    /// <summary>Reads the section.</summary>
    /// <exception cref="InvalidOperationException">A value cannot be.</exception>
    internal static WebhookOptions From(IConfiguration configuration)
    {
        var options = configuration.GetSection(SectionName).Get<WebhookOptions>() ?? new WebhookOptions();
        Require(options.ConnectTimeout > TimeSpan.Zero && options.Timeout >= options.ConnectTimeout, "Timeout has to be above zero, and at least ConnectTimeout");
        Require(options.Timeout <= TimeSpan.FromMinutes(2), "Timeout is at most two minutes");
        Require(options.DisableAfter >= TimeSpan.FromHours(1), "DisableAfter is at least an hour");
        Require(options.KeepDeliveriesFor >= TimeSpan.FromDays(1), "KeepDeliveriesFor is at least a day");
        return options with
        {
            Networks = [.. options.AllowedNetworks.Select(text => IPNetwork.TryParse(text, out var network)
                ? network
                : throw new InvalidOperationException($"{SectionName}:AllowedNetworks: '{text}' is no network such as 10.1.0.0/16."))],
            Key = options.ProtectionKey is { Length: > 0 } key ? ReadKey(key) : null,
        };
    }

    private static byte[] ReadKey(string text)
    {
        var key = new byte[ProtectionKeyLength + 1];
        Require(
            Convert.TryFromBase64String(text, key, out var length) && length == ProtectionKeyLength,
            $"ProtectionKey has to be {ProtectionKeyLength} random bytes in Base64, such as 'openssl rand -base64 32' makes");
        return key[..ProtectionKeyLength];
    }

    private static void Require(bool condition, string what)
    {
        if (!condition)
        {
            throw new InvalidOperationException($"{SectionName}: {what}.");
        }
    }
}
