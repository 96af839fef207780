using System.Text;
using Headless.Benchmarks.Load.Model;
using Headless.Benchmarks.Load.Servers;
using Headless.GraphQL;
using Headless.GraphQL.Execution;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Headless.Benchmarks.Load;

/// <summary>Prints the statements that this engine runs for the queries of the load.</summary>
internal static class StatementListing
{
    public static async Task<int> RunAsync()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("load.db");
        BenchmarkDatabase.Create(path);
        var services = new ServiceCollection().AddLogging();
        GraphQLServer.AddServices(services, o => o
            .UseSqlite(BenchmarkDatabase.ConnectionString(path))
            .LogTo(Console.WriteLine, [RelationalEventId.CommandExecuted]));
        await using var provider = services.BuildServiceProvider();
        var executor = await provider.GetRequestExecutorAsync();
        foreach (var query in LoadQuery.All)
        {
            Console.WriteLine($"== {query.Key} {query.Document}");
            await using var scope = provider.CreateAsyncScope();
            var request = OperationRequestBuilder.New().SetDocument(query.Document).SetServices(scope.ServiceProvider).Build();
            using var result = (OperationResult)await executor.ExecuteAsync(request);
            Console.WriteLine(Encoding.UTF8.GetString(result.Payload.Span[..Math.Min(300, result.Payload.Length)]));
        }

        return 0;
    }
}
