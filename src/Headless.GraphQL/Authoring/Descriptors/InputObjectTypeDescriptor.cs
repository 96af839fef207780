using System.Linq.Expressions;
using System.Reflection;

namespace Headless.GraphQL.Authoring;

/// <summary>What is known of an input object type before its fields exist.</summary>
internal sealed class InputObjectTypeConfiguration(string name, Type runtimeType)
{
    public string Name { get; set; } = name;

    public Type RuntimeType { get; } = runtimeType;

    public string? Description { get; set; }

    public bool BindsFieldsExplicitly { get; set; }

    public bool IsOneOf { get; set; }

    public List<InputValueConfiguration> Fields { get; } = [];

    public InputValueConfiguration GetOrAddField(PropertyInfo property, IDescriptorContext context)
    {
        var field = Fields.Find(f => f.Member is PropertyInfo known && known.Name == property.Name);
        if (field is null)
        {
            var parameter = RuntimeType.GetConstructors()
                .SelectMany(c => c.GetParameters())
                .FirstOrDefault(p => string.Equals(p.Name, property.Name, StringComparison.OrdinalIgnoreCase) && p.ParameterType == property.PropertyType);
            Fields.Add(field = InputValueConfiguration.From(property, parameter, context));
        }

        return field;
    }
}

/// <summary>Writes what user code says of an input object type into its configuration.</summary>
internal sealed class InputObjectTypeDescriptor<T>(InputObjectTypeConfiguration configuration, IDescriptorContext context) : IInputObjectTypeDescriptor<T>
{
    public IInputObjectTypeDescriptor<T> Name(string value)
    {
        configuration.Name = value;
        return this;
    }

    public IInputObjectTypeDescriptor<T> Description(string? value)
    {
        configuration.Description = value;
        return this;
    }

    public IInputObjectTypeDescriptor<T> BindFieldsExplicitly()
    {
        configuration.BindsFieldsExplicitly = true;
        return this;
    }

    public IInputFieldDescriptor Field<TValue>(Expression<Func<T, TValue>> property) => new InputValueDescriptor(GetField(property));

    public IInputObjectTypeDescriptor<T> Ignore(Expression<Func<T, object?>> property)
    {
        GetField(property).IsIgnored = true;
        return this;
    }

    public IInputObjectTypeDescriptor<T> OneOf()
    {
        configuration.IsOneOf = true;
        return this;
    }

    private InputValueConfiguration GetField(LambdaExpression property)
        => configuration.GetOrAddField((PropertyInfo)MemberExpressions.GetMember(property), context);
}
