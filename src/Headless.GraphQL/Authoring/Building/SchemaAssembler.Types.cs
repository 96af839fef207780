using System.Reflection;
using Headless.GraphQL.Types;

namespace Headless.GraphQL.Authoring;

/// <content>Named types: scalars, enums, unions, interfaces and input objects.</content>
internal sealed partial class SchemaAssembler
{
    private NamedType GetNamedOutputType(Type clrType)
    {
        if (_outputTypes.TryGetValue(clrType, out var known))
        {
            return known;
        }

        var type = FindScalar(clrType)
            ?? (clrType.IsEnum ? CreateEnum(clrType)
            : IsUnion(clrType) ? CreateUnion(clrType)
            : IsInterface(clrType) ? CreateInterface(clrType)
            : (NamedType)CreateObject(clrType));
        return _outputTypes[clrType] = type;
    }

    private NamedType GetNamedInputType(Type clrType)
    {
        if (_inputTypes.TryGetValue(clrType, out var known))
        {
            return known;
        }

        var type = clrType.IsEnum ? GetNamedOutputType(clrType) : FindScalar(clrType) ?? (NamedType)CreateInputObject(clrType);
        return _inputTypes[clrType] = type;
    }

    private bool IsUnion(Type clrType) => clrType.IsDefined(typeof(UnionTypeAttribute), false) || Configured(ConfiguredKind.Union, clrType).Any();

    private bool IsInterface(Type clrType)
        => clrType.IsInterface
            || clrType.IsDefined(typeof(InterfaceTypeAttribute), false)
            || (Configured(ConfiguredKind.Interface, clrType).Any() && !Configured(ConfiguredKind.Object, clrType).Any());

    private EnumType CreateEnum(Type clrType)
    {
        var configuration = new EnumTypeConfiguration(NamingConventions.OutputTypeName(clrType))
        {
            Description = clrType.GetCustomAttribute<GraphQLDescriptionAttribute>()?.Description,
        };
        foreach (var configured in Configured(ConfiguredKind.Enum, clrType))
        {
            configured.Apply(configuration, this);
        }

        if (!configuration.BindsValuesExplicitly)
        {
            foreach (var value in clrType.GetFields(BindingFlags.Public | BindingFlags.Static).OrderBy(f => f.MetadataToken))
            {
                configuration.GetOrAddValue(value.GetValue(null)!);
            }
        }

        var type = new EnumType(configuration.Name) { Description = configuration.Description, RuntimeType = clrType };
        foreach (var value in configuration.Values.Where(v => !v.IsIgnored))
        {
            type.Values.Add(new EnumValue(value.Name, value.Value) { Description = value.Description, DeprecationReason = value.DeprecationReason });
        }

        if (clrType.GetCustomAttribute<CostAttribute>() is { } cost)
        {
            ApplyCost(type.Directives, cost.Weight);
        }

        Register(type);
        return type;
    }

    private UnionType CreateUnion(Type clrType)
    {
        var configuration = new UnionTypeConfiguration(NamingConventions.OutputTypeName(clrType))
        {
            Description = clrType.GetCustomAttribute<GraphQLDescriptionAttribute>()?.Description,
        };
        foreach (var configured in Configured(ConfiguredKind.Union, clrType))
        {
            configured.Apply(configuration, this);
        }

        var type = new UnionType(configuration.Name) { Description = configuration.Description, RuntimeType = clrType };
        Register(type);
        foreach (var member in configuration.Types)
        {
            _pending.Enqueue(() => type.Types.Add(GetMarkedType(member, isInput: false) as ObjectType
                ?? throw new SchemaException($"{member} is in the union {type.Name} and is not an object type.")));
        }

        return type;
    }

    private InterfaceType CreateInterface(Type clrType)
    {
        var configuration = new ObjectTypeConfiguration(NamingConventions.OutputTypeName(clrType), clrType);
        configuration.ReadAttributes(clrType, this);
        foreach (var configured in Configured(ConfiguredKind.Interface, clrType))
        {
            configured.Apply(configuration, this);
        }

        var type = new InterfaceType(configuration.Name) { Description = configuration.Description, RuntimeType = clrType };
        Register(type);
        _pending.Enqueue(() => CompleteInterface(type, configuration));
        return type;
    }

    private void CompleteInterface(InterfaceType type, ObjectTypeConfiguration configuration)
    {
        foreach (var field in GetOwnFields(configuration).Where(f => !f.IsIgnored))
        {
            var output = CreateField(field, type);
            output.PureResolver = null;
            output.Resolver = null;
            type.Fields.Add(output);
        }
    }

    private InputObjectType CreateInputObject(Type clrType)
    {
        var configuration = new InputObjectTypeConfiguration(NamingConventions.InputTypeName(clrType), clrType)
        {
            Description = clrType.GetCustomAttribute<GraphQLDescriptionAttribute>()?.Description,
            IsOneOf = clrType.IsDefined(typeof(OneOfAttribute), false),
        };
        foreach (var configured in Configured(ConfiguredKind.InputObject, clrType))
        {
            configured.Apply(configuration, this);
        }

        if (!configuration.BindsFieldsExplicitly)
        {
            foreach (var property in ClrMembers.OfInput(clrType))
            {
                configuration.GetOrAddField(property, this);
            }
        }

        var type = new InputObjectType(configuration.Name) { Description = configuration.Description, RuntimeType = clrType, IsOneOf = configuration.IsOneOf };
        Register(type);
        _pending.Enqueue(() =>
        {
            foreach (var field in configuration.Fields.Where(f => !f.IsIgnored))
            {
                type.Fields.Add(CreateInput(field));
            }
        });
        return type;
    }

    /// <summary>An argument or input field.</summary>
    internal InputField CreateInput(InputValueConfiguration configuration)
    {
        var type = configuration.TypeMarker is { } marker ? GetMarkedType(marker, isInput: true)
            : configuration.NodeId is not null && configuration.ClrType is { } clrId ? Wrap(clrId, _ => BuiltInScalars.ID)
            : configuration.ClrType is { } clrType ? Wrap(clrType, GetNamedInputType)
            : throw new SchemaException($"The argument '{configuration.Name}' has no type.");
        if (configuration.NodeId is not null)
        {
            type = WithNamed(type, BuiltInScalars.ID);
        }

        if (configuration.IsNonNull)
        {
            type = NonNull(type);
        }

        var field = new InputField(configuration.Name, type)
        {
            Description = configuration.Description,
            DeprecationReason = configuration.DeprecationReason,
            Member = configuration.Member,
        };
        if (configuration.NodeId is { } nodeId)
        {
            field.Features.Set(nodeId);
        }

        if (configuration.Cost is { } weight)
        {
            ApplyCost(field.Directives, weight);
        }

        // A literal of an input object or an enum needs the type's fields, which may still be in the queue.
        if (configuration.HasDefault || configuration.DefaultSyntax is not null)
        {
            if (type.Named is InputObjectType)
            {
                OnTypesCompleted(() => field.DefaultValue = configuration.GetDefault(type));
            }
            else
            {
                field.DefaultValue = configuration.GetDefault(type);
            }
        }

        return field;
    }
}
