using System.Buffers.Text;
using System.Collections;
using System.Globalization;
using System.Linq.Expressions;
using System.Text;
using Headless.GraphQL.Data.Execution;
using Headless.GraphQL.Data.Filtering;
using Headless.GraphQL.Data.InputTypes;
using Headless.GraphQL.Types;

namespace Headless.GraphQL.Data.Paging;

/// <summary>Filters, sorts and pages what a resolver answers from memory. Its cursors are positions.</summary>
internal sealed class InMemoryList(IEnumerable items, DataArguments arguments, FieldDataOptions options)
{
    private const string CursorPrefix = "i:";

    public object? Read()
    {
        var rows = items.Cast<object?>().ToList();
        var elementType = ElementTypes.ListElement(items.GetType())!;
        if (arguments.Filter is not null)
        {
            var values = arguments.CreateShape(StatementKind.List).Values;
            if (new FilterCompiler(new InMemoryParameters(values), TextMatching.Like, model: null).Compile(arguments.Filter, elementType) is { } predicate)
            {
                var matches = AsObjectPredicate(predicate, elementType);
                rows.RemoveAll(row => !matches(row));
            }
        }

        for (var i = arguments.Order.Count - 1; i >= 0; i--)
        {
            var path = MemberSelector.PathOf(arguments.Order[i].Selector)!;
            var key = new Sorting.SortKey(path, elementType, arguments.Order[i].IsDescending, canBeNull: true);
            rows = [.. key.IsDescending ? rows.OrderByDescending(r => key.ReadValue(r!)) : rows.OrderBy(r => key.ReadValue(r!))];
        }

        return arguments.Page switch
        {
            { Skip: { } skip } segment => ReadSegment(rows, skip, segment),
            { } page => ReadPage(rows, page),
            null => options.Cardinality == ResultCardinality.Many ? rows : ReadSingle(rows),
        };
    }

    private object? ReadSingle(List<object?> rows)
        => options.Cardinality == ResultCardinality.Single && rows.Count > 1
            ? throw DataErrors.Create("There is more than one element.", DataErrors.NotSingle)
            : rows.Count == 0 ? null : rows[0];

    private static CollectionSegment ReadSegment(List<object?> rows, int skip, PageRequest request)
    {
        var start = Math.Min(skip, rows.Count);
        var read = rows.GetRange(start, Math.Min(request.Size + 1, rows.Count - start));
        return CollectionSegment.Of(Page.Of(read, request), rows.Count);
    }

    private static QueryConnection ReadPage(List<object?> rows, PageRequest request)
    {
        var start = request.After is null ? 0 : Math.Min(Decode(request.After) + 1, rows.Count);
        var end = request.Before is null ? rows.Count : Math.Min(Decode(request.Before), rows.Count);
        if (request.First is { } first)
        {
            end = Math.Min(end, start + first);
        }

        if (request.Last is { } last)
        {
            start = Math.Max(start, end - last);
        }

        var page = rows.GetRange(start, Math.Max(0, end - start));
        var positions = new Dictionary<object, int>(ReferenceEqualityComparer.Instance);
        for (var i = 0; i < page.Count; i++)
        {
            positions[page[i]!] = start + i;
        }

        return new QueryConnection(page, end < rows.Count, start > 0, rows.Count, row => Encode(positions[row]));
    }

    private static string Encode(int position)
        => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(CursorPrefix + position.ToString(CultureInfo.InvariantCulture)));

    private static int Decode(string cursor)
    {
        if (cursor.Length < CursorCodec.MaxLength && Base64Url.IsValid(cursor))
        {
            var text = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(cursor));
            if (text.StartsWith(CursorPrefix, StringComparison.Ordinal)
                && int.TryParse(text.AsSpan(CursorPrefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var position))
            {
                return position;
            }
        }

        throw DataErrors.InvalidCursor();
    }

    private static Func<object?, bool> AsObjectPredicate(LambdaExpression predicate, Type elementType)
    {
        var row = Expression.Parameter(typeof(object), "row");
        var body = new ParameterReplacer(predicate.Parameters[0], Expression.Convert(row, elementType)).Visit(predicate.Body);
        return Expression.Lambda<Func<object?, bool>>(body, row).Compile(preferInterpretation: true);
    }
}
