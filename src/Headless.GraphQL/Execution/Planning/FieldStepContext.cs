using Headless.GraphQL.Types;

namespace Headless.GraphQL.Execution.Planning;

/// <summary>One execution of a step: the parents of the level, the arguments (the same for all of them) and a place for each result.</summary>
public abstract class FieldStepContext
{
    public abstract FieldPlan Field { get; }

    /// <summary>How many parents there are; at least one.</summary>
    public abstract int Count { get; }

    /// <summary>The services of the request.</summary>
    public abstract IServiceProvider Services { get; }

    public abstract CancellationToken RequestAborted { get; }

    public abstract IDictionary<string, object?> ContextData { get; }

    /// <summary>The parent value at an index; null at the root. Where an ancestor's planner provides the parents, it is what that provides.</summary>
    public abstract object? GetParent(int index);

    /// <summary>Gives up what results are kept in once the answer is written. After a failure it is left to the garbage collector instead, because an abandoned resolver may still use it.</summary>
    public abstract void RegisterForDispose(IDisposable resource);

    /// <summary>A resolver context for the parent at an index, to call the field's own resolver with.</summary>
    public abstract IResolverContext GetResolverContext(int index);

    /// <summary>The coerced argument; null also where it was not given.</summary>
    public abstract object? ArgumentValue(string name);

    public abstract bool HasArgument(string name);

    /// <summary>Whether a planned field of this operation is selected by this request's variables (its @skip and @include).</summary>
    public abstract bool IsIncluded(FieldPlan field);

    public abstract void SetResult(int index, object? value);

    /// <summary>Makes the field of that parent an error at its path.</summary>
    public abstract void SetError(int index, Exception exception);
}
