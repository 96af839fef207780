using System.Diagnostics.CodeAnalysis;
using System.Linq.Expressions;
using System.Reflection;
using Headless.GraphQL.Data.InputTypes;
using Headless.GraphQL.Data.Paging;
using Headless.GraphQL.Data.Projection;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Query;

namespace Headless.GraphQL.Data.Rows;

/// <summary>
/// The columns of a statement that is read into a <see cref="RowStore"/>: those of a <see cref="RowShape"/> over an entity type, and what
/// cursors, nested lists and resolvers need beside them.
/// </summary>
internal sealed class RowLayout
{
    /// <summary>The parameter that holds the store.</summary>
    public const string RowsParameter = "rows";

    private readonly RowLayoutColumn?[] _planned;
    private readonly List<RowLayoutColumn> _added = [];
    private readonly Dictionary<(int Node, string Property), int> _addedSlots = [];
    private readonly Dictionary<int, RowObjectWriter> _objects = [];
    private readonly List<(RowCollection Collection, INavigationBase Navigation, int KeySlot)> _relatedLists = [];

    private RowLayout(RowShape shape)
    {
        Shape = shape;
        _planned = new RowLayoutColumn?[shape.Slots.Columns];
    }

    public RowShape Shape { get; }

    /// <summary>The columns of the keys of the order, for cursors.</summary>
    public int[] KeySlots { get; private set; } = [];

    /// <summary>The column of the key of each row's parent, in statements for many parents.</summary>
    public int ParentKeySlot { get; private set; } = -1;

    /// <summary>The statements that read to-many relations of the rows.</summary>
    public IReadOnlyList<CollectionStatement> Collections { get; private set; } = [];

    /// <summary>The layout of a statement; false where the shape asks for what is no column, or for objects that cannot be made.</summary>
    /// <param name="shape">What is read.</param>
    /// <param name="entity">The type of the elements.</param>
    /// <param name="cursorOrder">The order whose keys cursors will need; null: none will be written.</param>
    /// <param name="parentKey">The type of the key of each row's parent; null: there is none.</param>
    /// <param name="createCollection">Builds the statement of a to-many relation; null where it cannot be built.</param>
    /// <param name="layout">The layout.</param>
    public static bool TryCreate(
        RowShape shape,
        IEntityType entity,
        KeysetOrder? cursorOrder,
        Type? parentKey,
        Func<RowCollection, INavigationBase, int, CollectionStatement?> createCollection,
        [NotNullWhen(true)] out RowLayout? layout)
    {
        layout = null;
        var created = new RowLayout(shape);
        if (entity.ClrType != shape.Type || !created.TryAdd(shape, entity, static element => element, isOptional: false))
        {
            return false;
        }

        if (cursorOrder is not null)
        {
            created.KeySlots = [.. cursorOrder.Keys.Select(created.AddKey)];
        }

        if (parentKey is not null)
        {
            created.ParentKeySlot = created.Add(new RowLayoutColumn(parentKey, null));
        }

        var collections = new CollectionStatement[created._relatedLists.Count];
        foreach (var (collection, navigation, keySlot) in created._relatedLists)
        {
            if (createCollection(collection, navigation, keySlot) is not { } statement)
            {
                return false;
            }

            collections[collection.Index] = statement;
        }

        created.Collections = collections;
        layout = created;
        return true;
    }

    public RowColumn?[] CreateColumns()
    {
        var columns = new RowColumn?[_planned.Length + _added.Count];
        for (var slot = 0; slot < columns.Length; slot++)
        {
            columns[slot] = Column(slot)?.Prototype.CreateEmpty();
        }

        return columns;
    }

    public int FindSlot(RowShape shape, string property)
    {
        foreach (var member in shape.Members)
        {
            if (member.Property.Name == property)
            {
                return member.Slot;
            }
        }

        return _addedSlots[(shape.Node, property)];
    }

    public object CreateObject(RowShape shape, RowStore rows, int row) => _objects[shape.Node].Create(rows, row);

    /// <summary>Projects a query to its columns.</summary>
    /// <param name="query">The query.</param>
    /// <param name="rowType">The type of its rows.</param>
    /// <param name="element">From a row to the element.</param>
    /// <param name="parentKey">From a row to the key of its parent.</param>
    public Expression Project(Expression query, Type rowType, Func<Expression, Expression> element, Func<Expression, Expression>? parentKey = null)
    {
        var row = Expression.Parameter(rowType, "row");
        Expression rows = Expression.Call(RowStore.NextMethod, new QueryParameterExpression(RowsParameter, typeof(RowStore)));
        for (var slot = 0; slot < _planned.Length + _added.Count; slot++)
        {
            if (Column(slot) is not { } column)
            {
                continue;
            }

            var value = slot == ParentKeySlot ? parentKey!(row) : column.Read!(element(row));
            var method = value.Type == column.Type ? RowStore.SetMethod : RowStore.SetOrDefaultMethod;
            rows = Expression.Call(method.MakeGenericMethod(column.Type), rows, Expression.Constant(slot), value);
        }

        return Expression.Call(
            typeof(Queryable), nameof(Queryable.Select), [rowType, typeof(RowStore)], query, Expression.Quote(Expression.Lambda(rows, row)));
    }

