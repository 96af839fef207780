using System.Linq.Expressions;
using Headless.GraphQL.Data.Filtering;
using Headless.GraphQL.Data.InputTypes;

namespace Headless.GraphQL.Data;

/// <summary>A class that stands for a filter input type: give it to <see cref="IFilterFieldDescriptor.Type{TFilterInputType}"/>.</summary>
public abstract class FilterInputType
{
    private protected FilterInputType()
    {
    }
}

/// <summary>A filter input type that says itself which members of <typeparamref name="T"/> clients may filter by.</summary>
public class FilterInputType<T> : FilterInputType, IEntityFilterInputType
{
    Type IEntityFilterInputType.EntityType => typeof(T);

    InputTypeConfiguration IEntityFilterInputType.CreateConfiguration()
    {
        var descriptor = new FilterInputTypeDescriptor<T>();
        Configure(descriptor);
        return descriptor.Configuration;
    }

    /// <summary>Override to choose fields and names; by default every member that can be filtered is a field.</summary>
    protected virtual void Configure(IFilterInputTypeDescriptor<T> descriptor)
    {
    }
}

/// <summary>The filter input of a list: <c>all</c>, <c>none</c>, <c>some</c> of its elements, and whether there are <c>any</c>.</summary>
/// <typeparam name="T">The filter input type of the elements.</typeparam>
public sealed class ListFilterInputType<T> : FilterInputType
    where T : FilterInputType;

/// <summary>The filter input of a member that the schema shows as a global id: <c>eq</c>, <c>neq</c>, <c>in</c>, <c>nin</c> with ids of its type.</summary>
public sealed class IdOperationFilterInputType : FilterInputType;

/// <summary>Configures a filter input type.</summary>
public interface IFilterInputTypeDescriptor<T>
{
    /// <summary>The name of the input type; by default the entity's type name followed by <c>FilterInput</c>.</summary>
    IFilterInputTypeDescriptor<T> Name(string name);

    IFilterInputTypeDescriptor<T> Description(string description);

    /// <summary>Only members that are named by <see cref="Field{TValue}"/> become fields.</summary>
    IFilterInputTypeDescriptor<T> BindFieldsExplicitly();

    /// <summary>Every member that can be filtered becomes a field: the default.</summary>
    IFilterInputTypeDescriptor<T> BindFieldsImplicitly();

    /// <summary>Makes a member, or a member of a to-one relation, a field.</summary>
    IFilterFieldDescriptor Field<TValue>(Expression<Func<T, TValue>> member);

    /// <summary>Leaves a member out.</summary>
    IFilterInputTypeDescriptor<T> Ignore<TValue>(Expression<Func<T, TValue>> member);

    IFilterInputTypeDescriptor<T> AllowAnd(bool allow = true);

    IFilterInputTypeDescriptor<T> AllowOr(bool allow = true);
}

/// <summary>Configures a field of a filter input type.</summary>
public interface IFilterFieldDescriptor
{
    IFilterFieldDescriptor Name(string name);

    IFilterFieldDescriptor Description(string description);

    /// <summary>
    /// The filter input type of the member's value: of a related entity, <see cref="ListFilterInputType{T}"/> of a list,
    /// <see cref="IdOperationFilterInputType"/> of a global id.
    /// </summary>
    IFilterFieldDescriptor Type<TFilterInputType>()
        where TFilterInputType : FilterInputType;

    IFilterFieldDescriptor Ignore(bool ignore = true);
}

internal interface IEntityFilterInputType
{
    Type EntityType { get; }

    InputTypeConfiguration CreateConfiguration();
}
