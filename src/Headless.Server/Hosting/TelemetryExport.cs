using OpenTelemetry;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Headless.Server.Hosting;

/// <summary>
/// Sends traces, metrics and logs to a collector over OTLP, where <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> names one; the other
/// variables of OpenTelemetry's specification (headers, protocol, service name, sampler) hold as well. Without it there is no exporter.
/// </summary>
internal static class TelemetryExport
{
    private const string EndpointVariable = "OTEL_EXPORTER_OTLP_ENDPOINT";
    private const string ServiceNameVariable = "OTEL_SERVICE_NAME";
    private const string DefaultServiceName = "headless";

    /// <summary>What makes spans: the engine, ASP.NET Core, and Npgsql where it is the provider. EF Core's own statements are in the metrics.</summary>
    private static readonly string[] s_sources = ["Headless.GraphQL", "Microsoft.AspNetCore", "Npgsql"];

    private static readonly string[] s_meters =
        ["Headless.GraphQL", "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "Microsoft.EntityFrameworkCore", "Npgsql", "System.Runtime"];

    public static void AddTelemetryExport(this WebApplicationBuilder builder)
    {
        if (string.IsNullOrWhiteSpace(builder.Configuration[EndpointVariable]))
        {
            return;
        }

        var service = builder.Configuration[ServiceNameVariable] ?? DefaultServiceName;
        builder.Services.AddSingleton(_ => Sdk.CreateTracerProviderBuilder()
            .ConfigureServices(Configured)
            .ConfigureResource(r => r.AddService(service))
            .AddSource(s_sources)
            .AddOtlpExporter()
            .Build());
        builder.Services.AddSingleton(_ => Sdk.CreateMeterProviderBuilder()
            .ConfigureServices(Configured)
            .ConfigureResource(r => r.AddService(service))
            .AddMeter(s_meters)
            .AddOtlpExporter()
            .Build());
        builder.Services.AddHostedService<Providers>();
        builder.Logging.AddOpenTelemetry(logging =>
        {
            logging.IncludeScopes = true;
            logging.SetResourceBuilder(ResourceBuilder.CreateDefault().AddService(service)).AddOtlpExporter();
        });

        // The exporters read OpenTelemetry's variables from the server's own configuration: settings file and command line hold for them, too.
        void Configured(IServiceCollection services) => services.AddSingleton<IConfiguration>(builder.Configuration);
    }

    /// <summary>Starts the providers with the host; the container disposes of them, which sends what is left.</summary>
    private sealed class Providers(TracerProvider traces, MeterProvider metrics) : IHostedService
    {
        private const int FlushLimitMilliseconds = 2_000;

        public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken)
        {
            traces.ForceFlush(FlushLimitMilliseconds);
            metrics.ForceFlush(FlushLimitMilliseconds);
            return Task.CompletedTask;
        }
    }
}
