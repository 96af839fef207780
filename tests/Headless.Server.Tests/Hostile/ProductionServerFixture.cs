using System.Collections.Concurrent;
using System.Text;
using Headless.Community;
using Headless.GraphQL.Execution;
using Headless.Server.Tests.Fixtures;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace Headless.Server.Tests.Hostile;

/// <summary>The server as it runs in production, with a LEAD's key and a store of documents.</summary>
public sealed class ProductionServerFixture : ServerFixture, IOperationDocumentStorage
{
    private readonly ConcurrentDictionary<string, byte[]> _documents = new();

    /// <summary>The secret of a key that may do everything.</summary>
    public string Key { get; private set; } = "";

    protected override string Environment => "Production";

    /// <summary>Stores a document and returns its id.</summary>
    public string Store(string document)
    {
        var id = $"hostile-{_documents.Count}";
        _documents[id] = Encoding.UTF8.GetBytes(document);
        return id;
    }

    ValueTask<ReadOnlyMemory<byte>?> IOperationDocumentStorage.TryReadAsync(string documentId, CancellationToken cancellationToken)
        => new(_documents.TryGetValue(documentId, out var document) ? document : (ReadOnlyMemory<byte>?)null);

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        Key = await CreateKeyAsync(OperatorRole.Lead);
    }

    protected override WebApplicationFactory<Program> Configure(WebApplicationFactory<Program> factory)
        => factory.WithWebHostBuilder(builder => builder.ConfigureTestServices(services => services.AddSingleton<IOperationDocumentStorage>(this)));
}
