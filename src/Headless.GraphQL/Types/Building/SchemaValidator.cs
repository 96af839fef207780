using Headless.GraphQL.Language;

namespace Headless.GraphQL.Types;

/// <summary>Checks a schema against every rule of the specification's section 3 and finds all that is wrong at once.</summary>
public static class SchemaValidator
{
    /// <returns>The errors in the order of root types, directives and types; empty for a valid schema.</returns>
    public static IReadOnlyList<SchemaError> Validate(Schema schema)
    {
        var errors = new SchemaErrors();
        CheckRootTypes(schema, errors);
        CheckUniqueNames(schema, errors);
        foreach (var directive in schema.Directives)
        {
            CheckDirective(directive, errors);
        }

        var defaultValueCycles = new DefaultValueCycles(errors);
        foreach (var type in schema.Types)
        {
            CheckType(schema, type, errors);
            if (type is InputObjectType inputObject)
            {
                defaultValueCycles.Check(inputObject);
            }
        }

        new InputObjectCycles(errors).Check(schema.Types.OfType<InputObjectType>());
        AppliedDirectiveRules.Check(schema, errors);
        return errors.All;
    }

    private static void CheckRootTypes(Schema schema, SchemaErrors errors)
    {
        if (schema.QueryType is null)
        {
            errors.Add("Query root type must be provided.", "schema", "3.3.1");
        }

        var rootTypes = new (ObjectType? Type, string Operation)[]
        {
            (schema.QueryType, "query"), (schema.MutationType, "mutation"), (schema.SubscriptionType, "subscription"),
        };
        foreach (var group in rootTypes.Where(static r => r.Type is not null).GroupBy(static r => r.Type))
        {
            var operations = group.Select(static r => r.Operation).ToArray();
            if (operations.Length > 1)
            {
                var list = operations.Length == 2 ? $"{operations[0]} and {operations[1]}" : "query, mutation, and subscription";
                errors.Add($"All root types must be different, \"{group.Key}\" type is used as {list} root types.", "schema", "3.3.1");
            }
        }
    }

    private static void CheckUniqueNames(Schema schema, SchemaErrors errors)
    {
        foreach (var name in schema.Types.GroupBy(static t => t.Name).Where(static g => g.Skip(1).Any()))
        {
            errors.Add($"There can be only one type named \"{name.Key}\".", name.Key, "3.3");
        }

        foreach (var name in schema.Directives.GroupBy(static d => d.Name).Where(static g => g.Skip(1).Any()))
        {
            errors.Add($"There can be only one directive named \"@{name.Key}\".", "@" + name.Key, "3.13");
        }
    }

    private static void CheckDirective(DirectiveType directive, SchemaErrors errors)
    {
        errors.CheckName(directive.Name, directive.ToString(), "3.13");
        if (directive.Locations == DirectiveLocations.None)
        {
            errors.Add($"Directive {directive} must include 1 or more locations.", directive.ToString(), "3.13");
        }

        CheckArguments(directive.Arguments, directive.ToString(), "3.13", errors);
    }

    private static void CheckType(Schema schema, NamedType type, SchemaErrors errors)
    {
        if (!IntrospectionTypes.IsIntrospectionType(type.Name))
        {
            errors.CheckName(type.Name, type.Name, "3.4");
        }

        switch (type)
        {
            case FieldsType fieldsType:
                CheckFields(fieldsType, errors);
                InterfaceRules.Check(fieldsType, errors);
                break;
            case UnionType union:
                CheckMembers(union, errors);
                break;
            case EnumType enumType:
                CheckValues(enumType, errors);
                break;
            case InputObjectType inputObject:
                CheckInputFields(inputObject, errors);
                break;
        }
    }

    private static void CheckFields(FieldsType type, SchemaErrors errors)
    {
        var section = type is ObjectType ? "3.6" : "3.7";
        if (type.Fields.Count == 0)
        {
            errors.Add($"Type {type} must define one or more fields.", type.Name, section);
        }

        foreach (var name in DuplicatesOf(type.Fields))
        {
            errors.Add($"Field \"{type}.{name}\" can only be defined once.", $"{type}.{name}", section);
        }

        foreach (var field in type.Fields)
        {
            var coordinate = $"{type.Name}.{field.Name}";
            errors.CheckName(field.Name, coordinate, section);
            if (!field.Type.IsOutput)
            {
                errors.Add($"The type of {coordinate} must be Output Type but got: {field.Type}.", coordinate, section);
            }

            CheckArguments(field.Arguments, coordinate, section, errors);
        }
    }

