using System.Linq.Expressions;
using Headless.GraphQL.Data.InputTypes;

namespace Headless.GraphQL.Data.Sorting;

internal sealed class SortInputTypeDescriptor<T> : ISortInputTypeDescriptor<T>
{
    public InputTypeConfiguration Configuration { get; } = new();

    public ISortInputTypeDescriptor<T> Name(string name)
    {
        Configuration.Name = name;
        return this;
    }

    public ISortInputTypeDescriptor<T> Description(string description)
    {
        Configuration.Description = description;
        return this;
    }

    public ISortInputTypeDescriptor<T> BindFieldsExplicitly()
    {
        Configuration.BindExplicitly = true;
        return this;
    }

    public ISortInputTypeDescriptor<T> BindFieldsImplicitly()
    {
        Configuration.BindExplicitly = false;
        return this;
    }

    public ISortFieldDescriptor Field<TValue>(Expression<Func<T, TValue>> member)
    {
        var @field = new InputFieldConfiguration(member);
        Configuration.Fields.Add(@field);
        return @field;
    }

    public ISortInputTypeDescriptor<T> Ignore<TValue>(Expression<Func<T, TValue>> member)
    {
        Field(member).Ignore();
        return this;
    }
}
