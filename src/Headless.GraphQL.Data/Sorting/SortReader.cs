using System.Collections;
using System.Linq.Expressions;
using System.Reflection;
using Headless.GraphQL.Data.Execution;
using Headless.GraphQL.Data.InputTypes;
using Headless.GraphQL.Types;

namespace Headless.GraphQL.Data.Sorting;

/// <summary>A key that the client asks for.</summary>
internal readonly record struct RequestedKey(InputField Input, LambdaExpression Selector, bool IsDescending);

/// <summary>Takes an <c>order</c> argument apart. Keys of one input object count in the order of the type's fields.</summary>
internal static class SortReader
{
    private const int MaxKeys = 16;
    private const int MaxDepth = 8;

    public static List<RequestedKey> Read(object? order)
    {
        var keys = new List<RequestedKey>();
        if (order is InputObjectValue single)
        {
            ReadObject(single, null, keys, 1);
        }

        foreach (InputObjectValue item in order as IList ?? Array.Empty<object>())
        {
            ReadObject(item, null, keys, 1);
        }

        return keys;
    }

    private static void ReadObject(InputObjectValue order, LambdaExpression? prefix, List<RequestedKey> keys, int depth)
    {
        if (depth > MaxDepth)
        {
            throw DataErrors.InvalidSort($"An order may be nested {MaxDepth} levels deep.");
        }

        foreach (var (input, value) in order.Fields)
        {
            var @field = input.Features.Get<SortField>()
                ?? throw new InvalidOperationException($"{order.Type.Name}.{input.Name} is no sort field.");
            var selector = prefix is null
                ? @field.Selector
                : Expression.Lambda(MemberSelector.Apply(@field.Selector, prefix.Body), prefix.Parameters);
            switch (value)
            {
                case null:
                    throw DataErrors.InvalidSort($"The field {order.Type.Name}.{input.Name} does not take null.");
                case InputObjectValue nested:
                    ReadObject(nested, selector, keys, depth + 1);
                    break;
                default:
                    keys.Add(new RequestedKey(input, selector, (SortDirection)value == SortDirection.Descending));
                    break;
            }

            if (keys.Count > MaxKeys)
            {
                throw DataErrors.InvalidSort($"An order may have {MaxKeys} keys.");
            }
        }
    }
}
