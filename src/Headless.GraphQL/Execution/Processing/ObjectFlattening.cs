using System.Collections;
using System.Diagnostics.CodeAnalysis;
using Headless.GraphQL.Execution.Planning;

namespace Headless.GraphQL.Execution.Processing;

/// <summary>Collects the objects inside the values of a field, by concrete type: the parents of the next level.</summary>
internal static class ObjectFlattening
{
    /// <summary>Sets up the parents of every selection set below the field that has work; adds those sets to the next level.</summary>
    public static void AddChildren(OperationExecution execution, FieldPlan field, object?[] values, List<SelectionSetPlan> nextLevel)
    {
        foreach (var selectionSet in field.WorkSelectionSets)
        {
            execution.Parents[selectionSet.WorkIndex] = new WorkParents { Offsets = new int[values.Length] };
        }

        for (var i = 0; i < values.Length; i++)
        {
            foreach (var selectionSet in field.WorkSelectionSets)
            {
                var parents = execution.Parents[selectionSet.WorkIndex]!;
                parents.Offsets[i] = parents.Items.Count;
            }

            if (values[i] is not FieldFailure)
            {
                values[i] = Flatten(execution, field, field.Shape, values[i]);
            }
        }

        foreach (var selectionSet in field.WorkSelectionSets)
        {
            if (execution.Parents[selectionSet.WorkIndex]!.Items.Count > 0)
            {
                nextLevel.Add(selectionSet);
            }
        }
    }

    /// <summary>The selection set that applies to one object of phase 1; false where there is none or nothing to resolve in it.</summary>
    public static bool TryGetSelectionSet(OperationExecution execution, FieldPlan field, OutputShape shape, object? value, [NotNullWhen(true)] out SelectionSetPlan? selectionSet)
    {
        selectionSet = null;
        if (value is null)
        {
            return false;
        }

        try
        {
            selectionSet = field.GetSelectionSet(execution.AbstractTypes.Resolve(field, shape.Composite!, value));
        }
        catch (Exception)
        {
            // Phase 2 meets the same value and reports the error at its path.
            return false;
        }

        return selectionSet is { HasWork: true };
    }

    private static object? Flatten(OperationExecution execution, FieldPlan field, OutputShape shape, object? value)
    {
        if (shape.Item is null)
        {
            if (TryGetSelectionSet(execution, field, shape, value, out var selectionSet))
            {
                execution.Parents[selectionSet.WorkIndex]!.Items.Add(value!);
            }

            return value;
        }

        switch (value)
        {
            case string:
                return value;
            case IReadOnlyList<object?> list when shape.Item.Item is null:
                for (var i = 0; i < list.Count; i++)
                {
                    Flatten(execution, field, shape.Item, list[i]);
                }

                return value;
            case IEnumerable items:
                // Phase 2 enumerates again and must meet the same objects: keep those of the first time.
                var copy = new List<object?>();
                try
                {
                    foreach (var item in items)
                    {
                        copy.Add(item);
                    }
                }
                catch (Exception exception) when (exception is not OperationCanceledException)
                {
                    return new FieldFailure(exception);
                }

                for (var i = 0; i < copy.Count; i++)
                {
                    copy[i] = Flatten(execution, field, shape.Item, copy[i]);
                }

                return copy;

            default:
                return value;
        }
    }
}
