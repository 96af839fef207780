using System.Text;
using Headless.GraphQL;
using Headless.GraphQL.AspNetCore;
using Headless.GraphQL.Execution;
using Headless.GraphQL.Types;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Headless.Server.Tests.Transport;

/// <summary>A server whose schema takes files, from annotated classes as an application has them. Large files wait in a folder of its own.</summary>
internal sealed class UploadServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly DirectoryInfo _folder;

    private UploadServer(WebApplication app, DirectoryInfo folder)
    {
        _app = app;
        _folder = folder;
        Http = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
    }

    public HttpClient Http { get; }

    public UploadProbe Probe => _app.Services.GetRequiredService<UploadProbe>();

    /// <summary>The files that wait on disk.</summary>
    public int TemporaryFiles => _folder.GetFiles().Length;

    public static async Task<UploadServer> StartAsync(Action<GraphQLServerOptions>? options = null, bool trustedOnly = false)
    {
        var folder = Directory.CreateTempSubdirectory("uploads-");
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = "Development" });
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(new UploadProbe(folder));
        builder.Services.AddGraphQLServer()
            .AddQueryType<Query>()
            .AddMutationType<Mutation>()
            .AddType<UploadType>()
            .ModifyRequestOptions(o => o.PersistedOperations = new PersistedOperationOptions { OnlyAllowPersistedDocuments = trustedOnly });
        var app = builder.Build();
        var server = new GraphQLServerOptions { Uploads = { TempFolder = folder.FullName } };
        options?.Invoke(server);
        app.MapGraphQL().WithOptions(server);
        await app.StartAsync();
        return new UploadServer(app, folder);
    }

    /// <summary>Posts parts in their order: <c>operations</c> and <c>map</c> have no file name, all others are files.</summary>
    public async Task<Answer> PostAsync(IEnumerable<(string Name, string Content)> parts, bool preflight = true, string? accept = null)
    {
        using var form = new MultipartFormDataContent();
        foreach (var (name, content) in parts)
        {
            if (name is "operations" or "map")
            {
                form.Add(new StringContent(content), name);
            }
            else
            {
                form.Add(new ByteArrayContent(Encoding.UTF8.GetBytes(content)) { Headers = { ContentType = new("text/x-test") } }, name, $"folder/{name}.txt");
            }
        }

        return await SendAsync(form, preflight, accept);
    }

    public async Task<Answer> SendAsync(HttpContent content, bool preflight = true, string? accept = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = content };
        if (preflight)
        {
            request.Headers.Add("GraphQL-Preflight", "1");
        }

        if (accept is not null)
        {
            request.Headers.TryAddWithoutValidation("Accept", accept);
        }

        using var response = await Http.SendAsync(request);
        return new Answer((int)response.StatusCode, response.Content.Headers.ContentType?.ToString(), await response.Content.ReadAsStringAsync());
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    public sealed class Query
    {
        public string GetHello() => "Hello";
    }

    public sealed class Mutation
    {
        public Task<string> UploadAsync(IFile file, [Service] UploadProbe probe, CancellationToken ct) => probe.DescribeAsync(file, ct);

        public async Task<string[]> UploadAllAsync(IReadOnlyList<IFile> files, [Service] UploadProbe probe, CancellationToken ct)
        {
            var descriptions = new List<string>();
            foreach (var file in files)
            {
                descriptions.Add(await probe.DescribeAsync(file, ct));
            }

            return [.. descriptions];
        }

        public async Task<string> AttachAsync(Attachment attachment, IFile? cover, [Service] UploadProbe probe, CancellationToken ct)
            => $"{attachment.Title}: {string.Join(", ", await UploadAllAsync(attachment.Files, probe, ct))}; {(cover is null ? "no cover" : await probe.DescribeAsync(cover, ct))}";
    }

    public sealed record Attachment(string Title, IReadOnlyList<IFile> Files);
}

/// <summary>What the resolvers have seen.</summary>
public sealed class UploadProbe(DirectoryInfo folder)
{
    private int _calls;

    public int Calls => _calls;

    /// <summary>How many files waited on disk while a resolver ran.</summary>
    public int TemporaryFilesSeen { get; private set; }

    /// <summary>The last file; its request may be over.</summary>
    public IFile? LastFile { get; private set; }

    public async Task<string> DescribeAsync(IFile file, CancellationToken ct)
    {
        Interlocked.Increment(ref _calls);
        LastFile = file;
        TemporaryFilesSeen = folder.GetFiles().Length;
        await using var first = file.OpenReadStream();
        using var second = new MemoryStream();
        await file.CopyToAsync(second, ct);
        using var reader = new StreamReader(first);
        var text = await reader.ReadToEndAsync(ct);
        Encoding.UTF8.GetString(second.ToArray()).ShouldBe(text);
        return $"{file.Name} {file.ContentType} {file.Length} {(text.Length > 20 ? text[..20] : text)}";
    }
}
