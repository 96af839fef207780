using System.Reflection;

namespace Headless.GraphQL.Authoring;

/// <summary>What is known of an enum type before its values exist.</summary>
internal sealed class EnumTypeConfiguration(string name)
{
    public string Name { get; set; } = name;

    public string? Description { get; set; }

    public bool BindsValuesExplicitly { get; set; }

    public List<EnumValueConfiguration> Values { get; } = [];

    public EnumValueConfiguration GetOrAddValue(object value)
    {
        var configuration = Values.Find(v => Equals(v.Value, value));
        if (configuration is null)
        {
            var field = value.GetType().GetField(value.ToString()!)
                ?? throw new SchemaException($"'{value}' is not a named value of {value.GetType()}.");
            Values.Add(configuration = new EnumValueConfiguration(value)
            {
                Name = NamingConventions.EnumValueName(field),
                Description = field.GetCustomAttribute<GraphQLDescriptionAttribute>()?.Description,
                DeprecationReason = field.GetCustomAttribute<GraphQLDeprecatedAttribute>()?.DeprecationReason
                    ?? (field.GetCustomAttribute<ObsoleteAttribute>() is { } obsolete ? obsolete.Message ?? FieldDescriptor.DefaultDeprecationReason : null),
                IsIgnored = field.IsDefined(typeof(GraphQLIgnoreAttribute)),
            });
        }

        return configuration;
    }
}

/// <summary>What is known of a value of an enum type.</summary>
internal sealed class EnumValueConfiguration(object value) : IEnumValueDescriptor
{
    public object Value { get; } = value;

    public required string Name { get; set; }

    public string? Description { get; set; }

    public string? DeprecationReason { get; set; }

    public bool IsIgnored { get; set; }

    IEnumValueDescriptor IEnumValueDescriptor.Name(string value)
    {
        Name = value;
        return this;
    }

    IEnumValueDescriptor IEnumValueDescriptor.Description(string? value)
    {
        Description = value;
        return this;
    }

    IEnumValueDescriptor IEnumValueDescriptor.Deprecated(string? reason)
    {
        DeprecationReason = reason ?? FieldDescriptor.DefaultDeprecationReason;
        return this;
    }

    IEnumValueDescriptor IEnumValueDescriptor.Ignore(bool ignore)
    {
        IsIgnored = ignore;
        return this;
    }
}

/// <summary>Writes what user code says of an enum type into its configuration.</summary>
internal sealed class EnumTypeDescriptor<T>(EnumTypeConfiguration configuration) : IEnumTypeDescriptor<T>
{
    public IEnumTypeDescriptor<T> Name(string value)
    {
        configuration.Name = value;
        return this;
    }

    public IEnumTypeDescriptor<T> Description(string? value)
    {
        configuration.Description = value;
        return this;
    }

    public IEnumTypeDescriptor<T> BindValuesExplicitly()
    {
        configuration.BindsValuesExplicitly = true;
        return this;
    }

    public IEnumValueDescriptor Value(T value) => configuration.GetOrAddValue(value!);
}
