using System.Linq.Expressions;
using System.Reflection;
using Headless.GraphQL.Data.Batching;
using Headless.GraphQL.Data.Filtering;
using Headless.GraphQL.Data.InputTypes;
using Headless.GraphQL.Data.Paging;
using Headless.GraphQL.Data.Projection;
using Headless.GraphQL.Data.Rows;
using Headless.GraphQL.Types;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Query;

namespace Headless.GraphQL.Data.Execution;

/// <summary>What a statement is to answer, beside the query it starts from. Values are parameters, in the order of <see cref="ReadValues"/>.</summary>
internal sealed record StatementRequest
{
    public InputObjectValue? Filter { get; init; }

    public object?[]? After { get; init; }

    public object?[]? Before { get; init; }

    /// <summary>Whether the order is to be the keyset order: of a page, or because an order was asked for.</summary>
    public bool IsOrdered { get; init; }

    public bool IsReversed { get; init; }

    /// <summary>How many rows to leave out at the beginning; null: none.</summary>
    public int? Skip { get; init; }

    /// <summary>How many rows to read at most; null: all.</summary>
    public int? Take { get; init; }

    /// <summary>Writes the request into a shape: the filter must have been read already.</summary>
    public void ReadValues(QueryShape shape)
    {
        shape.Token(IsOrdered);
        shape.Token(IsReversed);
        shape.Token(Skip is not null);
        shape.Token(Take is not null);
        Read(After, shape);
        Read(Before, shape);
        Read(Skip, shape);
        Read(Take, shape);
    }

    private static void Read(int? rows, QueryShape shape)
    {
        if (rows is not null)
        {
            shape.Value(rows.Value);
        }
    }

    private static void Read(object?[]? cursor, QueryShape shape)
    {
        shape.Token(cursor is not null);
        foreach (var value in cursor ?? [])
        {
            shape.Token(value is null);
            if (value is not null)
            {
                shape.Value(value);
            }
        }
    }
}

/// <summary>Builds the statements of a field from the resolver's query: for one list or for the lists of many parents.</summary>
internal sealed class StatementBuilder(QuerySource source, KeysetOrder order, ElementSelection? selection, DbContext context)
{
    private static readonly MethodInfo AsNoTracking = typeof(EntityFrameworkQueryableExtensions).GetMethod(nameof(EntityFrameworkQueryableExtensions.AsNoTracking))!;
    private static readonly MethodInfo AsSplitQuery = typeof(RelationalQueryableExtensions).GetMethod(nameof(RelationalQueryableExtensions.AsSplitQuery))!;

    private static readonly MethodInfo Include = typeof(EntityFrameworkQueryableExtensions).GetMethods()
        .Single(m => m.Name == nameof(EntityFrameworkQueryableExtensions.Include) && m.GetParameters()[1].ParameterType == typeof(string));

    private readonly CompiledParameters _parameters = new(source.Traits);
    private readonly SelectedMembers? _selected = selection?.Members;
    private bool _isSplit;

    private Type Element => source.ElementType;

    public ListStatement BuildList(StatementRequest request)
    {
        var query = request.IsOrdered ? source.Unordered : source.Query;
        if (TryCreateLayout(null) is { } layout)
        {
            var rows = layout.Project(Cut(OrderRestricted(query, request), request), Element, static row => row);
            return new RowListStatement(layout, context, rows, source.Traits.IsSynchronous);
        }

        query = Cut(OrderRestricted(IncludeRelations(query), request), request);
        if (Project() is { } projection)
        {
            query = Expression.Call(typeof(Queryable), nameof(Queryable.Select), [Element, Element], query, Expression.Quote(projection));
        }

        return ListStatement.Create(Element, context, Finish(query, Element), source.Traits.IsSynchronous);
    }

    public CountStatement BuildCount(StatementRequest request)
    {
        var filter = CompileFilter(request);
        if (filter is not null && source is { EntityType: { } entity, Traits.RepeatsExists: true })
        {
            filter = new SemiJoinRewriter(entity).Rewrite(filter);
        }

        var query = Where(source.Unordered, filter);
        return new CountStatement(
            context, Expression.Call(typeof(Queryable), nameof(Queryable.Count), [Element], query), source.Traits.IsSynchronous);
    }

