using Headless.GraphQL.Language;

namespace Headless.GraphQL.Types;

/// <summary>Makes the types of a schema out of their definitions: first all of them empty, then their members, which refer to them.</summary>
internal sealed class SdlSchemaReader(SdlDefinitions definitions, ScalarRegistry scalars)
{
    private readonly Dictionary<string, NamedType> _types = new(StringComparer.Ordinal);

    public Schema Read()
    {
        var declared = new List<NamedType>();
        foreach (var definition in definitions.Types)
        {
            var type = Create(definition);
            _types.Add(type.Name, type);
            declared.Add(type);
        }

        foreach (var definition in definitions.Types)
        {
            Fill(definition);
        }

        var directives = definitions.Directives.Select(ReadDirectiveType).ToList();
        directives.AddRange(SpecifiedDirectives.All.Where(s => directives.TrueForAll(d => d.Name != s.Name)));
        return new Schema(
            definitions.SchemaDefinition?.Description?.Value,
            FindRootType(Language.OperationType.Query, "Query"),
            FindRootType(Language.OperationType.Mutation, "Mutation"),
            FindRootType(Language.OperationType.Subscription, "Subscription"),
            ReferencedTypes.Collect(declared, directives),
            directives,
            definitions.SchemaParts.SelectMany(static p => p.Directives).Select(ReadApplied));
    }

    private NamedType Create(TypeDefinitionNode definition)
    {
        var name = definition.Name.Value;
        if (FindSpecified(name) is { } specified)
        {
            if (specified is not ScalarType || definition is not ScalarTypeDefinitionNode)
            {
                definitions.Report($"There can be only one type named \"{name}\".", name, "3.5");
            }

            return specified;
        }

        NamedType type = definition switch
        {
            ScalarTypeDefinitionNode => scalars.TryGet(name, out var registered) ? registered : new AnyValueScalarType(name),
            ObjectTypeDefinitionNode => new ObjectType(name),
            InterfaceTypeDefinitionNode => new InterfaceType(name),
            UnionTypeDefinitionNode => new UnionType(name),
            EnumTypeDefinitionNode => new EnumType(name),
            _ => new InputObjectType(name),
        };
        if (type is not ScalarType or AnyValueScalarType)
        {
            type.Description = definition.Description?.Value;
        }

        return type;
    }

    private void Fill(TypeDefinitionNode definition)
    {
        if (FindSpecified(definition.Name.Value) is not null)
        {
            return;
        }

        switch (definition, _types[definition.Name.Value])
        {
            case (ObjectTypeDefinitionNode node, ObjectType type):
                foreach (var part in definitions.PartsOf(node))
                {
                    AddFields(type, part.Interfaces, part.Fields);
                    AddApplied(type.Directives, part.Directives, DirectiveLocations.Object, type.Name);
                }

                break;
            case (InterfaceTypeDefinitionNode node, InterfaceType type):
                foreach (var part in definitions.PartsOf(node))
                {
                    AddFields(type, part.Interfaces, part.Fields);
                    AddApplied(type.Directives, part.Directives, DirectiveLocations.Interface, type.Name);
                }

                break;
            case (UnionTypeDefinitionNode node, UnionType type):
                foreach (var part in definitions.PartsOf(node))
                {
                    AddMembers(type, part.Types);
                    AddApplied(type.Directives, part.Directives, DirectiveLocations.Union, type.Name);
                }

                break;
            case (EnumTypeDefinitionNode node, EnumType type):
                foreach (var part in definitions.PartsOf(node))
                {
                    AddValues(type, part.Values);
                    AddApplied(type.Directives, part.Directives, DirectiveLocations.Enum, type.Name);
                }

                break;
            case (InputObjectTypeDefinitionNode node, InputObjectType type):
                foreach (var part in definitions.PartsOf(node))
                {
                    AddInputFields(type, part.Fields);
                    AddApplied(type.Directives, part.Directives, DirectiveLocations.InputObject, type.Name);
                    type.IsOneOf |= part.Directives.Any(static d => d.Name.Value == SpecifiedDirectives.OneOf.Name);
                }

                break;
            case (ScalarTypeDefinitionNode node, AnyValueScalarType type):
                foreach (var part in definitions.PartsOf(node))
                {
                    type.SpecifiedByUrl = StringArgument(part.Directives, SpecifiedDirectives.SpecifiedBy.Name, "url") ?? type.SpecifiedByUrl;
                    AddApplied(type.Directives, part.Directives, DirectiveLocations.Scalar, type.Name);
                }

                break;
        }
    }

    private void AddFields(FieldsType type, IReadOnlyList<NamedTypeNode> interfaces, IReadOnlyList<FieldDefinitionNode> fields)
    {
        foreach (var reference in interfaces)
        {
            switch (FindNamed(reference, type.Name))
            {
                case InterfaceType @interface:
                    type.Interfaces.Add(@interface);
                    break;
                case { } other:
                    definitions.Report($"Type {type} must only implement Interface types, it cannot implement {other}.", type.Name, "3.6");
                    break;
            }
        }

        foreach (var node in fields)
        {
            var coordinate = $"{type.Name}.{node.Name.Value}";
            var field = new OutputField(node.Name.Value, ReadType(node.Type, coordinate)) { DeclaringType = type };
            SetMember(field, node.Description, node.Directives, DirectiveLocations.FieldDefinition, coordinate);
            foreach (var argument in node.Arguments)
            {
                field.Arguments.Add(ReadInputField(argument, DirectiveLocations.ArgumentDefinition, $"{coordinate}({argument.Name.Value}:)"));
            }

            type.Fields.Add(field);
        }
    }

