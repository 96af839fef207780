using System.Buffers;
using System.Collections;
using Headless.GraphQL.Execution.Planning;
using Headless.GraphQL.Types;

namespace Headless.GraphQL.Execution.Processing;

/// <summary>
/// Phase 2: writes the data depth first, straight into the buffer, reading pure fields on the way. Where a value has to
/// become null, what was written of it is cut off again (specification section 6.4.3, 6.4.4).
/// </summary>
internal sealed class ResponseWriter(OperationExecution execution, Utf8Buffer output, FieldErrorFactory errorFactory)
{
    private const int ItemsBetweenCancellationChecks = 1024;

    private List<IError>? _errors;
    private PathSegment[] _path = [];
    private int _pathLength;
    private int _items;

    public IReadOnlyList<IError> Errors => _errors ?? (IReadOnlyList<IError>)[];

    /// <summary>Writes the fields of the root without its braces; false where the data has to be null.</summary>
    public bool TryWriteRootField(FieldPlan field, ref bool isFirst) => TryWriteField(field, Root, 0, ref isFirst);

    /// <summary>Writes the data as an object, or null.</summary>
    public void WriteData()
    {
        var start = output.Length;
        if (!TryWriteObject(execution.Plan.Root, Root, 0))
        {
            output.Truncate(start);
            output.Write("null"u8);
        }
    }

    private object Root => execution.RootValue ?? OperationExecution.NoRootValue;

    private bool TryWriteObject(SelectionSetPlan selectionSet, object value, int occurrence)
    {
        output.Write((byte)'{');
        var isFirst = true;
        foreach (var field in selectionSet.GetFieldsInOrder(execution.IncludeFlags))
        {
            if (!TryWriteField(field, value, occurrence, ref isFirst))
            {
                return false;
            }
        }

        output.Write((byte)'}');
        return true;
    }

    /// <summary>Writes one field with its name; false where the object around it has to be null.</summary>
    private bool TryWriteField(FieldPlan field, object parent, int occurrence, ref bool isFirst)
    {
        if (!field.IsSelected(execution.IncludeFlags))
        {
            return true;
        }

        if (!isFirst)
        {
            output.Write((byte)',');
        }

        isFirst = false;
        output.Write(field.Utf8Name);
        if (field.ConstantResult is { } constant)
        {
            output.Write(constant);
            return true;
        }

        if (field.LeafWriter is { } leaf)
        {
            return TryWriteLeafOf(field, leaf, parent);
        }

        object? value;
        if (field.HasWork)
        {
            value = execution.Values[field.StorageIndex]![occurrence];
            SetCursors(field, occurrence);
        }
        else
        {
            try
            {
                value = field.Accessor!(parent);
            }
            catch (Exception exception)
            {
                value = new FieldFailure(exception);
            }
        }

        Push(new PathSegment(field, 0));
        var written = TryWriteValue(field, field.Shape, value, isNested: false);
        _pathLength--;
        return written;
    }

    private bool TryWriteLeafOf(FieldPlan field, LeafWriter leaf, object parent)
    {
        var start = output.Length;
        try
        {
            if (leaf.TryWrite(parent, output))
            {
                return true;
            }
        }
        catch (Exception exception)
        {
            output.Truncate(start);
            Push(new PathSegment(field, 0));
            Report(field, exception);
            _pathLength--;
            return TryWriteNull(field.Shape);
        }

        if (!field.Shape.IsNonNull)
        {
            output.Write("null"u8);
            return true;
        }

        Push(new PathSegment(field, 0));
        Report(field, NullForNonNull(field));
        _pathLength--;
        return false;
    }

    /// <summary>CompleteValue (specification section 6.4.3); false where what is around the value has to be null.</summary>
    private bool TryWriteValue(FieldPlan field, OutputShape shape, object? value, bool isNested)
    {
        if (value is null)
        {
            if (shape.IsNonNull)
            {
                Report(field, NullForNonNull(field));
            }

            return TryWriteNull(shape);
        }

        var start = output.Length;
        var written = value is FieldFailure failure
            ? Fail(field, failure.Exception)
            : shape.Item is not null
                ? TryWriteList(field, shape, value, isNested)
                : shape.Composite is not null
                    ? TryWriteComposite(field, shape, value)
                    : TryWriteLeaf(field, shape, value);
        if (written)
        {
            return true;
        }

        output.Truncate(start);
        return TryWriteNull(shape);
    }

    private bool TryWriteNull(OutputShape shape)
    {
        if (shape.IsNonNull)
        {
            return false;
        }

        output.Write("null"u8);
        return true;
    }

    private bool TryWriteLeaf(FieldPlan field, OutputShape shape, object value)
    {
        try
        {
            if (shape.Scalar is { } scalar)
            {
                scalar.WriteResult(value, output);
            }
            else
            {
                shape.Enum!.Write(value, output);
            }

            return true;
        }
        catch (Exception exception)
        {
            return Fail(field, exception);
        }
    }

