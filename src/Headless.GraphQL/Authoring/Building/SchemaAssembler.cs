using System.Reflection;
using Headless.GraphQL.Execution.Planning;
using Headless.GraphQL.Types;
using Microsoft.Extensions.DependencyInjection;

namespace Headless.GraphQL.Authoring;

/// <summary>
/// Builds a schema from CLR types: a type is created, and known by its name, when something first refers to it; its fields follow
/// from a queue, so that types may refer to each other in cycles and no chain of types becomes a deep recursion.
/// </summary>
internal sealed partial class SchemaAssembler : SchemaBuildContext
{
    private readonly SchemaConfiguration _configuration;
    private readonly List<NamedType> _typesInOrder = [];
    private readonly Dictionary<string, NamedType> _types = new(StringComparer.Ordinal);
    private readonly Dictionary<Type, NamedType> _outputTypes = [];
    private readonly Dictionary<Type, NamedType> _inputTypes = [];
    private readonly List<TypeConfigurationClass> _configured = [];
    private readonly List<(Type Class, ExtendObjectTypeAttribute Target)> _extensions = [];
    private readonly Dictionary<ObjectType, ObjectTypeConfiguration> _objectConfigurations = [];
    private readonly Queue<Action> _pending = new();
    private readonly Queue<Action> _typesCompleted = new();
    private readonly List<string> _problems = [];
    private readonly INodeIdSerializer _nodeIdSerializer;
    private readonly ResolverCompiler _compiler;
    private readonly NodeRegistry _nodes;
    private readonly AuthorizationWeaver _authorization;
    private readonly MutationConvention? _mutations;

    public SchemaAssembler(SchemaConfiguration configuration, IServiceProvider services)
    {
        _configuration = configuration;
        Services = services;
        _nodeIdSerializer = services.GetService<INodeIdSerializer>() ?? new DefaultNodeIdSerializer();
        _compiler = new ResolverCompiler(services, new InputConverterFactory(_nodeIdSerializer, GetNodeTypeName));
        _nodes = new NodeRegistry(_nodeIdSerializer, configuration.Options.MaxAllowedNodeBatchSize);
        _authorization = new AuthorizationWeaver();
        _mutations = configuration.MutationConventions is { } options ? new MutationConvention(this, options, configuration.ErrorInterface) : null;
    }

    public override IServiceProvider Services { get; }

    public override IDictionary<string, object?> ContextData { get; } = new Dictionary<string, object?>(StringComparer.Ordinal);

    /// <summary>Builds the schema.</summary>
    /// <exception cref="SchemaException">Something cannot be expressed: all that was found; what validation finds is not checked here.</exception>
    public Schema Build()
    {
        foreach (var scalar in BuiltInScalars.Specified)
        {
            _types[scalar.Name] = scalar;
        }

        foreach (var type in _configuration.SchemaTypes)
        {
            Register(type);
        }

        _configured.AddRange(_configuration.ConfiguredTypes);
        var clrTypes = new List<Type>();
        foreach (var type in _configuration.Types)
        {
            Sort(type, clrTypes);
        }

        var roots = CreateRootTypes();
        foreach (var type in _configured.Where(c => !c.GetType().IsExtension()))
        {
            GetConfiguredType(type);
        }

        foreach (var type in clrTypes)
        {
            AddClrType(type);
        }

        Complete();
        ImplementInterfaces();
        Complete();
        _authorization.Weave(_typesInOrder);
        SetAccessors();
        return new Schema(
            _configuration.Options.Description,
            roots.GetValueOrDefault(OperationTypeNames.Query),
            roots.GetValueOrDefault(OperationTypeNames.Mutation),
            roots.GetValueOrDefault(OperationTypeNames.Subscription),
            [.. _typesInOrder, .. BuiltInScalars.Specified, .. IntrospectionTypes.All],
            [.. SpecifiedDirectives.All, .. _configuration.Options.ApplyCostDirectives ? CostDirectives.All : []]);
    }

    public override T GetOrAddType<T>(string name, Func<string, T> create, Action<T>? complete = null)
    {
        if (_types.TryGetValue(name, out var known))
        {
            return known as T ?? throw new SchemaException($"There is a type '{name}' already, and it is not a {typeof(T).Name}.");
        }

        var type = create(name);
        Register(type);
        complete?.Invoke(type);
        return type;
    }

    public override NamedType? FindType(string name) => _types.GetValueOrDefault(name);

    public override ObjectType GetObjectType(Type clrType)
        => GetNamedOutputType(clrType) as ObjectType ?? throw new SchemaException($"{clrType} is not an object type.");

