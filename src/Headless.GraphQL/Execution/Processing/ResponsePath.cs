using Headless.GraphQL.Execution.Planning;

namespace Headless.GraphQL.Execution.Processing;

/// <summary>Finds the response path of a parent of phase 1, which keeps none: paths are seldom asked for.</summary>
internal static class ResponsePath
{
    public static IReadOnlyList<object> Find(OperationExecution execution, FieldPlan field, int occurrence)
    {
        var reversed = new List<object> { field.ResponseName };
        var selectionSet = field.Parent;
        while (selectionSet.Parent is { } above)
        {
            var parents = execution.Parents[selectionSet.WorkIndex]!;
            var aboveOccurrence = FindOccurrence(parents.Offsets, occurrence);
            var skip = occurrence - parents.Offsets[aboveOccurrence];
            var indexes = new List<int>();
            TryFind(execution, above, above.Shape, execution.Values[above.StorageIndex]![aboveOccurrence], selectionSet, ref skip, indexes);
            for (var i = indexes.Count - 1; i >= 0; i--)
            {
                reversed.Add(indexes[i]);
            }

            reversed.Add(above.ResponseName);
            occurrence = aboveOccurrence;
            selectionSet = above.Parent;
        }

        reversed.Reverse();
        return reversed;
    }

    /// <summary>The last occurrence that starts at or before the index; earlier ones with the same start are empty.</summary>
    private static int FindOccurrence(int[] offsets, int index)
    {
        var low = 0;
        var high = offsets.Length - 1;
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (offsets[middle] <= index)
            {
                low = middle;
            }
            else
            {
                high = middle - 1;
            }
        }

        return low;
    }

    private static bool TryFind(OperationExecution execution, FieldPlan field, OutputShape shape, object? value, SelectionSetPlan selectionSet, ref int skip, List<int> indexes)
    {
        if (shape.Item is null)
        {
            return ObjectFlattening.TryGetSelectionSet(execution, field, shape, value, out var found)
                && ReferenceEquals(found, selectionSet)
                && skip-- == 0;
        }

        if (value is not System.Collections.IEnumerable items)
        {
            return false;
        }

        var index = 0;
        foreach (var item in items)
        {
            indexes.Add(index++);
            if (TryFind(execution, field, shape.Item, item, selectionSet, ref skip, indexes))
            {
                return true;
            }

            indexes.RemoveAt(indexes.Count - 1);
        }

        return false;
    }
}
