using System.Reflection;
using Headless.GraphQL.Execution.Planning;
using Headless.GraphQL.Types;

namespace Headless.GraphQL.Authoring;

/// <content>Fields: type, arguments, resolver, and what hooks make of them.</content>
internal sealed partial class SchemaAssembler
{
    private OutputField CreateField(FieldConfiguration configuration, FieldsType declaringType)
    {
        var isRoot = IsRootName(declaringType.Name);
        var field = new OutputField(configuration.Name, GetFieldType(configuration, declaringType))
        {
            DeclaringType = declaringType,
            Description = configuration.Description,
            DeprecationReason = configuration.DeprecationReason,
            Member = configuration.Member,
            Subscribe = configuration.Subscribe,
        };
        MutationNames? mutation = null;
        if (configuration.Resolver is { } resolver)
        {
            field.Resolver = resolver;
        }
        else if (configuration is { Member: PropertyInfo property, ResolverClass: null })
        {
            field.PureResolver = ResolverCompiler.CompileGetter(property);
        }
        else if (GetMethod(configuration.Member) is { } method)
        {
            mutation = declaringType.Name == OperationTypeNames.Mutation ? _mutations?.GetNames(method, field.Name) : null;
            var arguments = CreateArguments(field, method, configuration, mutation);
            field.PureResolver = isRoot ? null : ResolverCompiler.TryCompilePure(method, configuration.ResolverClass);
            field.Resolver = field.PureResolver is null ? _compiler.Compile(method, configuration.ResolverClass, arguments) : null;
            if (method.GetCustomAttribute<SubscribeAttribute>() is { } subscribe)
            {
                field.Subscribe = CreateSource(field, method, configuration.ResolverClass!, arguments, subscribe);
            }
        }
        else
        {
            throw new SchemaException($"The field '{declaringType.Name}.{field.Name}' has no resolver.");
        }

        foreach (var (name, configure) in configuration.Arguments)
        {
            ConfigureArgument(field, name, configure);
        }

        if (configuration.NodeId is { } nodeId)
        {
            EncodeNodeId(field, configuration, nodeId);
        }

        if (mutation is not null)
        {
            _mutations!.ApplyPayload(field, (MethodInfo)configuration.Member!, mutation);
        }

        SetFeatures(field, configuration);
        foreach (var hook in configuration.Extension.CreateHooks)
        {
            hook(this, field);
        }

        ApplyCost(field, configuration);
        return field;
    }

    private GraphQLType GetFieldType(FieldConfiguration configuration, FieldsType declaringType)
    {
        var clrType = configuration.Resolver is not null ? configuration.ResultType is { } result ? ClrTypeReference.Of(result) : configuration.Member is { } m ? ClrTypeReference.Of(m) : null
            : configuration.Member is { } member ? ClrTypeReference.Of(member)
            : null;
        var type = configuration.TypeMarker is { } marker ? GetMarkedType(marker, isInput: false)
            : clrType is null ? throw new SchemaException($"The field '{declaringType.Name}.{configuration.Name}' has no type.")
            : configuration.NodeId is not null ? Wrap(clrType, _ => BuiltInScalars.ID)
            : Wrap(clrType, GetNamedOutputType);
        if (configuration.NodeId is not null)
        {
            type = WithNamed(type, BuiltInScalars.ID);
        }

        return configuration.IsNonNull ? NonNull(type) : type;
    }

    private List<BoundArgument> CreateArguments(OutputField field, MethodInfo method, FieldConfiguration configuration, MutationNames? mutation)
    {
        var parameters = method.GetParameters().Where(_compiler.IsArgument).ToList();
        var inputs = new List<(ParameterInfo Parameter, InputField Field)>();
        foreach (var parameter in parameters)
        {
            var argument = InputValueConfiguration.From(parameter, this);
            foreach (var (_, configure) in configuration.Arguments.Where(a => a.Name == argument.Name))
            {
                configure(new InputValueDescriptor(argument));
            }

            if (inputs.Count == 0 && configuration.NodeTypeOfFirstArgument is { } nodeType)
            {
                argument.NodeId ??= new NodeIdReference(nodeType, null);
            }

            inputs.Add((parameter, CreateInput(argument)));
        }

        if (mutation is null || inputs.Count == 0 || (inputs.Count == 1 && inputs[0].Field.Name == mutation.InputArgument))
        {
            foreach (var (_, argument) in inputs)
            {
                field.Arguments.Add(argument);
            }

            return [.. inputs.Select(i => new BoundArgument(i.Parameter, i.Field, null))];
        }

        field.Arguments.Add(_mutations!.CreateInput(mutation, inputs.Select(i => i.Field)));
        return [.. inputs.Select(i => new BoundArgument(i.Parameter, i.Field, mutation.InputArgument))];
    }

    /// <summary>An argument that no parameter stands for: of a field that a delegate resolves.</summary>
    private void ConfigureArgument(OutputField field, string name, Action<IArgumentDescriptor> configure)
    {
        if (!field.Arguments.Contains(name) && field.Member is not MethodInfo)
        {
            var argument = new InputValueConfiguration(name, null, null);
            configure(new InputValueDescriptor(argument));
            field.Arguments.Add(CreateInput(argument));
        }
    }

    private void EncodeNodeId(OutputField field, FieldConfiguration configuration, NodeIdReference reference)
    {
        var encoding = new NodeIdEncoding(GetNodeTypeName(reference) ?? field.DeclaringType!.Name, field.Member, _nodeIdSerializer);
        field.Features.Set(encoding);
        if (field is { PureResolver: { } pure })
        {
            if (field.Member is PropertyInfo property)
            {
                configuration.ParentRequirements.Add(property.Name);
            }

            field.PureResolver = parent => encoding.Format(pure(parent));
        }
        else if (field.Resolver is { } resolver)
        {
            field.Resolver = async context => encoding.Format(await resolver(context).ConfigureAwait(false));
        }

        field.Member = field.Member as MethodInfo;
    }

    private void SetFeatures(OutputField field, FieldConfiguration configuration)
    {
        if (configuration.ParentRequirements.Count > 0)
        {
            field.Features.Set(new ParentRequirements([.. configuration.ParentRequirements]));
        }

        if (configuration.IsProjected is { } isProjected)
        {
            field.Features.Set(new ProjectionRule(isProjected));
        }

        _authorization.Require(field, configuration.Authorize, configuration.AllowAnonymous);
    }

    private static MethodInfo? GetMethod(MemberInfo? member) => member switch
    {
        MethodInfo method => method,
        PropertyInfo property => property.GetMethod,
        _ => null,
    };
}
