using Headless.GraphQL.Execution.Coercion;
using Headless.GraphQL.Execution.Planning;
using Headless.GraphQL.Types;

namespace Headless.GraphQL.Execution.Processing;

/// <summary>One execution of a step over the parents of a level.</summary>
internal sealed class StepExecution(OperationExecution execution, FieldPlan plan, ArgumentValues arguments, WorkParents parents, object?[] values) : FieldStepContext
{
    public override FieldPlan Field => plan;

    public override int Count => values.Length;

    public override IServiceProvider Services => execution.Services;

    public override CancellationToken RequestAborted => execution.RequestAborted;

    public override IDictionary<string, object?> ContextData => execution.ContextData;

    public override object? GetParent(int index)
        => ReferenceEquals(parents.Items[index], OperationExecution.NoRootValue) ? null : parents.Items[index];

    public override void RegisterForDispose(IDisposable resource) => execution.RegisterForDispose(resource);

    public override IResolverContext GetResolverContext(int index) => new ResolverContext(execution, plan, arguments, parents.Items[index], index);

    public override object? ArgumentValue(string name) => arguments[name];

    public override bool HasArgument(string name) => arguments.TryGet(name, out _);

    public override bool IsIncluded(FieldPlan field) => field.IsSelected(execution.IncludeFlags);

    public override void SetResult(int index, object? value) => values[index] = value;

    public override void SetError(int index, Exception exception) => values[index] = new FieldFailure(exception);
}
