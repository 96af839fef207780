using System.Reflection;
using Headless.GraphQL.Types;

namespace Headless.GraphQL.Authoring;

/// <summary>
/// HotChocolate's mutation conventions: <c>renameTrack(input: RenameTrackInput!): RenameTrackPayload!</c>, whose payload has the result
/// and, where the method states errors, <c>errors: [RenameTrackError!]</c>.
/// </summary>
internal sealed class MutationConvention(SchemaAssembler assembler, MutationConventionOptions options, Type? errorInterfaceClass)
{
    private InterfaceType? _errorInterface;

    /// <summary>The names for a method; null where it does not follow the conventions.</summary>
    public MutationNames? GetNames(MethodInfo method, string fieldName)
    {
        var attribute = method.GetCustomAttribute<UseMutationConventionAttribute>();
        if (attribute is { Disable: true } || (attribute is null && !options.ApplyToAllMutations))
        {
            return null;
        }

        var mutation = NamingConventions.PascalCase(fieldName);
        return new MutationNames(
            attribute?.InputTypeName ?? Format(options.InputTypeNamePattern, mutation),
            attribute?.InputArgumentName ?? options.InputArgumentName,
            attribute?.PayloadTypeName ?? Format(options.PayloadTypeNamePattern, mutation),
            attribute?.PayloadFieldName,
            attribute?.PayloadErrorTypeName ?? Format(options.PayloadErrorTypeNamePattern, mutation));
    }

    /// <summary><c>TrackNotFoundException</c> is <c>TrackNotFoundError</c>.</summary>
    public static string ErrorTypeName(Type exceptionType)
    {
        if (exceptionType.GetCustomAttribute<GraphQLNameAttribute>() is { } name)
        {
            return name.Name;
        }

        const string suffix = "Exception";
        var clrName = exceptionType.Name;
        return (clrName.EndsWith(suffix, StringComparison.Ordinal) ? clrName[..^suffix.Length] : clrName) + "Error";
    }

    /// <summary>The one argument, with the method's own as the fields of its input object type.</summary>
    public InputField CreateInput(MutationNames names, IEnumerable<InputField> fields)
    {
        var type = new InputObjectType(names.InputType);
        assembler.Register(type);
        foreach (var field in fields)
        {
            type.Fields.Add(field);
        }

        return new InputField(names.InputArgument, new NonNullType(type));
    }

    /// <summary>Makes the field answer its payload instead of its result.</summary>
    public void ApplyPayload(OutputField field, MethodInfo method, MutationNames names)
    {
        var factories = method.GetCustomAttributes<ErrorAttribute>().SelectMany(a => MutationErrorFactory.Of(a.ErrorType)).ToList();
        if (field.Type.Named.Name == names.PayloadType)
        {
            if (factories.Count > 0)
            {
                throw new SchemaException($"The mutation '{field.Name}' answers its payload type itself, which leaves no place for its errors: answer the result alone.");
            }

            field.Type = SchemaAssembler.NonNull(field.Type);
            return;
        }

        var resolver = field.Resolver!;
        var payload = new ObjectType(names.PayloadType);
        assembler.Register(payload);
        payload.Fields.Add(new OutputField(names.PayloadField ?? NamingConventions.CamelCase(field.Type.Named.Name), field.Type.Nullable)
        {
            DeclaringType = payload,
            PureResolver = static parent => ((MutationPayload)parent).Result,
        });
        if (factories.Count == 0)
        {
            field.Resolver = async context => new MutationPayload(await resolver(context).ConfigureAwait(false), null);
        }
        else
        {
            var errors = new OutputField(options.PayloadErrorsFieldName, new ListType(new NonNullType(CreateErrorUnion(names, factories))))
            {
                DeclaringType = payload,
                PureResolver = static parent => ((MutationPayload)parent).Errors,
            };
            payload.Fields.Add(errors);
            field.Resolver = context => RunAsync(resolver, context, factories);
        }

        payload.IsTypeOf = static value => value is MutationPayload;
        field.Type = new NonNullType(payload);
    }

    private static async ValueTask<object?> RunAsync(FieldResolver resolver, IResolverContext context, IReadOnlyList<MutationErrorFactory> factories)
    {
        try
        {
            return new MutationPayload(await resolver(context).ConfigureAwait(false), null);
        }
        catch (AggregateException aggregate) when (aggregate.Flatten().InnerExceptions.All(e => MutationErrorFactory.Find(factories, e) is not null))
        {
            return new MutationPayload(null, [.. aggregate.Flatten().InnerExceptions.Select(e => MutationErrorFactory.Find(factories, e)!.Create(e))]);
        }
        catch (Exception exception) when (MutationErrorFactory.Find(factories, exception) is { } factory)
        {
            return new MutationPayload(null, [factory.Create(exception)]);
        }
    }

    private UnionType CreateErrorUnion(MutationNames names, IReadOnlyList<MutationErrorFactory> factories)
    {
        var union = new UnionType(names.ErrorType);
        assembler.Register(union);
        foreach (var errorClass in factories.Select(f => f.ErrorClass).Distinct())
        {
            var type = assembler.GetObjectType(errorClass);
            union.Types.Add(type);
            if (!type.Interfaces.Contains(GetErrorInterface()))
            {
                type.Interfaces.Add(GetErrorInterface());
            }
        }

        return union;
    }

    private InterfaceType GetErrorInterface() => _errorInterface ??= errorInterfaceClass is null
        ? CreateErrorInterface()
        : assembler.GetMarkedType(errorInterfaceClass, isInput: false) as InterfaceType
            ?? throw new SchemaException($"{errorInterfaceClass} is to be the interface of errors and is no interface type.");

    private InterfaceType CreateErrorInterface()
    {
        var type = new InterfaceType("Error") { Description = "Something that kept a mutation from being carried out." };
        type.Fields.Add(new OutputField("message", new NonNullType(BuiltInScalars.String)) { DeclaringType = type });
        assembler.Register(type);
        return type;
    }

    private static string Format(string pattern, string mutation) => pattern.Replace("{MutationName}", mutation, StringComparison.Ordinal);
}
