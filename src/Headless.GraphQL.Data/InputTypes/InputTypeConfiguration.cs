using System.Linq.Expressions;

namespace Headless.GraphQL.Data.InputTypes;

/// <summary>What a <see cref="FilterInputType{T}"/> or <see cref="SortInputType{T}"/> was configured to be.</summary>
internal sealed class InputTypeConfiguration
{
    public string? Name { get; set; }

    public string? Description { get; set; }

    public bool BindExplicitly { get; set; }

    public bool AllowAnd { get; set; } = true;

    public bool AllowOr { get; set; } = true;

    public List<InputFieldConfiguration> Fields { get; } = [];
}

internal sealed class InputFieldConfiguration(LambdaExpression selector) : IFilterFieldDescriptor, ISortFieldDescriptor
{
    public LambdaExpression Selector { get; } = selector;

    public string? Name { get; private set; }

    public string? Description { get; private set; }

    public bool IsIgnored { get; private set; }

    /// <summary>The class of the input type to use for the member's value, its elements' for a list.</summary>
    public Type? InputType { get; private set; }

    /// <summary>The member, where the selector is one member of the element itself.</summary>
    public System.Reflection.MemberInfo? Member => Selector.Body is MemberExpression { Expression: ParameterExpression } member ? member.Member : null;

    IFilterFieldDescriptor IFilterFieldDescriptor.Name(string name)
    {
        Name = name;
        return this;
    }

    IFilterFieldDescriptor IFilterFieldDescriptor.Description(string description)
    {
        Description = description;
        return this;
    }

    IFilterFieldDescriptor IFilterFieldDescriptor.Type<TFilterInputType>()
    {
        InputType = typeof(TFilterInputType);
        return this;
    }

    IFilterFieldDescriptor IFilterFieldDescriptor.Ignore(bool ignore)
    {
        IsIgnored = ignore;
        return this;
    }

    ISortFieldDescriptor ISortFieldDescriptor.Name(string name)
    {
        Name = name;
        return this;
    }

    ISortFieldDescriptor ISortFieldDescriptor.Description(string description)
    {
        Description = description;
        return this;
    }

    ISortFieldDescriptor ISortFieldDescriptor.Type<TSortInputType>()
    {
        InputType = typeof(TSortInputType);
        return this;
    }

    ISortFieldDescriptor ISortFieldDescriptor.Ignore(bool ignore)
    {
        IsIgnored = ignore;
        return this;
    }
}
