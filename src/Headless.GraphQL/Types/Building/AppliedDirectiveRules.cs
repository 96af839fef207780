namespace Headless.GraphQL.Types;

/// <summary>Directives on definitions are defined, stand where they may, and have the arguments that they must have (specification sections 3.13 and 5.7).</summary>
internal static class AppliedDirectiveRules
{
    public static void Check(Schema schema, SchemaErrors errors)
    {
        Check(schema.AppliedDirectives, DirectiveLocations.Schema, "schema");
        foreach (var directive in schema.Directives)
        {
            CheckMembers(directive.Arguments, DirectiveLocations.ArgumentDefinition, a => $"{directive}({a.Name}:)");
        }

        foreach (var type in schema.Types)
        {
            CheckType(type);
        }

        void CheckType(NamedType type)
        {
            Check(type.Directives, LocationOf(type), type.Name);
            switch (type)
            {
                case FieldsType fieldsType:
                    CheckMembers(fieldsType.Fields, DirectiveLocations.FieldDefinition, f => $"{type}.{f.Name}");
                    foreach (var field in fieldsType.Fields)
                    {
                        CheckMembers(field.Arguments, DirectiveLocations.ArgumentDefinition, a => $"{type}.{field.Name}({a.Name}:)");
                    }

                    break;
                case EnumType enumType:
                    CheckMembers(enumType.Values, DirectiveLocations.EnumValue, v => $"{type}.{v.Name}");
                    break;
                case InputObjectType inputObject:
                    CheckMembers(inputObject.Fields, DirectiveLocations.InputFieldDefinition, f => $"{type}.{f.Name}");
                    break;
            }
        }

        void CheckMembers<T>(FieldCollection<T> members, DirectiveLocations location, Func<T, string> coordinate)
            where T : TypeMember
        {
            foreach (var member in members)
            {
                if (member.Directives.Count > 0)
                {
                    Check(member.Directives, location, coordinate(member));
                }
            }
        }

        void Check(IReadOnlyList<AppliedDirective> applied, DirectiveLocations location, string coordinate)
            => AppliedDirectiveRules.Check(applied, location, coordinate, name => schema.TryGetDirective(name, out var found) ? found : null, errors);
    }

    /// <summary>Checks the directives at one place.</summary>
    public static void Check(
        IReadOnlyList<AppliedDirective> applied,
        DirectiveLocations location,
        string coordinate,
        Func<string, DirectiveType?> find,
        SchemaErrors errors)
    {
        foreach (var directive in applied)
        {
            if (find(directive.Name) is not { } definition)
            {
                errors.Add($"Unknown directive \"@{directive.Name}\".", coordinate, "5.7.1");
                continue;
            }

            if ((definition.Locations & location) == 0)
            {
                errors.Add($"Directive \"{definition}\" may not be used on {DirectiveLocationNames.NameOf(location)}.", coordinate, "5.7.2");
            }

            CheckArguments(directive, definition, coordinate, errors);
        }

        foreach (var name in applied.GroupBy(static d => d.Name).Where(static g => g.Skip(1).Any()).Select(static g => g.Key))
        {
            if (find(name) is { IsRepeatable: false })
            {
                errors.Add($"The directive \"@{name}\" can only be used once at this location.", coordinate, "5.7.3");
            }
        }
    }

    private static void CheckArguments(AppliedDirective applied, DirectiveType definition, string coordinate, SchemaErrors errors)
    {
        foreach (var argument in applied.Arguments)
        {
            if (!definition.Arguments.TryGet(argument.Name.Value, out var argumentDefinition))
            {
                errors.Add($"Unknown argument \"{argument.Name.Value}\" on directive \"{definition}\".", coordinate, "5.4.1");
                continue;
            }

            new InputLiteralValidator((message, _, _) => errors.Add(message, coordinate, "5.6.1"), NameSuggestions.For)
                .Validate(argument.Value, argumentDefinition.Type);
        }

        foreach (var group in applied.Arguments.GroupBy(static a => a.Name.Value, StringComparer.Ordinal).Where(static g => g.Skip(1).Any()))
        {
            errors.Add($"There can be only one argument named \"{group.Key}\".", coordinate, "5.4.2");
        }

        foreach (var required in definition.Arguments.Where(a => a.IsRequired && applied.Arguments.All(g => g.Name.Value != a.Name)))
        {
            errors.Add($"Argument \"{definition}({required.Name}:)\" of type \"{required.Type}\" is required, but it was not provided.", coordinate, "5.4.3");
        }
    }

    private static DirectiveLocations LocationOf(NamedType type) => type switch
    {
        ScalarType => DirectiveLocations.Scalar,
        ObjectType => DirectiveLocations.Object,
        InterfaceType => DirectiveLocations.Interface,
        UnionType => DirectiveLocations.Union,
        EnumType => DirectiveLocations.Enum,
        _ => DirectiveLocations.InputObject,
    };
}