    /// <summary>The rows of all parents: by a list of keys where the query has that form and needs no limit for each parent, otherwise joined to the parents.</summary>
    public BatchStatement BuildBatch(StatementRequest request)
    {
        Expression rows;
        Type keyType, memberType;
        Func<object, object?> parentKey;
        var isOrdered = request.IsOrdered;
        if (source.Partitioned is { } partitioned && request.Take is null)
        {
            keyType = partitioned.KeyType;
            memberType = partitioned.MemberType;
            parentKey = CompileParentKey(partitioned.ParentMember);
            rows = partitioned.ToKeyed(Keys(memberType));
            rows = WhereLifted(rows, keyType, CompileFilter(request));
        }
        else
        {
            keyType = memberType = source.ParentKey!.ClrType;
            parentKey = CompileParentKey(Expression.Property(source.Parent!, source.ParentKey.PropertyInfo!));
            rows = request.Take is null && source.Joined is { } joined
                ? WhereLifted(KeyByParent(joined.ToPairs(Parents(keyType))), keyType, CompileFilter(request))
                : JoinToParents(request, keyType);
            isOrdered |= source.HasOwnOrder;
        }

        if (isOrdered)
        {
            rows = order.Apply(rows, request.IsReversed, selector => KeyedRow.Lift(selector, keyType));
        }

        var rowType = KeyedRow.TypeOf(keyType, Element);
        if (TryCreateLayout(keyType) is { } layout)
        {
            var query = layout.Project(rows, rowType, KeyedRow.RowOf, KeyedRow.KeyOf);
            return BatchStatement.CreateForRows(keyType, memberType, layout, context, query, source.Traits.IsSynchronous, parentKey);
        }

        if (Project() is { } projection)
        {
            var lifted = KeyedRow.LiftSelector(projection, keyType);
            rows = Expression.Call(typeof(Queryable), nameof(Queryable.Select), [rowType, rowType], rows, Expression.Quote(lifted));
        }

        return BatchStatement.Create(keyType, memberType, Element, context, Finish(rows, rowType), source.Traits.IsSynchronous, parentKey);
    }

    /// <summary>The number of rows of each parent.</summary>
    public BatchStatement BuildBatchCount(StatementRequest request)
    {
        var keyType = source.ParentKey!.ClrType;
        var parent = Expression.Parameter(source.Parent!.Type, "p");
        var rows = ForParent(Restrict(source.Unordered, request), parent);
        var count = Expression.Call(typeof(Queryable), nameof(Queryable.Count), [Element], rows);
        var selector = Expression.Lambda(KeyedRow.New(Expression.Property(parent, source.ParentKey.PropertyInfo!), count), parent);
        var query = Expression.Call(
            typeof(Queryable), nameof(Queryable.Select), [parent.Type, selector.ReturnType], Parents(keyType), Expression.Quote(selector));
        return BatchStatement.Create(
            keyType, keyType, typeof(int), context, query, source.Traits.IsSynchronous,
            CompileParentKey(Expression.Property(source.Parent, source.ParentKey.PropertyInfo!)));
    }

    /// <summary>The columns to read instead of entities; null where entities are needed.</summary>
    private RowLayout? TryCreateLayout(Type? keyType)
        => selection?.Rows is { } shape && source.EntityType is { } entity
            && RowLayout.TryCreate(shape, entity, selection.HasCursors ? order : null, keyType, BuildCollection, out var layout)
            ? layout
            : null;

