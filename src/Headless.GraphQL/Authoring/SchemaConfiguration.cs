namespace Headless.GraphQL.Authoring;

/// <summary>What the builder has been told about one schema.</summary>
internal sealed class SchemaConfiguration(string name)
{
    public string Name { get; } = name;

    public SchemaOptions Options { get; } = new();

    /// <summary>The root types by name, each with the CLR type behind it where there is one.</summary>
    public Dictionary<string, Type?> RootTypes { get; } = new(StringComparer.Ordinal);

    /// <summary>CLR types, configuration classes and extensions, in the order in which they were added.</summary>
    public List<Type> Types { get; } = [];

    /// <summary>Types that were configured in place.</summary>
    public List<TypeConfigurationClass> ConfiguredTypes { get; } = [];

    /// <summary>Types that were built outside: scalars, types from SDL.</summary>
    public List<Types.NamedType> SchemaTypes { get; } = [];

    /// <summary>The scalar, as its marker or scalar class, of a CLR type.</summary>
    public Dictionary<Type, Type> RuntimeTypeBindings { get; } = [];

    public MutationConventionOptions? MutationConventions { get; set; }

    public bool GlobalObjectIdentification { get; set; }

    /// <summary>What <c>node</c> and <c>nodes</c> need, whatever they find.</summary>
    public List<AuthorizeDirective> NodeRequirements { get; } = [];

    public Type? ErrorInterface { get; set; }

    /// <summary>What is done to the schema once it is put together and before it is validated.</summary>
    public List<Action<Types.Schema>> Completions { get; } = [];

    /// <summary>What makes the error filters, in their order.</summary>
    public List<Func<IServiceProvider, IErrorFilter>> ErrorFilters { get; } = [];

    public RequestExecutorOptions RequestOptions { get; } = new();

    /// <summary>What those who listen are told of requests; null: nothing.</summary>
    public InstrumentationOptions? Instrumentation { get; set; }

    public CostOptions CostOptions { get; } = new();
}

/// <summary>The configurations by the name of their schema.</summary>
internal sealed class SchemaConfigurations
{
    public const string DefaultName = "_Default";

    private readonly Dictionary<string, SchemaConfiguration> _byName = new(StringComparer.Ordinal);

    public SchemaConfiguration? Find(string name) => _byName.GetValueOrDefault(name);

    public SchemaConfiguration GetOrAdd(string name)
    {
        if (!_byName.TryGetValue(name, out var configuration))
        {
            _byName[name] = configuration = new SchemaConfiguration(name);
        }

        return configuration;
    }
}
