using System.Buffers;
using System.Text;
using Headless.GraphQL.Types;

namespace Headless.GraphQL.Execution.Planning;

/// <summary>Writes runtime values of an enum type as its names (specification section 3.9, "Result Coercion").</summary>
internal sealed class EnumResultWriter
{
    private readonly EnumType _type;
    private readonly Dictionary<object, byte[]> _names = [];

    public EnumResultWriter(EnumType type)
    {
        _type = type;
        foreach (var value in type.Values)
        {
            if (value.Value is not null)
            {
                _names.TryAdd(value.Value, Quote(value.Name));
            }
        }
    }

    public static byte[] Quote(string name) => Encoding.UTF8.GetBytes($"\"{name}\"");

    public static CoercionException NotThereYet(EnumType type, object value)
        => new($"Enum \"{type}\" cannot represent value: {CoercionText.Describe(value)}");

    public void Write(object value, IBufferWriter<byte> output)
        => output.Write(_names.TryGetValue(value, out var name) ? name : throw NotThereYet(_type, value));
}