    private CollectionStatement? BuildCollection(RowCollection collection, INavigationBase navigation, int keySlot)
    {
        var keyType = CollectionStatement.PrincipalKey(navigation)!.ClrType;
        if (!source.IsPlain || !RowLayout.TryCreate(collection.Shape, navigation.TargetEntityType, null, keyType, BuildCollection, out var layout))
        {
            return null;
        }

        var rows = CollectionStatement.BuildQuery(navigation, source.Traits);
        var query = layout.Project(rows, KeyedRow.TypeOf(keyType, collection.Shape.Type), KeyedRow.RowOf, KeyedRow.KeyOf);
        return CollectionStatement.Create(
            collection.Index, keySlot, keyType, CollectionStatement.MemberType(navigation), layout, context, query, source.Traits.IsSynchronous);
    }

    private MethodCallExpression JoinToParents(StatementRequest request, Type keyType)
    {
        var parent = Expression.Parameter(source.Parent!.Type, "p");
        var query = source.Unordered;
        request = request with { IsOrdered = request.IsOrdered || source.HasOwnOrder };
        if (source.Partitioned is { } partitioned && partitioned.MemberType == keyType
            && partitioned.ParentMember.Member.Name == source.ParentKey!.Name)
        {
            query = partitioned.Restrict(query, Keys(keyType));
        }

        var rows = ForParent(Limit(Restrict(query, request), request), parent);
        var row = Expression.Parameter(Element, "r");
        var keyed = KeyedRow.New(Expression.Property(parent, source.ParentKey!.PropertyInfo!), row);
        var collection = Expression.Lambda(
            typeof(Func<,>).MakeGenericType(parent.Type, typeof(IEnumerable<>).MakeGenericType(Element)), rows, parent);
        return Expression.Call(
            KeyedRow.SelectMany.MakeGenericMethod(parent.Type, Element, keyed.Type),
            Parents(keyType),
            Expression.Quote(collection),
            Expression.Quote(Expression.Lambda(keyed, parent, row)));
    }

    /// <summary>Rows that are paired with their parent as rows with its key.</summary>
    private MethodCallExpression KeyByParent(Expression pairs)
    {
        var pair = Expression.Parameter(KeyedRow.TypeOf(source.Parent!.Type, Element), "pair");
        var keyed = Expression.Lambda(
            KeyedRow.New(Expression.Property(Expression.Property(pair, "Key"), source.ParentKey!.PropertyInfo!), Expression.Property(pair, "Row")),
            pair);
        return Expression.Call(typeof(Queryable), nameof(Queryable.Select), [pair.Type, keyed.ReturnType], pairs, Expression.Quote(keyed));
    }

    private MethodCallExpression Parents(Type keyType)
    {
        var parent = Expression.Parameter(source.Parent!.Type, "p");
        var matches = Expression.Call(
            typeof(Enumerable), nameof(Enumerable.Contains), [keyType], Keys(keyType), Expression.Property(parent, source.ParentKey!.PropertyInfo!));
        return Expression.Call(
            typeof(Queryable), nameof(Queryable.Where), [parent.Type],
            new EntityQueryRootExpression(source.ParentEntity!), Expression.Quote(Expression.Lambda(matches, parent)));
    }

    private Expression ForParent(Expression query, ParameterExpression parent) => new ParameterReplacer(source.Parent!, parent).Visit(query);

    private QueryParameterExpression Keys(Type memberType)
        => new(BatchStatement.KeysParameter, typeof(List<>).MakeGenericType(memberType), CompiledParameters.ListMode(source.Traits, memberType));

    private static Func<object, object?> CompileParentKey(MemberExpression member)
    {
        var parent = Expression.Parameter(typeof(object), "parent");
        var holder = Expression.Convert(parent, member.Member.DeclaringType!);
        var read = Expression.Lambda<Func<object, object?>>(
            Expression.Convert(Expression.MakeMemberAccess(holder, member.Member), typeof(object)), parent).Compile();
        return of => of is Row row ? row.Read(member.Member.Name) : read(of);
    }

