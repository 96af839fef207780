namespace Headless.GraphQL.Authoring;

/// <summary>Writes what user code says of an argument or input field into its configuration.</summary>
internal sealed class InputValueDescriptor(InputValueConfiguration configuration) : IArgumentDescriptor, IInputFieldDescriptor
{
    IArgumentDescriptor IArgumentDescriptor.Description(string? value) => SetDescription(value);

    IInputFieldDescriptor IInputFieldDescriptor.Description(string? value) => SetDescription(value);

    IArgumentDescriptor IArgumentDescriptor.Deprecated(string? reason) => SetDeprecated(reason);

    IInputFieldDescriptor IInputFieldDescriptor.Deprecated(string? reason) => SetDeprecated(reason);

    IArgumentDescriptor IArgumentDescriptor.Type<TInputType>() => SetType(typeof(TInputType));

    IInputFieldDescriptor IInputFieldDescriptor.Type<TInputType>() => SetType(typeof(TInputType));

    IArgumentDescriptor IArgumentDescriptor.Type(Type type) => SetType(type);

    IInputFieldDescriptor IInputFieldDescriptor.Type(Type type) => SetType(type);

    IArgumentDescriptor IArgumentDescriptor.DefaultValue(object? value) => SetDefault(value);

    IInputFieldDescriptor IInputFieldDescriptor.DefaultValue(object? value) => SetDefault(value);

    IArgumentDescriptor IArgumentDescriptor.ID(string? typeName) => SetId(typeName);

    IInputFieldDescriptor IInputFieldDescriptor.ID(string? typeName) => SetId(typeName);

    IArgumentDescriptor IArgumentDescriptor.Cost(double weight) => SetCost(weight);

    IInputFieldDescriptor IInputFieldDescriptor.Cost(double weight) => SetCost(weight);

    IInputFieldDescriptor IInputFieldDescriptor.Name(string value)
    {
        configuration.Name = value;
        return this;
    }

    IInputFieldDescriptor IInputFieldDescriptor.Ignore(bool ignore)
    {
        configuration.IsIgnored = ignore;
        return this;
    }

    private InputValueDescriptor SetDescription(string? value)
    {
        configuration.Description = value;
        return this;
    }

    private InputValueDescriptor SetDeprecated(string? reason)
    {
        configuration.DeprecationReason = reason ?? FieldDescriptor.DefaultDeprecationReason;
        return this;
    }

    private InputValueDescriptor SetType(Type type)
    {
        configuration.TypeMarker = type;
        return this;
    }

    private InputValueDescriptor SetDefault(object? value)
    {
        configuration.SetDefault(value);
        return this;
    }

    private InputValueDescriptor SetId(string? typeName)
    {
        configuration.NodeId = new NodeIdReference(typeName, null);
        return this;
    }

    private InputValueDescriptor SetCost(double weight)
    {
        configuration.Cost = weight;
        return this;
    }
}
