using System.Linq.Expressions;

namespace Headless.GraphQL;

/// <summary>Configures an argument of a field.</summary>
public interface IArgumentDescriptor
{
    IArgumentDescriptor Description(string? value);

    IArgumentDescriptor Deprecated(string? reason);

    IArgumentDescriptor Type<TInputType>()
        where TInputType : class;

    IArgumentDescriptor Type(Type type);

    /// <summary>The default as a CLR value.</summary>
    IArgumentDescriptor DefaultValue(object? value);

    /// <summary>The argument is a global id of the named type, or of any type.</summary>
    IArgumentDescriptor ID(string? typeName = null);

    IArgumentDescriptor Cost(double weight);
}

/// <summary>Configures a field of an input object type.</summary>
public interface IInputFieldDescriptor
{
    IInputFieldDescriptor Name(string value);

    IInputFieldDescriptor Description(string? value);

    IInputFieldDescriptor Deprecated(string? reason);

    IInputFieldDescriptor Ignore(bool ignore = true);

    IInputFieldDescriptor Type<TInputType>()
        where TInputType : class;

    IInputFieldDescriptor Type(Type type);

    IInputFieldDescriptor DefaultValue(object? value);

    /// <summary>The field is a global id of the named type, or of any type.</summary>
    IInputFieldDescriptor ID(string? typeName = null);

    IInputFieldDescriptor Cost(double weight);
}

/// <summary>Configures the input object type of <typeparamref name="T"/>.</summary>
public interface IInputObjectTypeDescriptor<T>
{
    IInputObjectTypeDescriptor<T> Name(string value);

    IInputObjectTypeDescriptor<T> Description(string? value);

    IInputObjectTypeDescriptor<T> BindFieldsExplicitly();

    IInputFieldDescriptor Field<TValue>(Expression<Func<T, TValue>> property);

    IInputObjectTypeDescriptor<T> Ignore(Expression<Func<T, object?>> property);

    /// <summary>Exactly one field must be given.</summary>
    IInputObjectTypeDescriptor<T> OneOf();
}

/// <summary>Configures the enum type of <typeparamref name="T"/>.</summary>
public interface IEnumTypeDescriptor<T>
{
    IEnumTypeDescriptor<T> Name(string value);

    IEnumTypeDescriptor<T> Description(string? value);

    IEnumTypeDescriptor<T> BindValuesExplicitly();

    IEnumValueDescriptor Value(T value);
}

/// <summary>Configures a value of an enum type.</summary>
public interface IEnumValueDescriptor
{
    IEnumValueDescriptor Name(string value);

    IEnumValueDescriptor Description(string? value);

    IEnumValueDescriptor Deprecated(string? reason);

    IEnumValueDescriptor Ignore(bool ignore = true);
}

/// <summary>Configures the interface type of <typeparamref name="T"/>.</summary>
public interface IInterfaceTypeDescriptor<T>
{
    IInterfaceTypeDescriptor<T> Name(string value);

    IInterfaceTypeDescriptor<T> Description(string? value);

    IInterfaceTypeDescriptor<T> BindFieldsExplicitly();

    IObjectFieldDescriptor Field(Expression<Func<T, object?>> propertyOrMethod);

    IInterfaceTypeDescriptor<T> Ignore(Expression<Func<T, object?>> propertyOrMethod);
}

/// <summary>Configures a union type.</summary>
public interface IUnionTypeDescriptor
{
    IUnionTypeDescriptor Name(string value);

    IUnionTypeDescriptor Description(string? value);

    /// <summary>Adds a member: a configured <see cref="ObjectType{T}"/> class or a CLR type.</summary>
    IUnionTypeDescriptor Type<TObjectType>()
        where TObjectType : class;
}