    /// <summary>What fulfils the filter and lies beyond the cursors, in the order that is asked for.</summary>
    private Expression OrderRestricted(Expression query, StatementRequest request)
    {
        if (!request.IsOrdered)
        {
            return Restrict(query, request);
        }

        if (!RelatedRows.TryDetach(query, context.Model, out var related))
        {
            return order.Apply(Restrict(query, request), request.IsReversed);
        }

        LambdaExpression?[] conditions =
        [
            CompileFilter(request),
            request.After is null ? null : order.Beyond(request.After, reversed: false, _parameters),
            request.Before is null ? null : order.Beyond(request.Before, reversed: true, _parameters),
        ];
        var rows = related.Rows;
        foreach (var condition in conditions.OfType<LambdaExpression>())
        {
            rows = Expression.Call(typeof(Queryable), nameof(Queryable.Where), [related.RowType], rows, Expression.Quote(related.Lift(condition)));
        }

        return related.Select(order.Apply(rows, request.IsReversed, related.Lift));
    }

    /// <summary>Filter first, then cursors: the order of the values in the shape.</summary>
    private Expression Restrict(Expression query, StatementRequest request)
    {
        query = Where(query, CompileFilter(request));
        query = request.After is null ? query : Where(query, order.Beyond(request.After, reversed: false, _parameters));
        return request.Before is null ? query : Where(query, order.Beyond(request.Before, reversed: true, _parameters));
    }

    private LambdaExpression? CompileFilter(StatementRequest request)
        => request.Filter is null ? null : new FilterCompiler(_parameters, source.Traits.TextMatching, context.Model).Compile(request.Filter, Element);

    private Expression Limit(Expression query, StatementRequest request)
    {
        if (request.IsOrdered)
        {
            query = order.Apply(query, request.IsReversed);
        }

        return Cut(query, request);
    }

    private Expression Cut(Expression query, StatementRequest request)
    {
        query = request.Skip is null ? query : Cut(nameof(Queryable.Skip), query);
        return request.Take is null ? query : Cut(nameof(Queryable.Take), query);
    }

    private MethodCallExpression Cut(string method, Expression query)
        => Expression.Call(typeof(Queryable), method, [Element], query, _parameters.Next(typeof(int)));

    private LambdaExpression? Project()
    {
        if (_selected is null || source.EntityType is null)
        {
            return null;
        }

        var element = Expression.Parameter(Element, "e");
        var members = WithKeys(_selected);
        if (members.IncludesAll && !EntityProjection.IncludePaths(source.EntityType, members).Any()
            || !EntityProjection.TryBuild(source.EntityType, members, element, out var projection))
        {
            return null;
        }

        _isSplit = EntityProjection.HasCollections(source.EntityType, members);
        return Expression.Lambda(projection, element);
    }

    private SelectedMembers WithKeys(SelectedMembers members)
    {
        members = members.Clone();
        foreach (var key in order.Keys)
        {
            members.Require(key.Path);
        }

        return members;
    }

    private Expression IncludeRelations(Expression query)
    {
        if (_selected is null || source.EntityType is null
            || EntityProjection.TryBuild(source.EntityType, WithKeys(_selected), Expression.Parameter(Element), out _))
        {
            return query;
        }

        foreach (var path in EntityProjection.IncludePaths(source.EntityType, _selected))
        {
            query = Expression.Call(Include.MakeGenericMethod(Element), query, Expression.Constant(path));
        }

        return query;
    }

    private Expression Finish(Expression query, Type rowType)
    {
        if (rowType.IsClass)
        {
            query = Expression.Call(AsNoTracking.MakeGenericMethod(rowType), query);
            query = _isSplit ? Expression.Call(AsSplitQuery.MakeGenericMethod(rowType), query) : query;
        }

        return query;
    }

    private Expression Where(Expression query, LambdaExpression? predicate)
        => predicate is null
            ? query
            : Expression.Call(typeof(Queryable), nameof(Queryable.Where), [Element], query, Expression.Quote(predicate));

    private Expression WhereLifted(Expression query, Type keyType, LambdaExpression? predicate)
        => predicate is null
            ? query
            : Expression.Call(
                typeof(Queryable), nameof(Queryable.Where), [KeyedRow.TypeOf(keyType, Element)], query, Expression.Quote(KeyedRow.Lift(predicate, keyType)));
}
