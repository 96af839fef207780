using System.Reflection;
using Headless.GraphQL.Data.InputTypes;
using Headless.GraphQL.Execution.Planning;
using Headless.GraphQL.Data.Projection;
using Headless.GraphQL.Types;

namespace Headless.GraphQL.Data.Rows;

/// <summary>
/// Decides whether a planned selection can be answered from rows without making entities of them, and if so lets its fields read from
/// rows. They still read entities, too: whether a statement has rows is known when it is built.
/// </summary>
internal sealed class RowShapeReader
{
    private readonly List<Action> _bindings = [];

    private RowShapeReader()
    {
    }

    /// <summary>The shape of the elements; null where something on them needs entities.</summary>
    /// <param name="selectionSets">The selections on the elements.</param>
    public static RowShape? Read(IReadOnlyList<SelectionSetPlan> selectionSets)
    {
        if (selectionSets.Count == 0 || selectionSets[0].Type.RuntimeType is not { } type)
        {
            return null;
        }

        var reader = new RowShapeReader();
        var shape = new RowShape(type, new RowSlots());
        if (!reader.TryRead(selectionSets, shape))
        {
            return null;
        }

        reader._bindings.ForEach(bind => bind());
        return shape;
    }

    // Recursion follows the planned selection, whose depth is bounded.
    private bool TryRead(IEnumerable<SelectionSetPlan> selectionSets, RowShape shape)
    {
        foreach (var selectionSet in selectionSets)
        {
            if (selectionSet.Type.RuntimeType != shape.Type)
            {
                return false;
            }

            shape.Add(selectionSet);
            foreach (var @field in selectionSet.Type.Fields)
            {
                if (@field.Member is PropertyInfo property && @field.Features.Get<ProjectionRule>() is { IsProjected: true })
                {
                    shape.Member(property);
                }
            }

            foreach (var plan in selectionSet.Fields)
            {
                if (!TryRead(plan, shape))
                {
                    return false;
                }
            }
        }

        return true;
    }

    private bool TryRead(FieldPlan plan, RowShape shape)
    {
        var @field = plan.Field;
        if (plan.ConstantResult is not null)
        {
            return true;
        }

        if (@field.Features.Get<ProjectionRule>() is { IsProjected: false })
        {
            return false;
        }

        if (@field.Resolver is not null || @field.Features.Get<IFieldPlanner>() is not null)
        {
            return TryReadForObject(plan, shape);
        }

        if (plan.Shape.Composite is null && plan.Shape.Item?.Composite is null && plan.Shape.Item?.Item is null)
        {
            return plan.TypedAccessor?.Property is { } leaf && IsOf(leaf, shape)
                ? TryReadLeaf(plan, plan.TypedAccessor, leaf, shape)
                : TryReadForObject(plan, shape);
        }

        if (@field.Member is not PropertyInfo property || !IsOf(property, shape))
        {
            return TryReadForObject(plan, shape);
        }

        return plan.Shape.Item is null
            ? TryReadRelation(plan, property, shape)
            : plan.Shape.Item.Item is null && TryReadCollection(plan, property, shape);
    }

    private bool TryReadLeaf(FieldPlan plan, ValueAccessor accessor, PropertyInfo property, RowShape shape)
    {
        if (ValueAccessor.FromProperty(property) is not { } entity
            || accessor.Over(ColumnAccessor.Create(shape.Member(property), entity)) is not { } column)
        {
            return false;
        }

        _bindings.Add(() => plan.ReadFrom(column));
        return true;
    }

    private bool TryReadRelation(FieldPlan plan, PropertyInfo property, RowShape shape)
    {
        var relation = shape.Relation(property);
        var read = plan.Accessor!;
        _bindings.Add(() => plan.ReadFrom(parent => parent is Row row ? row.Follow(relation) : read(parent)));
        return TryRead(plan.SelectionSets, relation.Shape);
    }

    private bool TryReadCollection(FieldPlan plan, PropertyInfo property, RowShape shape)
    {
        if (ElementTypes.ListElement(property.PropertyType) is not { } elementType)
        {
            return false;
        }

        var collection = shape.Collection(property, elementType);
        var read = plan.Accessor!;
        _bindings.Add(() => plan.ReadFrom(parent => parent is Row row ? row.Follow(collection) : read(parent)));
        return TryRead(plan.SelectionSets, collection.Shape);
    }

    /// <summary>A resolver or a method: it is given an object with the properties that it asks for.</summary>
    private bool TryReadForObject(FieldPlan plan, RowShape shape)
    {
        var @field = plan.Field;
        var readsParent = true;
        if (@field.Features.Get<ParentRequirements>() is { } requirements)
        {
            foreach (var name in requirements.Properties)
            {
                if (shape.Type.GetProperty(name) is not { } property)
                {
                    return false;
                }

                shape.Member(property);
            }
        }
        else if (@field.Member is PropertyInfo property && IsOf(property, shape) && plan.Shape.Composite is null && plan.Shape.Item is null)
        {
            shape.Member(property);
        }
        else if (@field.Member is not MethodInfo method || SelectionReader.ReadsParent(method, @field))
        {
            return false;
        }
        else
        {
            readsParent = false;
        }

        shape.NeedsObject |= readsParent;
        if (@field.Resolver is null && @field.Features.Get<IFieldPlanner>() is null)
        {
            shape.NeedsObject = true;
            var read = plan.Accessor!;
            _bindings.Add(() => plan.ReadFrom(parent => read(parent is Row row ? row.ToObject() : parent)));
        }

        return true;
    }

    private static bool IsOf(PropertyInfo property, RowShape shape) => property.DeclaringType!.IsAssignableFrom(shape.Type);
}
