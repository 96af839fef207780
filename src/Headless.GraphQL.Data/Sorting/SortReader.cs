using System.Collections;
using System.Linq.Expressions;
using System.Reflection;
using Headless.GraphQL.Data.Execution;
using Headless.GraphQL.Data.InputTypes;
using Headless.GraphQL.Types;

namespace Headless.GraphQL.Data.Sorting;

/// <summary>A key that the client asks for.</summary>
/// <param name="Text">The input fields on the way to it and the direction: what orders are told apart by.</param>
/// <param name="Selector">From the element to the value.</param>
/// <param name="IsDescending">Its direction.</param>
internal readonly record struct RequestedKey(string Text, LambdaExpression Selector, bool IsDescending);

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
            ReadObject(single, "", null, keys, 1);
        }

        foreach (InputObjectValue item in order as IList ?? Array.Empty<object>())
        {
            ReadObject(item, "", null, keys, 1);
        }

        return keys;
    }

    private static void ReadObject(InputObjectValue order, string path, LambdaExpression? prefix, List<RequestedKey> keys, int depth)
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
                    ReadObject(nested, path + input.Name + ".", selector, keys, depth + 1);
                    break;
                default:
                    var descending = (SortDirection)value == SortDirection.Descending;
                    keys.Add(new RequestedKey(path + input.Name + (descending ? "-" : "+"), selector, descending));
                    break;
            }

            if (keys.Count > MaxKeys)
            {
                throw DataErrors.InvalidSort($"An order may have {MaxKeys} keys.");
            }
        }
    }
}
