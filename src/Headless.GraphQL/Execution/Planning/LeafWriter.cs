using System.Buffers;
using System.Collections.Frozen;
using System.Reflection;
using Headless.GraphQL.Types;

namespace Headless.GraphQL.Execution.Planning;

/// <summary>Writes the leaf value of a pure field straight from its parent, without boxing.</summary>
internal abstract class LeafWriter
{
    private static readonly MethodInfo CreateForStructMethod =
        typeof(LeafWriter).GetMethod(nameof(CreateForStruct), BindingFlags.NonPublic | BindingFlags.Static)!;

    /// <summary>Writes the value; false, and nothing written, where it is null. Throws <see cref="CoercionException"/> before it has written anything.</summary>
    public abstract bool TryWrite(object parent, IBufferWriter<byte> output);

    /// <summary>The writer of a typed accessor's values as a scalar or an enum; null where the type has none for that CLR type.</summary>
    public static LeafWriter? Create(ValueAccessor accessor, NamedType type)
    {
        switch (accessor)
        {
            case ValueAccessor<string?> text when type is IValueWriter<string> writer:
                return new ReferenceLeafWriter<string>(text, writer);
            case ValueAccessor<int> number when type is IValueWriter<int> writer:
                return new StructLeafWriter<int>(number, writer);
            case ValueAccessor<long> number when type is IValueWriter<long> writer:
                return new StructLeafWriter<long>(number, writer);
            case ValueAccessor<bool> boolean when type is IValueWriter<bool> writer:
                return new StructLeafWriter<bool>(boolean, writer);
        }

        var accessorType = accessor.GetType();
        while (!accessorType.IsGenericType || accessorType.GetGenericTypeDefinition() != typeof(ValueAccessor<>))
        {
            if (accessorType.BaseType is null)
            {
                return null;
            }

            accessorType = accessorType.BaseType;
        }

        var valueType = accessorType.GenericTypeArguments[0];
        var structType = Nullable.GetUnderlyingType(valueType) ?? valueType;
        return structType.IsValueType
            ? (LeafWriter?)CreateForStructMethod.MakeGenericMethod(structType).Invoke(null, [accessor, type])
            : null;
    }

    private static LeafWriter? CreateForStruct<T>(ValueAccessor accessor, NamedType type)
        where T : struct
    {
        var writer = type switch
        {
            IValueWriter<T> scalar => scalar,
            EnumType enumType => EnumNames<T>.TryCreate(enumType),
            _ => null,
        };
        return (writer, accessor) switch
        {
            (null, _) => null,
            (_, ValueAccessor<T> exact) => new StructLeafWriter<T>(exact, writer),
            (_, ValueAccessor<T?> nullable) => new NullableLeafWriter<T>(nullable, writer),
            _ => null,
        };
    }

    private sealed class ReferenceLeafWriter<T>(ValueAccessor<T?> accessor, IValueWriter<T> writer) : LeafWriter
        where T : class
    {
        public override bool TryWrite(object parent, IBufferWriter<byte> output)
        {
            var value = accessor.Get(parent);
            if (value is null)
            {
                return false;
            }

            writer.Write(value, output);
            return true;
        }
    }

    private sealed class StructLeafWriter<T>(ValueAccessor<T> accessor, IValueWriter<T> writer) : LeafWriter
        where T : struct
    {
        public override bool TryWrite(object parent, IBufferWriter<byte> output)
        {
            writer.Write(accessor.Get(parent), output);
            return true;
        }
    }

    private sealed class NullableLeafWriter<T>(ValueAccessor<T?> accessor, IValueWriter<T> writer) : LeafWriter
        where T : struct
    {
        public override bool TryWrite(object parent, IBufferWriter<byte> output)
        {
            if (accessor.Get(parent) is not { } value)
            {
                return false;
            }

            writer.Write(value, output);
            return true;
        }
    }

    /// <summary>The names of a CLR enum's values, quoted, in UTF-8.</summary>
    private sealed class EnumNames<T>(EnumType type, FrozenDictionary<T, byte[]> names) : IValueWriter<T>
        where T : struct
    {
        public static EnumNames<T>? TryCreate(EnumType type)
        {
            var names = new Dictionary<T, byte[]>();
            foreach (var value in type.Values)
            {
                if (value.Value is not T key)
                {
                    return null;
                }

                names.TryAdd(key, EnumResultWriter.Quote(value.Name));
            }

            return new EnumNames<T>(type, names.ToFrozenDictionary());
        }

        public void Write(T value, IBufferWriter<byte> output)
            => output.Write(names.TryGetValue(value, out var name) ? name : throw EnumResultWriter.NotThereYet(type, value));
    }
}
