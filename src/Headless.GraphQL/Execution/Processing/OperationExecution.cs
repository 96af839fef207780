using Headless.GraphQL.Execution.Coercion;
using Headless.GraphQL.Execution.Planning;

namespace Headless.GraphQL.Execution.Processing;

/// <summary>The state of one execution of a plan.</summary>
internal sealed class OperationExecution
{
    private IDictionary<string, object?>? _contextData;
    private ArgumentResult?[]? _arguments;
    private List<IDisposable>? _resources;

    public OperationExecution(
        OperationPlan plan,
        VariableValues variables,
        IServiceProvider services,
        IDictionary<string, object?>? contextData,
        object? rootValue,
        object? eventMessage,
        RequestOptions options,
        AbstractTypeResolver abstractTypes,
        CancellationToken requestAborted)
    {
        Plan = plan;
        Variables = variables;
        IncludeFlags = plan.Conditions.Length == 0 ? 0 : plan.GetIncludeFlags(variables);
        Services = services;
        _contextData = contextData;
        RootValue = rootValue;
        EventMessage = eventMessage;
        Options = options;
        AbstractTypes = abstractTypes;
        RequestAborted = requestAborted;
        Values = plan.StorageCount == 0 ? [] : new object?[plan.StorageCount][];
        Parents = plan.WorkCount == 0 ? [] : new WorkParents?[plan.WorkCount];
    }

    /// <summary>Stands in for a root value of null, so that accessors always have a parent.</summary>
    public static object NoRootValue { get; } = new();

    public OperationPlan Plan { get; }

    public VariableValues Variables { get; }

    /// <summary>The values of the operation's @skip and @include conditions.</summary>
    public ulong IncludeFlags { get; }

    public IServiceProvider Services { get; }

    public IDictionary<string, object?> ContextData => _contextData ??= new Dictionary<string, object?>(StringComparer.Ordinal);

    public object? RootValue { get; }

    public object? EventMessage { get; }

    public RequestOptions Options { get; }

    public AbstractTypeResolver AbstractTypes { get; }

    public CancellationToken RequestAborted { get; }

    /// <summary>The results of phase 1, by <see cref="FieldPlan.StorageIndex"/> and parent.</summary>
    public object?[]?[] Values { get; }

    /// <summary>The parents of phase 1, by <see cref="SelectionSetPlan.WorkIndex"/>.</summary>
    public WorkParents?[] Parents { get; }

    /// <summary>The coerced arguments of a field, the same for all of its parents.</summary>
    /// <exception cref="GraphQLException">An argument is invalid.</exception>
    public ArgumentValues GetArguments(FieldPlan field)
    {
        if (field.ConstantArguments is { } constant)
        {
            return constant;
        }

        _arguments ??= new ArgumentResult?[Plan.StorageCount];
        var result = _arguments[field.StorageIndex] ??= Coerce(field);
        return result.Values ?? throw result.Error!;
    }

    public void RegisterForDispose(IDisposable resource) => (_resources ??= []).Add(resource);

    /// <summary>Called once the answer is written, unless the execution failed.</summary>
    public void ReleaseResources()
    {
        if (_resources is null)
        {
            return;
        }

        foreach (var resource in _resources)
        {
            resource.Dispose();
        }

        _resources = null;
    }

    private ArgumentResult Coerce(FieldPlan field)
    {
        try
        {
            return new ArgumentResult(ArgumentCoercer.Coerce(field.Field, field.GetSelectedNodes(IncludeFlags)[0], Variables, Options), null);
        }
        catch (GraphQLException exception)
        {
            return new ArgumentResult(null, exception);
        }
    }

    private sealed record ArgumentResult(ArgumentValues? Values, GraphQLException? Error);
}