    private bool TryWriteComposite(FieldPlan field, OutputShape shape, object value)
    {
        SelectionSetPlan selectionSet;
        try
        {
            selectionSet = field.GetSelectionSet(execution.AbstractTypes.Resolve(field, shape.Composite!, value))!;
        }
        catch (Exception exception)
        {
            return Fail(field, exception);
        }

        return TryWriteObject(selectionSet, value, selectionSet.HasWork ? execution.Parents[selectionSet.WorkIndex]!.Cursor++ : 0);
    }

    private bool TryWriteList(FieldPlan field, OutputShape shape, object value, bool isNested)
    {
        if (value is IReadOnlyList<object?> list)
        {
            output.Write((byte)'[');
            for (var i = 0; i < list.Count; i++)
            {
                if (!TryWriteItem(field, shape.Item!, list[i], i))
                {
                    for (var rest = i + 1; isNested && rest < list.Count; rest++)
                    {
                        SkipObjects(field, shape.Item!, list[rest]);
                    }

                    return false;
                }
            }

            output.Write((byte)']');
            return true;
        }

        return value is IEnumerable items and not string
            ? TryWriteItems(field, shape, items)
            : Fail(field, new GraphQLException($"Expected Iterable, but did not find one for field \"{field.Parent.Type}.{field.Field.Name}\"."));
    }

    /// <summary>Items that cannot be addressed by index; phase 1 has replaced those that it had to remember by a list.</summary>
    private bool TryWriteItems(FieldPlan field, OutputShape shape, IEnumerable items)
    {
        output.Write((byte)'[');
        IEnumerator? enumerator = null;
        try
        {
            var index = 0;
            while (true)
            {
                object? item;
                try
                {
                    enumerator ??= items.GetEnumerator();
                    if (!enumerator.MoveNext())
                    {
                        break;
                    }

                    item = enumerator.Current;
                }
                catch (Exception exception)
                {
                    return Fail(field, exception);
                }

                if (!TryWriteItem(field, shape.Item!, item, index++))
                {
                    return false;
                }
            }
        }
        finally
        {
            (enumerator as IDisposable)?.Dispose();
        }

        output.Write((byte)']');
        return true;
    }

    private bool TryWriteItem(FieldPlan field, OutputShape shape, object? item, int index)
    {
        if (index > 0)
        {
            output.Write((byte)',');
        }

        if (++_items % ItemsBetweenCancellationChecks == 0)
        {
            execution.RequestAborted.ThrowIfCancellationRequested();
        }

        Push(new PathSegment(null, index));
        var written = TryWriteValue(field, shape, item, isNested: true);
        _pathLength--;
        return written;
    }

    /// <summary>Goes past the objects of a value that is not written, so that the next one finds its own results of phase 1.</summary>
    private void SkipObjects(FieldPlan field, OutputShape shape, object? value)
    {
        if (!field.HasWork)
        {
            return;
        }

        if (shape.Item is null)
        {
            if (shape.Composite is not null && ObjectFlattening.TryGetSelectionSet(execution, field, shape, value, out var selectionSet))
            {
                execution.Parents[selectionSet.WorkIndex]!.Cursor++;
            }

            return;
        }

        if (value is IEnumerable items and not string)
        {
            foreach (var item in items)
            {
                SkipObjects(field, shape.Item, item);
            }
        }
    }

    private void SetCursors(FieldPlan field, int occurrence)
    {
        foreach (var selectionSet in field.WorkSelectionSets)
        {
            if (execution.Parents[selectionSet.WorkIndex] is { } parents)
            {
                parents.Cursor = parents.Offsets[occurrence];
            }
        }
    }

    private bool Fail(FieldPlan field, Exception exception)
    {
        Report(field, exception);
        return false;
    }

    private void Report(FieldPlan field, Exception exception)
    {
        execution.RequestAborted.ThrowIfCancellationRequested();
        _errors ??= [];
        if (_errors.Count >= execution.Options.MaxFieldErrors)
        {
            return;
        }

        var path = new object[_pathLength];
        for (var i = 0; i < path.Length; i++)
        {
            path[i] = _path[i].Field is { } segment ? segment.ResponseName : _path[i].Index;
        }

        var nodes = field.GetSelectedNodes(execution.IncludeFlags);
        var locations = new Location[nodes.Count];
        for (var i = 0; i < locations.Length; i++)
        {
            locations[i] = new Location(nodes[i].Location.Line, nodes[i].Location.Column);
        }

        errorFactory.Add(_errors, exception, path, locations);
    }

    private static GraphQLException NullForNonNull(FieldPlan field)
        => new($"Cannot return null for non-nullable field {field.Parent.Type}.{field.Field.Name}.");

    private void Push(PathSegment segment)
    {
        if (_pathLength == _path.Length)
        {
            Array.Resize(ref _path, Math.Max(8, _path.Length * 2));
        }

        _path[_pathLength++] = segment;
    }

    private readonly record struct PathSegment(FieldPlan? Field, int Index);
}
