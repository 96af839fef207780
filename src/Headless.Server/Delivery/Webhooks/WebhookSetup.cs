namespace Headless.Server.Delivery.Webhooks;

/// <summary>Registers what delivers to webhooks; the relay itself runs where timers do.</summary>
internal static class WebhookSetup
{
    public static IServiceCollection AddWebhooks(this IServiceCollection services, IConfiguration configuration) => services
        .AddSingleton(WebhookOptions.From(configuration))
        .AddSingleton<IHostResolver, SystemHostResolver>()
        .AddSingleton<WebhookNetwork>()
        .AddSingleton<WebhookSecrets>()
        .AddSingleton<WebhookSender>()
        .AddSingleton<WebhookPayloads>()
        .AddSingleton<WebhookQueue>()
        .AddHostedService<LogListener>();
}
