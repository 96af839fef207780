using System.Buffers;
using System.Text.Json;
using Headless.GraphQL.Language;

namespace Headless.GraphQL.Types;

/// <summary>A scalar of which only the name is known: it takes and returns any JSON value (specification section 3.5, custom scalars).</summary>
internal sealed class AnyValueScalarType(string name) : ScalarType(name)
{
    public override object? CoerceLiteral(ValueNode literal) => BuiltInScalars.Any.CoerceLiteral(literal);

    public override object? CoerceVariable(JsonElement value) => BuiltInScalars.Any.CoerceVariable(value);

    public override void WriteResult(object value, IBufferWriter<byte> output) => BuiltInScalars.Any.WriteResult(value, output);

    public override ValueNode ToLiteral(object value) => BuiltInScalars.Any.ToLiteral(value);
}
