using System.Text.Json;
using Headless.GraphQL.Authoring;
using Headless.GraphQL.Execution;
using Headless.GraphQL.Types;
using Microsoft.EntityFrameworkCore;

namespace Headless.GraphQL.Data.Tests.Model;

/// <summary>The schema of <see cref="CommunityQueries"/> over a database of its own.</summary>
public sealed class CommunitySchema : IDisposable
{
    private readonly ServiceProvider _services;
    private readonly RequestExecutor _executor;

    public CommunitySchema(Action<CommunityDbContext>? seed = null, Action<IRequestExecutorBuilder>? configure = null)
        : this(new CommunityDatabase(seed), configure)
    {
    }

    public CommunitySchema(ICommunityDatabase database, Action<IRequestExecutorBuilder>? configure = null)
    {
        Database = database;
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddScoped(_ => Database.CreateContext());
        var builder = services.AddGraphQL()
            .AddQueryType()
            .AddTypeExtension(typeof(CommunityQueries))
            .AddTypeExtension(typeof(FixedParentQueries))
            .AddTypeExtension(typeof(OtherQueries))
            .AddTypeExtension(typeof(SegmentQueries))
            .AddTypeExtension(typeof(GroupSegmentFields))
            .AddTypeExtension(typeof(TagFields))
            .AddTypeExtension(typeof(GroupFields))
            .AddTypeExtension(typeof(MemberFields))
            .AddTypeExtension(typeof(MoreMemberFields))
            .AddFiltering()
            .AddSorting()
            .AddProjections();
        configure?.Invoke(builder);
        _services = services.BuildServiceProvider();
        Schema = new SchemaAssembler(services.GetSchemaConfiguration(builder.Name), _services).Build();
        _executor = new RequestExecutor(Schema, new RequestExecutorServices
        {
            Options = new RequestOptions { IncludeExceptionDetails = true },
            // What these tests ask for reaches the data layer, whose limits they are about, whatever it costs.
            CostOptions = new CostOptions { EnforceCostLimits = false },
        });
    }

    public ICommunityDatabase Database { get; }

    public Schema Schema { get; }

    /// <summary>The statements since the last request began.</summary>
    public List<string> Statements => Database.Statements;

    public async Task<JsonElement> ExecuteAsync(string document, object? variables = null)
    {
        Statements.Clear();
        using var scope = _services.CreateScope();
        var request = OperationRequestBuilder.New()
            .SetDocument(document)
            .SetVariableValues(variables is null ? default : JsonSerializer.SerializeToElement(variables))
            .SetServices(scope.ServiceProvider)
            .Build();
        using var result = (OperationResult)await _executor.ExecuteAsync(request, TestContext.Current.CancellationToken);
        return JsonDocument.Parse(result.Payload).RootElement.Clone();
    }

    /// <summary>The data of a request without errors.</summary>
    public async Task<JsonElement> QueryAsync(string document, object? variables = null)
    {
        var result = await ExecuteAsync(document, variables);
        result.TryGetProperty("errors", out var errors).ShouldBeFalse(errors.ToString());
        return result.GetProperty("data");
    }

    /// <summary>The code of the only error of a request.</summary>
    public async Task<string?> ErrorCodeAsync(string document, object? variables = null)
    {
        var result = await ExecuteAsync(document, variables);
        result.TryGetProperty("errors", out var errors).ShouldBeTrue(result.ToString());
        errors.GetArrayLength().ShouldBe(1);
        errors[0].TryGetProperty("extensions", out var extensions).ShouldBeTrue(errors.ToString());
        extensions.TryGetProperty("code", out var code).ShouldBeTrue(errors.ToString());
        return code.GetString();
    }

    public void Dispose()
    {
        _services.Dispose();
        Database.Dispose();
    }
}