    private void AddMembers(UnionType type, IReadOnlyList<NamedTypeNode> members)
    {
        foreach (var reference in members)
        {
            switch (FindNamed(reference, type.Name))
            {
                case ObjectType member:
                    type.Types.Add(member);
                    break;
                case { } other:
                    definitions.Report($"Union type {type} can only include Object types, it cannot include {other}.", type.Name, "3.8");
                    break;
            }
        }
    }

    private void AddValues(EnumType type, IReadOnlyList<EnumValueDefinitionNode> values)
    {
        foreach (var node in values)
        {
            var value = new EnumValue(node.Name.Value, node.Name.Value);
            SetMember(value, node.Description, node.Directives, DirectiveLocations.EnumValue, $"{type.Name}.{value.Name}");
            type.Values.Add(value);
        }
    }

    private void AddInputFields(InputObjectType type, IReadOnlyList<InputValueDefinitionNode> fields)
    {
        foreach (var node in fields)
        {
            type.Fields.Add(ReadInputField(node, DirectiveLocations.InputFieldDefinition, $"{type.Name}.{node.Name.Value}"));
        }
    }

    private InputField ReadInputField(InputValueDefinitionNode node, DirectiveLocations location, string coordinate)
    {
        var field = new InputField(node.Name.Value, ReadType(node.Type, coordinate)) { DefaultValue = node.DefaultValue };
        SetMember(field, node.Description, node.Directives, location, coordinate);
        return field;
    }

    private DirectiveType ReadDirectiveType(DirectiveDefinitionNode node)
    {
        var locations = DirectiveLocations.None;
        foreach (var name in node.Locations)
        {
            locations |= DirectiveLocationNames.TryParse(name.Value, out var location) ? location : DirectiveLocations.None;
        }

        var directive = new DirectiveType(node.Name.Value, locations) { Description = node.Description?.Value, IsRepeatable = node.IsRepeatable };
        foreach (var argument in node.Arguments)
        {
            directive.Arguments.Add(ReadInputField(argument, DirectiveLocations.ArgumentDefinition, $"@{directive.Name}({argument.Name.Value}:)"));
        }

        return directive;
    }

    private ObjectType? FindRootType(Language.OperationType operation, string defaultName)
    {
        var reference = definitions.SchemaParts.SelectMany(static p => p.OperationTypes).LastOrDefault(t => t.Operation == operation)?.Type;
        if (reference is null)
        {
            return definitions.SchemaDefinition is null && _types.GetValueOrDefault(defaultName) is { } type ? RequireObject(type, operation) : null;
        }

        return FindNamed(reference, "schema") is { } named ? RequireObject(named, operation) : null;
    }

    private ObjectType? RequireObject(NamedType type, Language.OperationType operation)
    {
        if (type is ObjectType rootType)
        {
            return rootType;
        }

        var provided = operation == Language.OperationType.Query ? "" : " if provided";
        definitions.Report($"{operation} root type must be Object type{provided}, it cannot be {type}.", "schema", "3.3.1");
        return null;
    }

    private GraphQLType ReadType(TypeNode node, string coordinate) => node switch
    {
        ListTypeNode list => new ListType(ReadType(list.Type, coordinate)),
        NonNullTypeNode nonNull => new NonNullType(ReadType(nonNull.Type, coordinate)),
        _ => FindNamed((NamedTypeNode)node, coordinate) ?? BuiltInScalars.String,
    };

    private NamedType? FindNamed(NamedTypeNode reference, string coordinate)
    {
        var name = reference.Name.Value;
        if (_types.TryGetValue(name, out var type))
        {
            return type;
        }

        if (FindSpecified(name) is { } specified)
        {
            return specified;
        }

        definitions.Report($"Unknown type \"{name}\".", coordinate, "3.4");
        return null;
    }

    private static NamedType? FindSpecified(string name)
        => BuiltInScalars.IsSpecified(name) && BuiltInScalars.TryGet(name, out var scalar)
            ? scalar
            : IntrospectionTypes.All.FirstOrDefault(t => t.Name == name);

    private void SetMember(
        TypeMember member,
        StringValueNode? description,
        IReadOnlyList<DirectiveNode> directives,
        DirectiveLocations location,
        string coordinate)
    {
        member.Description = description?.Value;
        if (directives.Any(static d => d.Name.Value == SpecifiedDirectives.Deprecated.Name))
        {
            member.DeprecationReason = StringArgument(directives, SpecifiedDirectives.Deprecated.Name, "reason") ?? SpecifiedDirectives.DefaultDeprecationReason;
        }

        AddApplied(member.Directives, directives, location, coordinate);
    }

    /// <summary>Adds the directives that the schema does not hold in another form, and checks those that it does.</summary>
    private void AddApplied(List<AppliedDirective> applied, IReadOnlyList<DirectiveNode> directives, DirectiveLocations location, string coordinate)
    {
        if (directives.Count == 0)
        {
            return;
        }

        var specified = directives.Where(static d => SpecifiedDirectives.IsSpecified(d.Name.Value)).Select(ReadApplied).ToArray();
        AppliedDirectiveRules.Check(
            specified, location, coordinate, static name => SpecifiedDirectives.All.FirstOrDefault(d => d.Name == name), definitions.Errors);
        applied.AddRange(directives.Where(static d => !SpecifiedDirectives.IsSpecified(d.Name.Value)).Select(ReadApplied));
    }

    private static AppliedDirective ReadApplied(DirectiveNode directive) => new(directive.Name.Value, directive.Arguments);

    private static string? StringArgument(IReadOnlyList<DirectiveNode> directives, string directiveName, string argumentName)
        => directives.FirstOrDefault(d => d.Name.Value == directiveName)?.Arguments
            .FirstOrDefault(a => a.Name.Value == argumentName)?.Value is StringValueNode text ? text.Value : null;
}
