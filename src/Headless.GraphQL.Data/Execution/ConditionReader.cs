using System.Collections;
using System.Reflection;
using Headless.GraphQL.Types;

namespace Headless.GraphQL.Data.Execution;

/// <summary>Finds the properties that a <c>where</c> and an <c>order</c> name, at whatever depth.</summary>
internal static class ConditionReader
{
    public static IReadOnlyList<DataCondition> Read(object? filter, object? order)
    {
        if (filter is null && order is null)
        {
            return [];
        }

        var conditions = new List<DataCondition>();
        Collect(filter, conditions);
        Collect(order, conditions);
        return conditions;
    }

    private static void Collect(object? value, List<DataCondition> conditions)
    {
        switch (value)
        {
            case InputObjectValue input:
                foreach (var (field, inner) in input.Fields)
                {
                    if (field.Member is PropertyInfo property)
                    {
                        conditions.Add(new DataCondition(property, inner));
                    }

                    Collect(inner, conditions);
                }

                break;
            case IList list:
                foreach (var item in list)
                {
                    if (item is not InputObjectValue)
                    {
                        break;
                    }

                    Collect(item, conditions);
                }

                break;
        }
    }
}
