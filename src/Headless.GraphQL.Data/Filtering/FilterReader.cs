using System.Collections;
using Headless.GraphQL.Data.Execution;
using Headless.GraphQL.Data.InputTypes;
using Headless.GraphQL.Types;

namespace Headless.GraphQL.Data.Filtering;

/// <summary>How large filters may be.</summary>
/// <param name="MaxDepth">Levels of nested filter inputs.</param>
/// <param name="MaxNodes">Filter inputs and operations in all.</param>
/// <param name="MaxListItems">Values of one <c>in</c> or <c>nin</c>.</param>
internal sealed record FilterLimits(int MaxDepth, int MaxNodes, int MaxListItems);

/// <summary>
/// Checks a filter and takes it apart into a shape and values; <see cref="FilterCompiler"/> walks the same way when the shape is new.
/// </summary>
internal sealed class FilterReader(QueryShape shape, FilterLimits limits)
{
    private const int End = -1;
    private int _nodes;

    public void Read(InputObjectValue filter) => ReadObject(filter, typeof(object), null, 1);

    private void ReadObject(InputObjectValue filter, Type valueType, FilterField? member, int depth)
    {
        if (depth > limits.MaxDepth)
        {
            throw DataErrors.InvalidFilter($"A filter may be nested {limits.MaxDepth} levels deep.");
        }

        foreach (var (input, value) in filter.Fields)
        {
            if (++_nodes > limits.MaxNodes)
            {
                throw DataErrors.InvalidFilter($"A filter may have {limits.MaxNodes} parts.");
            }

            var @field = input.Features.Get<FilterField>()
                ?? throw new InvalidOperationException($"{filter.Type.Name}.{input.Name} is no filter field.");
            switch (@field.Kind)
            {
                case FilterFieldKind.And or FilterFieldKind.Or:
                    ReadAlternatives(@field, (IList?)value, valueType, member, depth);
                    break;
                case FilterFieldKind.Member:
                    shape.Token(@field.Id);
                    ReadObject(NotNull(filter, input, value), @field.Selector!.ReturnType, @field, depth + 1);
                    shape.Token(End);
                    break;
                default:
                    ReadOperation(filter, input, @field, value, valueType, member, depth);
                    break;
            }
        }
    }

    private void ReadAlternatives(FilterField @field, IList? alternatives, Type valueType, FilterField? member, int depth)
    {
        if (alternatives is null)
        {
            return;
        }

        shape.Token(@field.Id);
        foreach (InputObjectValue alternative in alternatives)
        {
            ReadObject(alternative, valueType, member, depth + 1);
            shape.Token(End);
        }

        shape.Token(End);
    }

    private void ReadOperation(InputObjectValue filter, InputField input, FilterField @field, object? value, Type valueType, FilterField? member, int depth)
    {
        var decodeId = member?.DecodeId;
        shape.Token(@field.Id);
        switch (@field.Operation)
        {
            case FilterOperation.All or FilterOperation.None or FilterOperation.Some:
                ReadObject(NotNull(filter, input, value), ElementTypes.ListElement(valueType)!, member, depth + 1);
                shape.Token(End);
                break;
            case FilterOperation.Any:
                shape.Token((bool)(value ?? throw NullGiven(filter, input)));
                break;
            case FilterOperation.Equals or FilterOperation.NotEquals:
                shape.Token(value is null);
                if (value is not null)
                {
                    shape.Value(ValueConverter.Convert(decodeId is null ? value : decodeId(value), valueType));
                }

                break;
            case FilterOperation.In or FilterOperation.NotIn:
                shape.Value(ReadList((IList?)value ?? throw NullGiven(filter, input), valueType, decodeId));
                break;
            case FilterOperation.StartsWith or FilterOperation.NotStartsWith:
                var prefix = ValueConverter.Convert(value ?? throw NullGiven(filter, input), valueType);
                ReadPrefix((string)prefix);
                break;
            case FilterOperation.Contains when member?.NGrams is { } index:
                var text = (string)ValueConverter.Convert(value ?? throw NullGiven(filter, input), valueType);
                shape.Value(text);
                ReadGrams(index.Sought(text));
                break;
            default:
                shape.Value(ValueConverter.Convert(value ?? throw NullGiven(filter, input), valueType));
                break;
        }
    }

    private void ReadPrefix(string prefix)
    {
        var end = PrefixRange.EndOf(prefix);
        shape.Value(prefix);
        shape.Token(end is not null);
        if (end is not null)
        {
            shape.Value(end);
        }
    }

    private void ReadGrams(SoughtGrams sought)
    {
        shape.Token(sought.Grams.Count);
        shape.Token(sought.Prefix is not null);
        foreach (var gram in sought.Grams)
        {
            shape.Value(gram);
        }

        if (sought.Prefix is not null)
        {
            ReadPrefix(sought.Prefix);
        }
    }

    private IList ReadList(IList values, Type valueType, Func<object, object>? decodeId)
    {
        if (values.Count > limits.MaxListItems)
        {
            throw DataErrors.InvalidFilter($"A list in a filter may have {limits.MaxListItems} values.");
        }

        var list = ValueConverter.CreateList(valueType, values.Count);
        var takesNull = !valueType.IsValueType || Nullable.GetUnderlyingType(valueType) is not null;
        foreach (var value in values)
        {
            if (value is not null)
            {
                list.Add(ValueConverter.Convert(decodeId is null ? value : decodeId(value), valueType));
            }
            else if (takesNull)
            {
                list.Add(null);
            }
        }

        return list;
    }

    private static InputObjectValue NotNull(InputObjectValue filter, InputField input, object? value)
        => (InputObjectValue)(value ?? throw NullGiven(filter, input));

    private static GraphQLException NullGiven(InputObjectValue filter, InputField input)
        => DataErrors.InvalidFilter($"The field {filter.Type.Name}.{input.Name} does not take null.");
}
