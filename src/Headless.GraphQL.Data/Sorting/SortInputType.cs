using System.Linq.Expressions;
using Headless.GraphQL.Data.InputTypes;
using Headless.GraphQL.Data.Sorting;

namespace Headless.GraphQL.Data;

/// <summary>A sort input type that says itself which members of <typeparamref name="T"/> clients may sort by.</summary>
public class SortInputType<T> : ISortInputType
{
    Type ISortInputType.EntityType => typeof(T);

    InputTypeConfiguration ISortInputType.CreateConfiguration()
    {
        var descriptor = new SortInputTypeDescriptor<T>();
        Configure(descriptor);
        return descriptor.Configuration;
    }

    /// <summary>Override to choose fields and names; by default every member that can be sorted by is a field.</summary>
    protected virtual void Configure(ISortInputTypeDescriptor<T> descriptor)
    {
    }
}

/// <summary>Configures a sort input type.</summary>
public interface ISortInputTypeDescriptor<T>
{
    /// <summary>The name of the input type; by default the entity's type name followed by <c>SortInput</c>.</summary>
    ISortInputTypeDescriptor<T> Name(string name);

    ISortInputTypeDescriptor<T> Description(string description);

    /// <summary>Only members that are named by <see cref="Field{TValue}"/> become fields.</summary>
    ISortInputTypeDescriptor<T> BindFieldsExplicitly();

    /// <summary>Every member that can be sorted by becomes a field: the default.</summary>
    ISortInputTypeDescriptor<T> BindFieldsImplicitly();

    /// <summary>Makes a member, or a member of a to-one relation, a field.</summary>
    ISortFieldDescriptor Field<TValue>(Expression<Func<T, TValue>> member);

    /// <summary>Leaves a member out.</summary>
    ISortInputTypeDescriptor<T> Ignore<TValue>(Expression<Func<T, TValue>> member);
}

/// <summary>Configures a field of a sort input type.</summary>
public interface ISortFieldDescriptor
{
    ISortFieldDescriptor Name(string name);

    ISortFieldDescriptor Description(string description);

    /// <summary>The sort input type of a to-one relation.</summary>
    ISortFieldDescriptor Type<TSortInputType>();

    ISortFieldDescriptor Ignore(bool ignore = true);
}

internal interface ISortInputType
{
    Type EntityType { get; }

    InputTypeConfiguration CreateConfiguration();
}
