using System.Text.Json;
using Headless.GraphQL.Authoring;
using Headless.GraphQL.Execution;
using Headless.GraphQL.Types;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace Headless.GraphQL.Data.Tests.Rows;

/// <summary>The schema of <see cref="WarehouseQueries"/> over a SQLite file, or over a PostgreSQL database where <c>HEADLESS_TEST_POSTGRES</c> names a server.</summary>
internal sealed class WarehouseSchema : IDisposable
{
    private static readonly string? s_postgres = Environment.GetEnvironmentVariable("HEADLESS_TEST_POSTGRES");
    private readonly string _name = $"headless_rows_{Guid.NewGuid():N}";
    private readonly string _provider;
    private readonly ServiceProvider _services;
    private readonly RequestExecutor _executor;

    public WarehouseSchema(string provider = "SQLite", int shelves = 12)
    {
        _provider = provider;
        using (var context = CreateContext())
        {
            context.Database.EnsureDeleted();
            context.Database.EnsureCreated();
            WarehouseDbContext.Seed(context, shelves);
        }

        var services = new ServiceCollection();
        services.AddLogging();
        services.AddScoped(_ => CreateContext());
        var builder = services.AddGraphQL()
            .AddQueryType()
            .AddTypeExtension(typeof(WarehouseQueries))
            .AddTypeExtension(typeof(ShelfFields))
            .AddTypeExtension(typeof(KeeperFields))
            .AddFiltering()
            .AddSorting()
            .AddProjections();
        _services = services.BuildServiceProvider();
        var schema = new SchemaAssembler(services.GetSchemaConfiguration(builder.Name), _services).Build();
        _executor = new RequestExecutor(schema, new RequestExecutorServices
        {
            Options = new RequestOptions { IncludeExceptionDetails = true, ExecutionTimeout = TimeSpan.FromMinutes(10) },
            // Thousands of rows cost more than a client may ask for.
            CostOptions = new CostOptions { EnforceCostLimits = false },
        });
    }

    /// <summary>The providers that the tests run on.</summary>
    public static TheoryData<string> Providers => s_postgres is null ? ["SQLite"] : ["SQLite", "PostgreSQL"];

    public EntityCounter Entities { get; } = new();

    public List<string> Statements { get; } = [];

    private string Path => System.IO.Path.Combine(System.IO.Path.GetTempPath(), _name + ".db");

    public WarehouseDbContext CreateContext()
    {
        var builder = new DbContextOptionsBuilder<WarehouseDbContext>()
            .AddInterceptors(Entities)
            .LogTo(Statements.Add, [RelationalEventId.CommandExecuted])
            // A counter of its own for each schema is a service provider of EF Core's for each.
            .ConfigureWarnings(w => w.Ignore(CoreEventId.ManyServiceProvidersCreatedWarning))
            .EnableThreadSafetyChecks(false);
        builder = _provider == "SQLite"
            ? builder.UseSqlite($"Data Source={Path}")
            : builder.UseNpgsql(new NpgsqlConnectionStringBuilder(s_postgres) { Database = _name }.ConnectionString);
        return new WarehouseDbContext(builder.Options);
    }

    public async Task<JsonElement> ExecuteAsync(string document, object? variables = null)
    {
        Statements.Clear();
        Entities.Reset();
        using var scope = _services.CreateScope();
        var request = OperationRequestBuilder.New()
            .SetDocument(document)
            .SetVariableValues(variables is null ? default : JsonSerializer.SerializeToElement(variables))
            .SetServices(scope.ServiceProvider)
            .Build();
        using var result = (OperationResult)await _executor.ExecuteAsync(request, TestContext.Current.CancellationToken);
        return JsonDocument.Parse(result.Payload).RootElement.Clone();
    }

    /// <summary>The bytes that the execution of a request allocates. SQLite works on the caller's thread, so nothing else counts.</summary>
    public async Task<long> AllocatedAsync(string document)
    {
        using var scope = _services.CreateScope();
        var request = OperationRequestBuilder.New().SetDocument(document).SetServices(scope.ServiceProvider).Build();
        var thread = Environment.CurrentManagedThreadId;
        var before = GC.GetAllocatedBytesForCurrentThread();
        using var result = (OperationResult)await _executor.ExecuteAsync(request, TestContext.Current.CancellationToken);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Environment.CurrentManagedThreadId.ShouldBe(thread);
        result.HasErrors.ShouldBeFalse();
        return allocated;
    }

    /// <summary>The data of a request without errors.</summary>
    public async Task<JsonElement> QueryAsync(string document, object? variables = null)
    {
        var result = await ExecuteAsync(document, variables);
        result.TryGetProperty("errors", out var errors).ShouldBeFalse(errors.ToString());
        return result.GetProperty("data");
    }

    public void Dispose()
    {
        _services.Dispose();
        using (var context = CreateContext())
        {
            SqliteConnection.ClearAllPools();
            NpgsqlConnection.ClearAllPools();
            context.Database.EnsureDeleted();
        }
    }
}