    private static void CheckArguments(FieldCollection<InputField> arguments, string owner, string section, SchemaErrors errors)
    {
        foreach (var name in DuplicatesOf(arguments))
        {
            errors.Add($"Argument \"{owner}({name}:)\" can only be defined once.", $"{owner}({name}:)", section);
        }

        foreach (var argument in arguments)
        {
            var coordinate = $"{owner}({argument.Name}:)";
            errors.CheckName(argument.Name, coordinate, section);
            if (!argument.Type.IsInput)
            {
                errors.Add($"The type of {coordinate} must be Input Type but got: {argument.Type}.", coordinate, section);
            }

            if (argument.IsRequired && argument.IsDeprecated)
            {
                errors.Add($"Required argument {coordinate} cannot be deprecated.", coordinate, "3.13.3");
            }

            CheckDefaultValue(argument, coordinate, section, errors);
        }
    }

    private static void CheckMembers(UnionType union, SchemaErrors errors)
    {
        if (union.Types.Count == 0)
        {
            errors.Add($"Union type {union} must define one or more member types.", union.Name, "3.8");
        }

        foreach (var member in union.Types.GroupBy(static t => t.Name).Where(static g => g.Skip(1).Any()))
        {
            errors.Add($"Union type {union} can only include type {member.Key} once.", union.Name, "3.8");
        }
    }

    private static void CheckValues(EnumType type, SchemaErrors errors)
    {
        if (type.Values.Count == 0)
        {
            errors.Add($"Enum type {type} must define one or more values.", type.Name, "3.9");
        }

        foreach (var name in DuplicatesOf(type.Values))
        {
            errors.Add($"Enum value \"{type}.{name}\" can only be defined once.", $"{type}.{name}", "3.9");
        }

        foreach (var value in type.Values)
        {
            errors.CheckName(value.Name, $"{type}.{value.Name}", "3.9");
            if (value.Name is "true" or "false" or "null")
            {
                errors.Add($"Enum values cannot be named: {value.Name}", $"{type}.{value.Name}", "3.9");
            }
        }
    }

    private static void CheckInputFields(InputObjectType type, SchemaErrors errors)
    {
        if (type.Fields.Count == 0)
        {
            errors.Add($"Input Object type {type} must define one or more fields.", type.Name, "3.10");
        }

        foreach (var name in DuplicatesOf(type.Fields))
        {
            errors.Add($"Field \"{type}.{name}\" can only be defined once.", $"{type}.{name}", "3.10");
        }

        foreach (var field in type.Fields)
        {
            var coordinate = $"{type.Name}.{field.Name}";
            errors.CheckName(field.Name, coordinate, "3.10");
            if (!field.Type.IsInput)
            {
                errors.Add($"The type of {coordinate} must be Input Type but got: {field.Type}.", coordinate, "3.10");
            }

            if (field.IsRequired && field.IsDeprecated)
            {
                errors.Add($"Required input field {coordinate} cannot be deprecated.", coordinate, "3.13.3");
            }

            CheckDefaultValue(field, coordinate, "3.10", errors);
            if (type.IsOneOf)
            {
                CheckOneOfField(field, coordinate, errors);
            }
        }
    }

    private static void CheckOneOfField(InputField field, string coordinate, SchemaErrors errors)
    {
        if (field.Type.IsNonNull)
        {
            errors.Add($"OneOf input field {coordinate} must be nullable.", coordinate, "3.10.1");
        }

        if (field.DefaultValue is not null)
        {
            errors.Add($"OneOf input field {coordinate} cannot have a default value.", coordinate, "3.10.1");
        }
    }

    private static void CheckDefaultValue(InputField field, string coordinate, string section, SchemaErrors errors)
    {
        if (field.DefaultValue is not { } value)
        {
            return;
        }

        var validator = new InputLiteralValidator(
            (message, _, path) => errors.Add($"{coordinate} has invalid default value{PathText(path)}: {message}", coordinate, section),
            NameSuggestions.For);
        validator.Validate(value, field.Type);
    }

    private static string PathText(IReadOnlyList<object> path)
        => path.Count == 0 ? "" : " at " + string.Concat(path.Select(static p => p is int index ? $"[{index}]" : $".{p}"));

    private static IEnumerable<string> DuplicatesOf<T>(FieldCollection<T> members)
        where T : TypeMember
        => members.GroupBy(static m => m.Name, StringComparer.Ordinal).Where(static g => g.Skip(1).Any()).Select(static g => g.Key);
}
