namespace Headless.GraphQL;

/// <summary>The parameter is the parent value of the field.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class ParentAttribute : Attribute
{
    public ParentAttribute()
    {
    }

    public ParentAttribute(string requires) => Requires = requires;

    /// <summary>The properties of the parent that the resolver reads, separated by blanks: a projection reads them from the database.</summary>
    public string? Requires { get; }
}

/// <summary>The parameter is a service of the request; with a key, a keyed one. Registered types are services without the attribute, too.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class ServiceAttribute : Attribute
{
    public ServiceAttribute()
    {
    }

    public ServiceAttribute(string key) => Key = key;

    public string? Key { get; }
}

/// <summary>The parameter is a value of <see cref="Types.IResolverContext.ContextData"/>, by the parameter's name or the given key.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class GlobalStateAttribute : Attribute
{
    public GlobalStateAttribute()
    {
    }

    public GlobalStateAttribute(string key) => Key = key;

    public string? Key { get; }
}

/// <summary>The parameter is an argument, under its own or the given name; needed only where its type is also a registered service.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class ArgumentAttribute : Attribute
{
    public ArgumentAttribute()
    {
    }

    public ArgumentAttribute(string name) => Name = name;

    public string? Name { get; }
}

/// <summary>The default of an argument or input field: a CLR constant.</summary>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property)]
public sealed class DefaultValueAttribute(object? value) : Attribute
{
    public object? Value { get; } = value;
}

/// <summary>The default of an argument or input field as a GraphQL literal.</summary>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property)]
public sealed class DefaultValueSyntaxAttribute(string? syntax) : Attribute
{
    public string? Syntax { get; } = syntax;
}

/// <summary>The parameter is the event of the subscription.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class EventMessageAttribute : Attribute;
