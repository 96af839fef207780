namespace Headless.GraphQL.Execution.Planning;

/// <summary>
/// Makes a field's <see cref="ValueAccessor"/> when an operation asks for the field first: the accessors of a whole schema, each of
/// types of its own, are some hundred methods to compile at the start.
/// </summary>
internal sealed class DeferredValueAccessor(Func<ValueAccessor?> make)
{
    private readonly Lazy<ValueAccessor?> _accessor = new(make);

    /// <summary>The accessor; null where the value cannot be read through a typed delegate.</summary>
    public ValueAccessor? Value => _accessor.Value;
}
