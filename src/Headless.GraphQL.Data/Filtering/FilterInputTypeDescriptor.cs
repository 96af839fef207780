using System.Linq.Expressions;
using Headless.GraphQL.Data.InputTypes;

namespace Headless.GraphQL.Data.Filtering;

internal sealed class FilterInputTypeDescriptor<T> : IFilterInputTypeDescriptor<T>
{
    public InputTypeConfiguration Configuration { get; } = new();

    public IFilterInputTypeDescriptor<T> Name(string name)
    {
        Configuration.Name = name;
        return this;
    }

    public IFilterInputTypeDescriptor<T> Description(string description)
    {
        Configuration.Description = description;
        return this;
    }

    public IFilterInputTypeDescriptor<T> BindFieldsExplicitly()
    {
        Configuration.BindExplicitly = true;
        return this;
    }

    public IFilterInputTypeDescriptor<T> BindFieldsImplicitly()
    {
        Configuration.BindExplicitly = false;
        return this;
    }

    public IFilterFieldDescriptor Field<TValue>(Expression<Func<T, TValue>> member)
    {
        var @field = new InputFieldConfiguration(member);
        Configuration.Fields.Add(@field);
        return @field;
    }

    public IFilterInputTypeDescriptor<T> Ignore<TValue>(Expression<Func<T, TValue>> member)
    {
        Field(member).Ignore();
        return this;
    }

    public IFilterInputTypeDescriptor<T> AllowAnd(bool allow = true)
    {
        Configuration.AllowAnd = allow;
        return this;
    }

    public IFilterInputTypeDescriptor<T> AllowOr(bool allow = true)
    {
        Configuration.AllowOr = allow;
        return this;
    }
}
