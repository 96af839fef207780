using System.Reflection;

namespace Headless.GraphQL.Data.Rows;

/// <summary>Makes the object that a resolver is given of a row: the key and the columns that were read.</summary>
internal sealed class RowObjectWriter(ConstructorInfo constructor, (MemberInfo Member, int Slot)[] members)
{
    public object Create(RowStore rows, int row)
    {
        var created = constructor.Invoke(null);
        foreach (var (member, slot) in members)
        {
            var value = rows.Column(slot).Read(row);
            if (member is PropertyInfo property)
            {
                property.SetValue(created, value);
            }
            else
            {
                ((FieldInfo)member).SetValue(created, value);
            }
        }

        return created;
    }
}
