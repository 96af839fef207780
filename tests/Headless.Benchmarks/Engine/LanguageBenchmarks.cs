using BenchmarkDotNet.Attributes;
using Headless.GraphQL;
using Headless.GraphQL.Execution;
using Headless.GraphQL.Execution.Planning;
using Headless.GraphQL.Language;
using Headless.GraphQL.Types;
using Headless.GraphQL.Validation;

namespace Headless.Benchmarks.Engine;

/// <summary>What a document costs that was not seen before: parsing, validation, planning.</summary>
public class LanguageBenchmarks
{
    private static readonly byte[] KitchenSink = Documents.Utf8(Documents.KitchenSink);
    private static readonly byte[] Introspection = Documents.Utf8(Documents.Introspection);

    private readonly DocumentValidator _validator = new();
    private readonly DocumentValidator _unlimited = new(ValidationOptions.Unlimited);
    private readonly DocumentNode _fragments = Utf8GraphQLParser.Parse(Documents.Fragments);
    private readonly DocumentNode _introspection = Utf8GraphQLParser.Parse(Documents.Introspection);
    private readonly DocumentNode _repeatedFields = Utf8GraphQLParser.Parse(Documents.RepeatedFields);
    private Schema _schema = null!;
    private OperationPlanner _planner = null!;

    [GlobalSetup]
    public async Task SetUpAsync()
    {
        var services = new ServiceCollection();
        services.AddEngineSchema();
        _schema = (await services.BuildServiceProvider().GetRequestExecutorAsync()).Schema;
        _planner = new OperationPlanner(_schema, new RequestOptions());
        Expect(_validator.Validate(_schema, _fragments));
        Expect(_validator.Validate(_schema, _introspection));
        Expect(_unlimited.Validate(_schema, _repeatedFields));
    }

    [Benchmark]
    public object ParseKitchenSink() => Utf8GraphQLParser.Parse(KitchenSink);

    [Benchmark]
    public object ParseIntrospection() => Utf8GraphQLParser.Parse(Introspection);

    [Benchmark]
    public object ValidateFragments() => _validator.Validate(_schema, _fragments);

    [Benchmark]
    public object ValidateIntrospection() => _validator.Validate(_schema, _introspection);

    [Benchmark]
    public object ValidateRepeatedFields() => _unlimited.Validate(_schema, _repeatedFields);

    [Benchmark]
    public object PlanFragments() => _planner.Plan(_fragments, null);

    [Benchmark]
    public object PlanIntrospection() => _planner.Plan(_introspection, null);

    private static void Expect(IReadOnlyList<ValidationError> errors)
    {
        if (errors.Count > 0)
        {
            throw new InvalidOperationException(errors[0].Message);
        }
    }
}