    public override GraphQLType GetOutputType(Type clrType) => Wrap(ClrTypeReference.Of(clrType), GetNamedOutputType);

    public override GraphQLType GetOutputType(MemberInfo member) => Wrap(ClrTypeReference.Of(member), GetNamedOutputType);

    public override GraphQLType GetInputType(Type clrType) => Wrap(ClrTypeReference.Of(clrType), GetNamedInputType);

    public override string GetTypeName(Type clrType) => GetNamedOutputType(clrType).Name;

    public override string GetMemberName(MemberInfo member) => NamingConventions.FieldName(member);

    public override string GetEnumValueName(Enum value)
        => GetNamedOutputType(value.GetType()) is EnumType type && type.Values.FirstOrDefault(v => Equals(v.Value, value)) is { } known
            ? known.Name
            : throw new SchemaException($"'{value}' is not a value of the schema's {value.GetType().Name}.");

    public override string? GetNodeTypeName(Type clrType, PropertyInfo property)
    {
        if (GetNamedOutputType(clrType) is not ObjectType type || !_objectConfigurations.TryGetValue(type, out var configuration))
        {
            return null;
        }

        if (FindNode(type, configuration) is { } node && property.Name == (node.IdMember ?? NodeConfiguration.DefaultIdMember))
        {
            return type.Name;
        }

        var reference = configuration.Fields.Find(f => f.Member is PropertyInfo && f.ResolverClass is null && f.Member.Name == property.Name)?.NodeId
            ?? NodeIdReference.From(property.GetCustomAttribute<IDAttribute>());
        return reference is null ? null : GetNodeTypeName(reference) ?? type.Name;
    }

    public override FieldResolver GetResolver(OutputField field)
    {
        if (field.Resolver is { } resolver)
        {
            return resolver;
        }

        var pure = field.PureResolver ?? throw new SchemaException($"The field '{field.Name}' has no resolver.");
        return context => new ValueTask<object?>(pure(context.Parent<object>()));
    }

    public override Type GetResultType(OutputField field)
        => field.Member switch
        {
            MethodInfo method => ClrTypeReference.Unwrap(method.ReturnType),
            PropertyInfo property => property.PropertyType,
            _ => throw new SchemaException($"No CLR member is behind the field '{field.Name}'."),
        };

    public override void OnTypesCompleted(Action action) => _typesCompleted.Enqueue(action);

    /// <summary>Makes the named type known; two of one name are an error.</summary>
    internal void Register(NamedType type)
    {
        if (_types.TryGetValue(type.Name, out var known))
        {
            if (ReferenceEquals(known, type))
            {
                return;
            }

            throw new SchemaException($"Two types are named '{type.Name}': that of {known.RuntimeType?.ToString() ?? "the schema"} and that of {type.RuntimeType?.ToString() ?? "the schema"}.");
        }

        _types[type.Name] = type;
        _typesInOrder.Add(type);
    }

    /// <summary>The type behind a marker: a wrapper, a scalar class, a configured type class or a CLR type.</summary>
    internal GraphQLType GetMarkedType(Type marker, bool isInput)
    {
        if (marker.IsGenericType && marker.GetGenericTypeDefinition() == typeof(NonNullType<>))
        {
            return NonNull(GetMarkedType(marker.GetGenericArguments()[0], isInput));
        }

        if (marker.IsGenericType && marker.GetGenericTypeDefinition() == typeof(ListType<>))
        {
            return new ListType(GetMarkedType(marker.GetGenericArguments()[0], isInput));
        }

        if (typeof(ScalarType).IsAssignableFrom(marker))
        {
            return GetScalar(marker);
        }

        if (typeof(TypeConfigurationClass).IsAssignableFrom(marker))
        {
            return GetConfiguredType(_configured.Find(c => c.GetType() == marker) ?? CreateConfigured(marker));
        }

        return isInput ? GetInputType(marker).Nullable : GetOutputType(marker).Nullable;
    }

    internal static GraphQLType NonNull(GraphQLType type) => type is NonNullType ? type : new NonNullType(type);

    internal static GraphQLType Wrap(ClrTypeReference reference, Func<Type, NamedType> getNamed)
    {
        GraphQLType type = reference.Element is { } element ? new ListType(Wrap(element, getNamed)) : getNamed(reference.Type);
        return reference.IsNullable ? type : new NonNullType(type);
    }

    /// <summary>The same list and non-null wrappers around another named type.</summary>
    internal static GraphQLType WithNamed(GraphQLType type, NamedType named) => type switch
    {
        NonNullType nonNull => new NonNullType(WithNamed(nonNull.OfType, named)),
        ListType list => new ListType(WithNamed(list.OfType, named)),
        _ => named,
    };

