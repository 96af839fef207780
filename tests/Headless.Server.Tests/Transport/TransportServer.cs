using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Headless.GraphQL;
using Headless.GraphQL.AspNetCore;
using Headless.GraphQL.Execution;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Headless.Server.Tests.Transport;

/// <summary>Kestrel on a free loopback port with <see cref="TransportSchema"/> behind the product's own transports.</summary>
internal sealed class TransportServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private TransportServer(WebApplication app)
    {
        _app = app;
        Address = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single());
        Http = new HttpClient { BaseAddress = Address };
    }

    public static JsonSerializerOptions Relaxed { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public Uri Address { get; }

    public HttpClient Http { get; }

    public TransportProbe Probe => _app.Services.GetRequiredService<TransportProbe>();

    public static async Task<TransportServer> StartAsync(
        Action<GraphQLServerOptions>? options = null,
        Action<IRequestExecutorBuilder>? configure = null,
        string environment = "Development",
        string? webRoot = null,
        RequestOptions? requestOptions = null,
        InstrumentationOptions? instrumentation = null,
        ILoggerProvider? logs = null,
        PersistedOperationOptions? persisted = null,
        IOperationDocumentStorage? documents = null,
        Action<KestrelServerOptions>? kestrel = null)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = environment, WebRootPath = webRoot });
        builder.WebHost.UseUrls("http://127.0.0.1:0").ConfigureKestrel(o => kestrel?.Invoke(o));
        builder.Logging.ClearProviders();
        if (logs is not null)
        {
            builder.Logging.AddProvider(logs);
        }

        builder.Services.AddSingleton<TransportProbe>();
        builder.Services.AddSingleton(new ConcurrentDictionary<string, Book>
        {
            ["1"] = new("1", "Emma"),
            ["2"] = new("2", "Persuasion"),
        });
        configure?.Invoke(builder.Services.AddGraphQLServer());
        builder.Services.AddGraphQLServer();
        builder.Services.AddSingleton<IRequestExecutor>(services => new RequestExecutor(
            TransportSchema.Create(),
            new RequestExecutorServices
            {
                Options = requestOptions ?? new RequestOptions(),
                Instrumentation = instrumentation,
                Logger = services.GetRequiredService<ILogger<RequestExecutor>>(),
                PersistedOperations = persisted ?? new PersistedOperationOptions(),
                DocumentStorage = documents,
            }));

        var app = builder.Build();
        var serverOptions = new GraphQLServerOptions();
        options?.Invoke(serverOptions);
        app.MapGraphQL().WithOptions(serverOptions);
        await app.StartAsync();
        return new TransportServer(app);
    }

    public Uri SocketAddress(string path = "graphql") => new UriBuilder(Address) { Scheme = "ws", Path = path }.Uri;

    public async Task<Answer> PostAsync(string body, string? accept = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql");
        request.Content = new StringContent(body, new MediaTypeHeaderValue("application/json"));
        return await SendAsync(request, accept);
    }

    public async Task<Answer> GetAsync(string query, string? accept = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/graphql?" + query);
        return await SendAsync(request, accept);
    }

    public Task StopAsync() => _app.StopAsync();

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.DisposeAsync();
    }

    private async Task<Answer> SendAsync(HttpRequestMessage request, string? accept)
    {
        if (accept is not null)
        {
            request.Headers.TryAddWithoutValidation("Accept", accept);
        }

        using var response = await Http.SendAsync(request);
        return new Answer((int)response.StatusCode, response.Content.Headers.ContentType?.ToString(), await response.Content.ReadAsStringAsync());
    }
}

/// <summary>An HTTP answer, as far as a test compares it.</summary>
internal sealed record Answer(int Status, string? ContentType, string Body)
{
    /// <summary>It is problem details (RFC 9457) of that status.</summary>
    public void ShouldBeProblem(int status)
    {
        (Status, ContentType).ShouldBe((status, "application/problem+json"), Body);
        using var problem = JsonDocument.Parse(Body);
        problem.RootElement.GetProperty("status").GetInt32().ShouldBe(status);
        problem.RootElement.GetProperty("title").GetString().ShouldNotBeNullOrEmpty();
    }
}
