using Headless.GraphQL.Execution.Planning;

namespace Headless.GraphQL.Data.Rows;

/// <summary>Reads a property of rows from their column, and of entities as before.</summary>
internal static class ColumnAccessor
{
    public static ValueAccessor Create(RowMember member, ValueAccessor entity)
        => (ValueAccessor)Activator.CreateInstance(typeof(ColumnAccessor<>).MakeGenericType(member.Property.PropertyType), member.Slot, entity)!;
}

internal sealed class ColumnAccessor<T>(int slot, ValueAccessor entity) : ValueAccessor<T>
{
    private readonly ValueAccessor<T> _entity = (ValueAccessor<T>)entity;

    public override T Get(object parent) => parent is Row row ? row.Get<T>(slot) : _entity.Get(parent);
}