    private void Complete()
    {
        while (_pending.TryDequeue(out var action) || _typesCompleted.TryDequeue(out action))
        {
            Attempt(action);
        }

        if (_problems.Count > 0)
        {
            throw new SchemaException(_problems);
        }
    }

    /// <summary>Goes on after what cannot be expressed, so that an author is told of all of it at once.</summary>
    private void Attempt(Action step)
    {
        try
        {
            step();
        }
        catch (SchemaException exception)
        {
            _problems.AddRange(exception.Problems);
        }
    }

    /// <summary>Properties that are still read as they are can be written without boxing.</summary>
    private void SetAccessors()
    {
        foreach (var field in _typesInOrder.OfType<ObjectType>().SelectMany(t => t.Fields))
        {
            if (field.PureResolver is null || field.Features.Get<ValueAccessor>() is not null)
            {
                continue;
            }

            var encoding = field.Features.Get<NodeIdEncoding>();
            if ((encoding?.Member ?? field.Member) is PropertyInfo property)
            {
                field.Features.Set(new DeferredValueAccessor(() => (ValueAccessor.FromProperty(property), encoding) switch
                {
                    ({ } accessor, null) => accessor,
                    (ValueAccessor<long> id, { } e) => new NodeIdAccessor(id, e),
                    _ => null,
                }));
            }
        }
    }

    private void Sort(Type type, List<Type> clrTypes)
    {
        if (type.GetCustomAttribute<ExtendObjectTypeAttribute>() is { } extension)
        {
            _extensions.Add((type, extension));
        }
        else if (typeof(TypeConfigurationClass).IsAssignableFrom(type))
        {
            CreateConfigured(type);
        }
        else if (typeof(ScalarType).IsAssignableFrom(type))
        {
            GetScalar(type);
        }
        else
        {
            clrTypes.Add(type);
        }
    }

    private void AddClrType(Type type)
    {
        if (type.IsDefined(typeof(InputObjectTypeAttribute)) || type.IsDefined(typeof(OneOfAttribute)))
        {
            GetNamedInputType(type);
        }
        else
        {
            GetNamedOutputType(type);
        }
    }

    private TypeConfigurationClass CreateConfigured(Type type)
    {
        var configured = (TypeConfigurationClass)ActivatorUtilities.CreateInstance(Services, type);
        _configured.Add(configured);
        return configured;
    }

    private NamedType GetConfiguredType(TypeConfigurationClass configured)
        => configured.Kind is ConfiguredKind.InputObject ? GetNamedInputType(configured.RuntimeType) : GetNamedOutputType(configured.RuntimeType);

    private IEnumerable<TypeConfigurationClass> Configured(ConfiguredKind kind, Type runtimeType)
        => _configured.Where(c => c.Kind == kind && c.RuntimeType == runtimeType).OrderBy(c => c.GetType().IsExtension());

    private ScalarType GetScalar(Type scalarClass)
    {
        var scalar = BuiltInScalars.All.FirstOrDefault(s => s.GetType() == scalarClass)
            ?? _typesInOrder.OfType<ScalarType>().FirstOrDefault(s => s.GetType() == scalarClass)
            ?? (ScalarType)ActivatorUtilities.CreateInstance(Services, scalarClass);
        Register(scalar);
        return scalar;
    }

    private ScalarType? FindScalar(Type clrType)
    {
        if (_configuration.RuntimeTypeBindings.TryGetValue(clrType, out var bound))
        {
            return GetScalar(bound);
        }

        if (_configuration.SchemaTypes.OfType<ScalarType>().FirstOrDefault(s => s.RuntimeType == clrType) is { } custom)
        {
            return custom;
        }

        if (BuiltInScalars.TryGetForRuntimeType(clrType, out var scalar))
        {
            Register(scalar);
            return scalar;
        }

        return null;
    }

    /// <summary>The object type whose ids a reference means; null: any type's.</summary>
    private string? GetNodeTypeName(NodeIdReference reference)
        => reference.TypeName ?? (reference.RuntimeType is { } runtimeType ? GetTypeName(runtimeType) : null);
}

/// <summary>What kinds of configured class there are.</summary>
internal static class ConfiguredClasses
{
    /// <summary>Whether the class only adds to a type that is defined elsewhere.</summary>
    public static bool IsExtension(this Type configuredClass)
    {
        for (var level = configuredClass; level is not null; level = level.BaseType)
        {
            if (level.IsGenericType && level.GetGenericTypeDefinition() == typeof(ObjectTypeExtension<>))
            {
                return true;
            }
        }

        return false;
    }
}
