using System.Reflection;
using Headless.GraphQL.Execution.Planning;

namespace Headless.GraphQL;

/// <summary>Reads an internal id and encodes it as a global one.</summary>
internal sealed class NodeIdAccessor(ValueAccessor<long> id, NodeIdEncoding encoding) : ValueAccessor<string?>
{
    internal override PropertyInfo? Property => id.Property;

    public override string? Get(object parent) => encoding.Format(id.Get(parent));

    internal override ValueAccessor? Over(ValueAccessor source) => source is ValueAccessor<long> other ? new NodeIdAccessor(other, encoding) : null;
}
