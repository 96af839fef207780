using System.Collections.Concurrent;
using System.Linq.Expressions;
using System.Reflection;
using Headless.GraphQL.Data.Batching;
using Headless.GraphQL.Data.InputTypes;
using Headless.GraphQL.Data.Paging;
using Headless.GraphQL.Data.Sorting;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Query;

namespace Headless.GraphQL.Data.Execution;

/// <summary>Identifies a query of a resolver by its model and its structure; the values that it captured are parameters of it.</summary>
internal readonly struct QuerySourceKey(IModel model, Expression query) : IEquatable<QuerySourceKey>
{
    private readonly int _hash = HashCode.Combine(model, ExpressionEqualityComparer.Instance.GetHashCode(query));

    public IModel Model { get; } = model;

    public Expression Query { get; } = query;

    public bool Equals(QuerySourceKey other)
        => ReferenceEquals(Model, other.Model) && ExpressionEqualityComparer.Instance.Equals(Query, other.Query);

    public override bool Equals(object? obj) => obj is QuerySourceKey other && Equals(other);

    public override int GetHashCode() => _hash;
}

/// <summary>What a resolver's query is made of, found once: element type, own order, how it refers to the parent. Holds the orders that were asked of it.</summary>
internal sealed class QuerySource
{
    private const int MaxOrders = 64;
    private readonly ConcurrentDictionary<string, OrderedSource> _orders = new(StringComparer.Ordinal);
    private readonly int _maxStatements;
    private volatile bool _isUntranslatable;
    private bool? _isPlain;
    private readonly List<(LambdaExpression Selector, bool IsDescending)> _ownOrder = [];

    public QuerySource(IModel model, Expression query, Type elementType, ParameterExpression? parent, DatabaseTraits traits, int maxStatements)
    {
        _maxStatements = maxStatements;
        Query = query;
        Model = model;
        ElementType = elementType;
        EntityType = model.FindEntityType(elementType);
        Parent = parent;
        Traits = traits;
        Unordered = StripOrder(query);
        if (parent is not null)
        {
            Partitioned = PartitionedQuery.TryCreate(query, parent, out var partitioned) ? partitioned : null;
            Joined = Partitioned is null && JoinedQuery.TryCreate(Unordered, parent, out var joined) ? joined : null;
            ParentEntity = model.FindEntityType(parent.Type);
        }
    }

    public IModel Model { get; }

    public DatabaseTraits Traits { get; }

    /// <summary>The query as the resolver wrote it.</summary>
    public Expression Query { get; }

    /// <summary>The query without its outermost order.</summary>
    public Expression Unordered { get; }

    public Type ElementType { get; }

    /// <summary>The entity type of the elements; null for anything else.</summary>
    public IEntityType? EntityType { get; }

    /// <summary>Stands for the parent where the query refers to it; null: it does not.</summary>
    public ParameterExpression? Parent { get; }

    /// <summary>The entity type of the parent.</summary>
    public IEntityType? ParentEntity { get; }

    /// <summary>The query by key of the parent, where it has that form.</summary>
    public PartitionedQuery? Partitioned { get; }

    /// <summary>The query over pairs of a parent and a row, where it has that form and not the one above.</summary>
    public JoinedQuery? Joined { get; }

    /// <summary>Whether all parents' lists can be read at once.</summary>
    public bool CanBatch => !_isUntranslatable
        && (Partitioned is not null || (ParentKey is not null && HasReadableOrder));

    /// <summary>Whether the first rows of all parents' lists, and their numbers, can be read at once.</summary>
    public bool CanBatchPages => !_isUntranslatable && ParentKey is not null && HasReadableOrder;

    /// <summary>Whether every key of the resolver's own order is a member of the element or of a to-one relation of it, so that rows tell its value.</summary>
    public bool HasReadableOrder => _ownOrder.TrueForAll(k => MemberSelector.PathOf(k.Selector) is not null);

    /// <summary>The single primary key property of the parent.</summary>
    public IProperty? ParentKey => ParentEntity?.FindPrimaryKey()?.Properties is [{ PropertyInfo: not null } key] ? key : null;

    /// <summary>Remembers that the provider cannot read this query for many parents at once.</summary>
    public void GiveUpBatching() => _isUntranslatable = true;

    /// <summary>
    /// Whether the query is made of nothing but LINQ's own operators over sets of the model, so that what belongs to its rows can be read by
    /// a query of its own: one that ignores query filters, say, means that for related rows, too.
    /// </summary>
    public bool IsPlain => _isPlain ??= PlainQueryProof.Holds(Query);

    /// <summary>Whether the resolver's query ends in an order of its own.</summary>
    public bool HasOwnOrder => _ownOrder.Count > 0;

