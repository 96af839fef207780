using System.Reflection;

namespace Headless.GraphQL.Execution.Planning;

/// <summary>
/// Reads a value from a parent without any wait. Attached to an <see cref="Types.OutputField"/> as a feature beside its
/// <see cref="Types.OutputField.PureResolver"/>, or given to <see cref="FieldPlan.ReadFrom(ValueAccessor)"/>, it lets
/// leaf values be written without boxing.
/// </summary>
public abstract class ValueAccessor
{
    private static readonly MethodInfo FromGetterMethod =
        typeof(ValueAccessor).GetMethod(nameof(FromGetter), BindingFlags.NonPublic | BindingFlags.Static)!;

    /// <summary>The value as an object.</summary>
    public abstract object? Read(object parent);

    /// <summary>The property that the value is made of; null where it is made of anything else.</summary>
    internal virtual PropertyInfo? Property => null;

    /// <summary>The same value, made of what another accessor reads in the place of <see cref="Property"/>; null where that is not possible.</summary>
    internal virtual ValueAccessor? Over(ValueAccessor source) => null;

    /// <summary>Reads through a delegate.</summary>
    public static ValueAccessor<T> Create<T>(Func<object, T> read) => new DelegateAccessor<T>(read);

    /// <summary>Reads a property of a class; null where the property cannot be read through a typed delegate.</summary>
    public static ValueAccessor? FromProperty(PropertyInfo property)
    {
        if (property.GetMethod is not { IsStatic: false } getter
            || property.DeclaringType is not { IsValueType: false, ContainsGenericParameters: false } declaringType
            || property.PropertyType.IsByRefLike
            || property.PropertyType.IsByRef
            || property.GetIndexParameters().Length > 0)
        {
            return null;
        }

        return (ValueAccessor)FromGetterMethod.MakeGenericMethod(declaringType, property.PropertyType).Invoke(null, [getter, property])!;
    }

    private static PropertyAccessor<TParent, T> FromGetter<TParent, T>(MethodInfo getter, PropertyInfo property)
        where TParent : class
        => new(getter.CreateDelegate<Func<TParent, T>>(), property);

    private sealed class DelegateAccessor<T>(Func<object, T> read) : ValueAccessor<T>
    {
        public override T Get(object parent) => read(parent);
    }

    private sealed class PropertyAccessor<TParent, T>(Func<TParent, T> read, PropertyInfo property) : ValueAccessor<T>
        where TParent : class
    {
        internal override PropertyInfo Property => property;

        public override T Get(object parent) => read((TParent)parent);

        internal override ValueAccessor? Over(ValueAccessor source) => source as ValueAccessor<T>;
    }
}

/// <summary>Reads a value of a known CLR type from a parent.</summary>
public abstract class ValueAccessor<T> : ValueAccessor
{
    public abstract T Get(object parent);

    public override object? Read(object parent) => Get(parent);
}