    private RowLayoutColumn? Column(int slot) => slot < _planned.Length ? _planned[slot] : _added[slot - _planned.Length];

    // Recursion follows the shape, which follows the planned selection.
    private bool TryAdd(RowShape shape, IEntityType entity, Func<Expression, Expression> path, bool isOptional)
    {
        foreach (var member in shape.Members)
        {
            if (entity.FindProperty(member.Property.Name)?.PropertyInfo is not { } info || info.PropertyType != member.Property.PropertyType)
            {
                return false;
            }

            _planned[member.Slot] = CreateColumn(info, path, isOptional);
        }

        foreach (var relation in shape.Relations)
        {
            if (entity.FindNavigation(relation.Property.Name) is not { IsCollection: false, PropertyInfo: { } info } navigation
                || navigation.TargetEntityType.IsOwned() || navigation.TargetEntityType.ClrType != relation.Shape.Type)
            {
                return false;
            }

            Expression Related(Expression element) => Expression.Property(path(element), info);
            var canBeMissing = !(navigation.IsOnDependent && navigation.ForeignKey.IsRequired);
            if (canBeMissing)
            {
                _planned[relation.PresenceSlot] = new RowLayoutColumn(
                    typeof(bool), element => Expression.NotEqual(Related(element), Expression.Constant(null, info.PropertyType)));
            }

            if (!TryAdd(relation.Shape, navigation.TargetEntityType, Related, isOptional || canBeMissing))
            {
                return false;
            }
        }

        return TryAddCollections(shape, entity, path, isOptional) && (!shape.NeedsObject || TryAddObject(shape, entity, path, isOptional));
    }

    private bool TryAddCollections(RowShape shape, IEntityType entity, Func<Expression, Expression> path, bool isOptional)
    {
        foreach (var collection in shape.Collections)
        {
            INavigationBase? navigation = entity.FindNavigation(collection.Property.Name);
            navigation ??= entity.FindSkipNavigation(collection.Property.Name);
            if (navigation is not { IsCollection: true } || navigation.TargetEntityType.IsOwned()
                || navigation.TargetEntityType.ClrType != collection.Shape.Type || CollectionStatement.PrincipalKey(navigation) is not { } key)
            {
                return false;
            }

            _relatedLists.Add((collection, navigation, GetSlot(shape, key, path, isOptional)));
        }

        return true;
    }

    private bool TryAddObject(RowShape shape, IEntityType entity, Func<Expression, Expression> path, bool isOptional)
    {
        if (EntityProjection.ConstructorOf(entity) is not { } constructor || entity.FindPrimaryKey() is not { } key
            || key.Properties.Any(p => p.PropertyInfo is null))
        {
            return false;
        }

        var members = new List<(MemberInfo, int)>();
        foreach (var property in key.Properties.Concat(shape.Members.Select(m => entity.FindProperty(m.Property.Name)!)).Distinct())
        {
            if (EntityProjection.WritableMember(property) is not { } writable)
            {
                return false;
            }

            members.Add((writable, GetSlot(shape, property, path, isOptional)));
        }

        _objects[shape.Node] = new RowObjectWriter(constructor, [.. members]);
        return true;
    }

    /// <summary>The column of a property, added where the shape does not have it.</summary>
    private int GetSlot(RowShape shape, IProperty property, Func<Expression, Expression> path, bool isOptional)
    {
        if (shape.Members.FirstOrDefault(m => m.Property.Name == property.Name) is { } member)
        {
            return member.Slot;
        }

        if (!_addedSlots.TryGetValue((shape.Node, property.Name), out var slot))
        {
            slot = Add(CreateColumn(property.PropertyInfo!, path, isOptional));
            _addedSlots.Add((shape.Node, property.Name), slot);
        }

        return slot;
    }

    private int AddKey(Sorting.SortKey key)
    {
        if (key.Path is [var only] && Shape.Members.FirstOrDefault(m => m.Property.Name == only.Name) is { } member
            && member.Property.PropertyType == key.ValueType)
        {
            return member.Slot;
        }

        return Add(new RowLayoutColumn(key.ValueType, element => MemberSelector.Apply(key.Selector, element)));
    }

    private int Add(RowLayoutColumn column)
    {
        _added.Add(column);
        return _planned.Length + _added.Count - 1;
    }

    private static RowLayoutColumn CreateColumn(PropertyInfo property, Func<Expression, Expression> path, bool isOptional)
    {
        // A value of a relation that is missing is null in the database: it must be read as what can be null.
        var type = property.PropertyType;
        return isOptional && type.IsValueType && Nullable.GetUnderlyingType(type) is null
            ? new RowLayoutColumn(type, element => Expression.Convert(Expression.Property(path(element), property), typeof(Nullable<>).MakeGenericType(type)))
            : new RowLayoutColumn(type, element => Expression.Property(path(element), property));
    }
}

/// <summary>A column of a layout.</summary>
/// <param name="Type">The type of its values in the store.</param>
/// <param name="Read">From the element to the value, which may be nullable where <paramref name="Type"/> is not.</param>
internal sealed record RowLayoutColumn(Type Type, Func<Expression, Expression>? Read)
{
    public RowColumn Prototype { get; } = RowColumn.Create(Type);
}