    /// <summary>The query in the requested order, in its own where none is requested.</summary>
    /// <param name="requested">The keys of the <c>order</c> argument.</param>
    /// <param name="isTotal">Whether the primary key must make the order total, as paging needs.</param>
    public OrderedSource GetOrder(IReadOnlyList<RequestedKey> requested, bool isTotal)
    {
        var text = (isTotal ? "=" : "~") + (requested is [var single] ? single.Text : string.Concat(requested.Select(k => k.Text)));
        if (_orders.TryGetValue(text, out var order))
        {
            return order;
        }

        order = new OrderedSource(CreateOrder(requested, isTotal), _maxStatements);
        return _orders.Count < MaxOrders ? _orders.GetOrAdd(text, order) : order;
    }

    private KeysetOrder CreateOrder(IReadOnlyList<RequestedKey> requested, bool isTotal)
    {
        var keys = new List<SortKey>();
        var wanted = requested.Count > 0 ? requested.Select(k => (k.Selector, k.IsDescending)) : _ownOrder;
        foreach (var (selector, descending) in wanted)
        {
            if (MemberSelector.PathOf(selector) is { } path)
            {
                Add(path, descending);
            }
            else if (isTotal)
            {
                throw new InvalidOperationException(
                    $"A list cannot be paged in the order of {selector}: only members of the element and of its to-one relations can be keys.");
            }
        }

        foreach (var member in isTotal ? PrimaryKey() : [])
        {
            Add([member], false);
        }

        return new KeysetOrder(keys, ElementType, Traits.NullsAreHighest);

        void Add(IReadOnlyList<MemberInfo> path, bool descending)
        {
            if (!keys.Any(k => k.Path.Select(m => m.Name).SequenceEqual(path.Select(m => m.Name))))
            {
                keys.Add(new SortKey(path, ElementType, descending, CanBeNull(path)));
            }
        }
    }

    private IEnumerable<MemberInfo> PrimaryKey()
    {
        if (EntityType is not null)
        {
            return EntityType.FindPrimaryKey()?.Properties.Select(p => p.PropertyInfo ?? (MemberInfo)p.FieldInfo!)
                ?? throw new InvalidOperationException($"{EntityType.DisplayName()} has no primary key, so lists of it cannot be paged.");
        }

        return ElementType.GetProperty("Id") is { } id
            ? [id]
            : throw new InvalidOperationException($"{ElementType.Name} is no entity and has no property Id, so lists of it cannot be paged.");
    }

    private bool CanBeNull(IReadOnlyList<MemberInfo> path)
    {
        var entity = EntityType;
        var canBeNull = false;
        foreach (var member in path)
        {
            if (entity?.FindProperty(member.Name) is { } property)
            {
                return canBeNull || property.IsNullable;
            }

            if (entity?.FindNavigation(member.Name) is not { } navigation)
            {
                break;
            }

            canBeNull |= !(navigation.IsOnDependent && navigation.ForeignKey.IsRequired);
            entity = navigation.TargetEntityType;
        }

        var type = path[^1] is PropertyInfo p ? p.PropertyType : ((FieldInfo)path[^1]).FieldType;
        return canBeNull || Comparisons.CanBeNull(type);
    }

    private Expression StripOrder(Expression node)
    {
        if (node is not MethodCallExpression { Arguments: [var source, ..] arguments } call)
        {
            return node;
        }

        if (call.Method.DeclaringType == typeof(Queryable))
        {
            switch (call.Method.Name)
            {
                case nameof(Queryable.Where):
                    var stripped = StripOrder(source);
                    return stripped == source ? call : call.Update(null, [AsQueryable(stripped, call.Method.GetGenericArguments()[0]), arguments[1]]);
                case nameof(Queryable.ThenBy) or nameof(Queryable.ThenByDescending) when arguments.Count == 2:
                    _ownOrder.Insert(0, ((LambdaExpression)MemberSelector.Unwrap(arguments[1]), call.Method.Name == nameof(Queryable.ThenByDescending)));
                    return StripOrder(source);
                case nameof(Queryable.OrderBy) or nameof(Queryable.OrderByDescending) when arguments.Count == 2:
                    _ownOrder.Insert(0, ((LambdaExpression)MemberSelector.Unwrap(arguments[1]), call.Method.Name == nameof(Queryable.OrderByDescending)));
                    return source;
            }
        }

        return call.Method.DeclaringType == typeof(EntityFrameworkQueryableExtensions) && arguments.Count == 1
            ? call.Update(null, [StripOrder(source)])
            : node;
    }

    private static Expression AsQueryable(Expression source, Type element)
        => typeof(IQueryable<>).MakeGenericType(element).IsAssignableFrom(source.Type)
            ? source
            : Expression.Convert(source, typeof(IQueryable<>).MakeGenericType(element));
}
