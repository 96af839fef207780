using System.Reflection;
using Headless.GraphQL.Execution.Planning;

namespace Headless.GraphQL;

/// <summary>
/// Makes a field's <see cref="ValueAccessor"/> when an operation asks for the field first: the accessors of a whole schema, each of
/// types of its own, took 200 ms of compilation at the start.
/// </summary>
internal sealed class DeferredValueAccessor(PropertyInfo property, NodeIdEncoding? encoding)
{
    private readonly Lazy<ValueAccessor?> _accessor = new(() => (ValueAccessor.FromProperty(property), encoding) switch
    {
        ({ } accessor, null) => accessor,
        (ValueAccessor<long> id, { } e) => new NodeIdAccessor(id, e),
        _ => null,
    });

    /// <summary>The accessor; null where the property cannot be read through a typed delegate.</summary>
    public ValueAccessor? Value => _accessor.Value;
}
