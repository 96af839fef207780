using System.Collections.Concurrent;
using System.Reflection;
using Headless.GraphQL.Types;

namespace Headless.GraphQL.Authoring;

/// <summary>Makes the CLR value of a parameter or property from a coerced input value.</summary>
internal delegate object? InputConverter(object? value);

/// <summary>Creates converters; input object types may refer to themselves, so theirs are made when first used.</summary>
internal sealed class InputConverterFactory(INodeIdSerializer serializer, Func<NodeIdReference, string?> resolveTypeName)
{
    private readonly ConcurrentDictionary<(Type, InputObjectType), InputObjectConverter> _objects = new();

    /// <param name="clrType">The parameter's or property's type.</param>
    /// <param name="type">The schema's.</param>
    /// <param name="nodeId">Set where the value is a global id, or a list of them.</param>
    public InputConverter Create(Type clrType, GraphQLType type, NodeIdReference? nodeId)
    {
        if (clrType.IsGenericType && clrType.GetGenericTypeDefinition() == typeof(Optional<>))
        {
            var inner = Create(clrType.GetGenericArguments()[0], type, nodeId);
            var wrap = CreateDelegate<Func<object?, object>>(nameof(WrapOptional), clrType.GetGenericArguments()[0]);
            return value => wrap(inner(value));
        }

        var target = Nullable.GetUnderlyingType(clrType) ?? clrType;
        if (type.Nullable is ListType list)
        {
            var elementType = ClrTypeReference.ElementType(target) ?? typeof(object);
            var element = Create(elementType, list.OfType, nodeId);
            var convertList = CreateDelegate<Func<object, InputConverter, Type, object>>(nameof(ConvertList), elementType);
            return value => value is null ? null : convertList(value, element, target);
        }

        if (nodeId is not null)
        {
            return new NodeIdDecoder(serializer, resolveTypeName(nodeId), target).Decode;
        }

        if (type.Nullable is InputObjectType input && target != typeof(InputObjectValue))
        {
            return value => value is InputObjectValue given ? _objects.GetOrAdd((target, input), static (key, factory) => new InputObjectConverter(key.Item1, key.Item2, factory), this).Convert(given) : value;
        }

        return value => ScalarConversion.Convert(value, target);
    }

    private static TDelegate CreateDelegate<TDelegate>(string method, Type typeArgument)
        where TDelegate : Delegate
        => typeof(InputConverterFactory).GetMethod(method, BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(typeArgument).CreateDelegate<TDelegate>();

    private static object WrapOptional<T>(object? value) => new Optional<T>((T?)value);

    private static object ConvertList<T>(object value, InputConverter element, Type target)
    {
        var source = value as IReadOnlyList<object?> ?? [value];
        var items = new T[source.Count];
        for (var i = 0; i < items.Length; i++)
        {
            try
            {
                items[i] = (T)element(source[i])!;
            }
            catch (InputBindingException exception)
            {
                exception.Within(i);
                throw;
            }
        }

        if (target.IsAssignableFrom(typeof(T[])))
        {
            return items;
        }

        if (target.IsAssignableFrom(typeof(List<T>)))
        {
            return new List<T>(items);
        }

        return target.IsAssignableFrom(typeof(HashSet<T>)) ? new HashSet<T>(items) : Activator.CreateInstance(target, (IEnumerable<T>)items)!;
    }
}
