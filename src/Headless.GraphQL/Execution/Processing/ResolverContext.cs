using Headless.GraphQL.Execution.Coercion;
using Headless.GraphQL.Execution.Planning;
using Headless.GraphQL.Language;
using Headless.GraphQL.Types;

namespace Headless.GraphQL.Execution.Processing;

/// <summary>What one call of a resolver may ask for.</summary>
internal sealed class ResolverContext(OperationExecution execution, FieldPlan plan, ArgumentValues arguments, object parent, int occurrence) : IResolverContext
{
    public Schema Schema => execution.Plan.Schema;

    public OutputField Field => plan.Field;

    public FieldNode Selection => plan.Nodes[0];

    public IReadOnlyList<object> Path => ResponsePath.Find(execution, plan, occurrence);

    public IServiceProvider Services => execution.Services;

    public CancellationToken RequestAborted => execution.RequestAborted;

    public IDictionary<string, object?> ContextData => execution.ContextData;

    public FieldPlan Plan => plan;

    public T Parent<T>() => (parent is ParentView view ? view.ToObject() : parent) is T value
        ? value
        : ReferenceEquals(parent, OperationExecution.NoRootValue)
            ? default!
            : throw new InvalidCastException($"The parent of {plan.Parent.Type}.{plan.Field.Name} is a {parent.GetType()}, not a {typeof(T)}.");

    public object? ArgumentValue(string name) => arguments[name];

    public bool HasArgument(string name) => arguments.TryGet(name, out _);

    public T EventMessage<T>() => execution.EventMessage is T message
        ? message
        : throw new InvalidOperationException(
            execution.EventMessage is null
                ? "There is no event: the operation is not a subscription."
                : $"The event is a {execution.EventMessage.GetType()}, not a {typeof(T)}.");
}
