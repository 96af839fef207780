using System.Reflection;
using Headless.GraphQL.Language;

namespace Headless.GraphQL.Authoring;

/// <summary>What is known of an argument or input field before its schema type exists.</summary>
internal sealed class InputValueConfiguration(string name, ClrTypeReference? clrType, object? member)
{
    public string Name { get; set; } = name;

    public string? Description { get; set; }

    public string? DeprecationReason { get; set; }

    public ClrTypeReference? ClrType { get; } = clrType;

    /// <summary>The parameter or property behind it.</summary>
    public object? Member { get; } = member;

    public Type? TypeMarker { get; set; }

    public bool IsNonNull { get; set; }

    public bool IsIgnored { get; set; }

    public NodeIdReference? NodeId { get; set; }

    /// <summary>The default as a CLR value; <see cref="HasDefault"/> tells an explicit null from none.</summary>
    public object? DefaultValue { get; private set; }

    public bool HasDefault { get; private set; }

    public string? DefaultSyntax { get; private set; }

    public double? Cost { get; set; }

    public static InputValueConfiguration From(ParameterInfo parameter, IDescriptorContext context)
    {
        var configuration = new InputValueConfiguration(NamingConventions.ArgumentName(parameter), ClrTypeReference.Of(parameter), parameter);
        configuration.ReadAttributes(parameter);
        if (!configuration.HasDefault && configuration.DefaultSyntax is null && parameter is { HasDefaultValue: true, DefaultValue: { } value })
        {
            configuration.SetDefault(value);
        }

        foreach (var attribute in parameter.GetCustomAttributes<ArgumentDescriptorAttribute>(true).OrderBy(a => a.Order))
        {
            attribute.Configure(context, new InputValueDescriptor(configuration), parameter);
        }

        return configuration;
    }

    /// <summary>Attributes may stand on the property or on the parameter of a record's primary constructor.</summary>
    public static InputValueConfiguration From(PropertyInfo property, ParameterInfo? parameter, IDescriptorContext context)
    {
        var configuration = new InputValueConfiguration(NamingConventions.FieldName(property), ClrTypeReference.Of(property), property);
        if (parameter is not null)
        {
            configuration.Name = parameter.GetCustomAttribute<GraphQLNameAttribute>()?.Name ?? configuration.Name;
            configuration.ReadAttributes(parameter);
            if (parameter is { HasDefaultValue: true, DefaultValue: { } value })
            {
                configuration.SetDefault(value);
            }
        }

        configuration.ReadAttributes(property);
        foreach (var attribute in property.GetCustomAttributes<InputFieldDescriptorAttribute>(true)
            .Concat(parameter?.GetCustomAttributes<InputFieldDescriptorAttribute>(true) ?? [])
            .OrderBy(a => a.Order))
        {
            attribute.Configure(context, new InputValueDescriptor(configuration), property);
        }

        return configuration;
    }

    public void SetDefault(object? value)
    {
        DefaultValue = value;
        HasDefault = true;
    }

    /// <summary>The default as the schema holds it.</summary>
    public ValueNode? GetDefault(Types.GraphQLType type)
        => DefaultSyntax is not null ? Utf8GraphQLParser.ParseConstValue(DefaultSyntax)
            : HasDefault ? InputLiterals.ToLiteral(DefaultValue, type)
            : null;

    private void ReadAttributes(ICustomAttributeProvider element)
    {
        foreach (var attribute in element.GetCustomAttributes(true))
        {
            switch (attribute)
            {
                case GraphQLDescriptionAttribute description:
                    Description = description.Description;
                    break;
                case GraphQLDeprecatedAttribute deprecated:
                    DeprecationReason = deprecated.DeprecationReason;
                    break;
                case GraphQLTypeAttribute type:
                    TypeMarker = type.Type;
                    break;
                case GraphQLNonNullTypeAttribute:
                    IsNonNull = true;
                    break;
                case GraphQLIgnoreAttribute:
                    IsIgnored = true;
                    break;
                case IDAttribute id:
                    NodeId = NodeIdReference.From(id);
                    break;
                case DefaultValueAttribute value:
                    SetDefault(value.Value);
                    break;
                case DefaultValueSyntaxAttribute syntax:
                    DefaultSyntax = syntax.Syntax ?? "null";
                    break;
                case CostAttribute cost:
                    Cost = cost.Weight;
                    break;
            }
        }
    }
}
