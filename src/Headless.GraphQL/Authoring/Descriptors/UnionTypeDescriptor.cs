namespace Headless.GraphQL.Authoring;

/// <summary>What is known of a union type before its members exist.</summary>
internal sealed class UnionTypeConfiguration(string name)
{
    public string Name { get; set; } = name;

    public string? Description { get; set; }

    /// <summary>Members as markers: configured type classes or CLR types.</summary>
    public List<Type> Types { get; } = [];
}

/// <summary>Writes what user code says of a union type into its configuration.</summary>
internal sealed class UnionTypeDescriptor(UnionTypeConfiguration configuration) : IUnionTypeDescriptor
{
    public IUnionTypeDescriptor Name(string value)
    {
        configuration.Name = value;
        return this;
    }

    public IUnionTypeDescriptor Description(string? value)
    {
        configuration.Description = value;
        return this;
    }

    public IUnionTypeDescriptor Type<TObjectType>()
        where TObjectType : class
    {
        configuration.Types.Add(typeof(TObjectType));
        return this;
    }
}
