using Headless.GraphQL.Execution.Planning;
using Microsoft.Extensions.DependencyInjection;

namespace Headless.GraphQL.Execution.Processing;

/// <summary>
/// Phase 1: calls the resolvers and steps of an operation level by level, so that DataLoaders and steps see all parents
/// of a level together. Subtrees without any are left to phase 2, which reads them while it writes.
/// </summary>
internal sealed class LevelResolution
{
    private readonly OperationExecution _execution;
    private readonly PendingResolvers _pending;
    private readonly BatchScheduler? _scheduler;

    public LevelResolution(OperationExecution execution)
    {
        _execution = execution;
        _scheduler = execution.Services.GetService<IBatchScheduler>() as BatchScheduler;
        _pending = new PendingResolvers(_scheduler, execution.RequestAborted);
        var root = new WorkParents();
        root.Items.Add(execution.RootValue ?? OperationExecution.NoRootValue);
        execution.Parents[execution.Plan.Root.WorkIndex] = root;
    }

    /// <summary>Resolves the operation; for a mutation, only the given root field with all that is below it.</summary>
    public async ValueTask ResolveAsync(FieldPlan? onlyRootField = null)
    {
        _scheduler?.Attach();
        if (onlyRootField is not null)
        {
            _scheduler?.ForgetLoaded();
        }

        try
        {
            var level = new List<SelectionSetPlan> { _execution.Plan.Root };
            while (level.Count > 0)
            {
                var nextLevel = new List<SelectionSetPlan>();
                foreach (var selectionSet in level)
                {
                    foreach (var field in selectionSet.Fields)
                    {
                        if (IsResolved(field, onlyRootField))
                        {
                            await StartAsync(field, _execution.Parents[selectionSet.WorkIndex]!).ConfigureAwait(false);
                        }
                    }
                }

                await _pending.DrainAsync().ConfigureAwait(false);
                foreach (var selectionSet in level)
                {
                    foreach (var field in selectionSet.Fields)
                    {
                        if (field.WorkSelectionSets.Length > 0 && IsResolved(field, onlyRootField))
                        {
                            ObjectFlattening.AddChildren(_execution, field, _execution.Values[field.StorageIndex]!, nextLevel);
                        }
                    }
                }

                onlyRootField = null;
                level = nextLevel;
            }
        }
        finally
        {
            _scheduler?.Detach();
        }
    }

    private bool IsResolved(FieldPlan field, FieldPlan? onlyRootField)
        => field.HasWork && (onlyRootField is null || ReferenceEquals(field, onlyRootField)) && field.IsSelected(_execution.IncludeFlags);

    private ValueTask StartAsync(FieldPlan field, WorkParents parents)
    {
        _execution.RequestAborted.ThrowIfCancellationRequested();
        var values = new object?[parents.Items.Count];
        _execution.Values[field.StorageIndex] = values;
        switch (field.Execution)
        {
            case FieldExecution.Pure:
                ReadValues(field, parents, values);
                return default;
            case FieldExecution.Step:
                return ExecuteStepAsync(field, parents, values);
            default:
                return CallResolversAsync(field, parents, values);
        }
    }

    private static void ReadValues(FieldPlan field, WorkParents parents, object?[] values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            try
            {
                values[i] = field.Accessor!(parents.Items[i]);
            }
            catch (Exception exception)
            {
                values[i] = new FieldFailure(exception);
            }
        }
    }

    private async ValueTask CallResolversAsync(FieldPlan field, WorkParents parents, object?[] values)
    {
        var resolver = field.Field.Resolver!;
        for (var i = 0; i < values.Length; i++)
        {
            var requestsBefore = _pending.Requests;
            ValueTask<object?> result;
            try
            {
                result = resolver(new ResolverContext(_execution, field, _execution.GetArguments(field), parents.Items[i], i));
            }
            catch (Exception exception)
            {
                _execution.RequestAborted.ThrowIfCancellationRequested();
                values[i] = new FieldFailure(exception);
                continue;
            }

            await _pending.AddAsync(result, requestsBefore, values, i).ConfigureAwait(false);
        }
    }

    private async ValueTask ExecuteStepAsync(FieldPlan field, WorkParents parents, object?[] values)
    {
        Array.Fill(values, Unset.Value);
        try
        {
            var context = new StepExecution(_execution, field, _execution.GetArguments(field), parents, values);
            var execution = field.Step!.ExecuteAsync(context);
            if (!execution.IsCompletedSuccessfully)
            {
                var task = execution.AsTask();
                await _pending.AwaitAsync(task).ConfigureAwait(false);
                await task.ConfigureAwait(false);
            }
        }
        catch (Exception exception)
        {
            _execution.RequestAborted.ThrowIfCancellationRequested();
            var failure = new FieldFailure(exception);
            for (var i = 0; i < values.Length; i++)
            {
                values[i] = ReferenceEquals(values[i], Unset.Value) ? failure : values[i];
            }
        }

        for (var i = 0; i < values.Length; i++)
        {
            values[i] = ReferenceEquals(values[i], Unset.Value) ? null : values[i];
        }
    }

    /// <summary>Marks the parents that a step has given no result.</summary>
    private static class Unset
    {
        public static readonly object Value = new();
    }
}
