namespace Headless.GraphQL.Types;

/// <summary>What a type must be like to implement the interfaces that it declares (specification section 3.6, IsValidImplementation).</summary>
internal static class InterfaceRules
{
    public static void Check(FieldsType type, SchemaErrors errors)
    {
        var seen = new HashSet<InterfaceType>();
        foreach (var @interface in type.Interfaces)
        {
            if (ReferenceEquals(type, @interface))
            {
                errors.Add($"Type {type} cannot implement itself because it would create a circular reference.", type.Name, "3.7");
            }
            else if (!seen.Add(@interface))
            {
                errors.Add($"Type {type} can only implement {@interface} once.", type.Name, SectionOf(type));
            }
            else
            {
                CheckTransitive(type, @interface, errors);
                CheckFields(type, @interface, errors);
            }
        }
    }

    private static void CheckTransitive(FieldsType type, InterfaceType @interface, SchemaErrors errors)
    {
        foreach (var transitive in @interface.Interfaces)
        {
            if (!type.Interfaces.Contains(transitive))
            {
                errors.Add(
                    ReferenceEquals(transitive, type)
                        ? $"Type {type} cannot implement {@interface} because it would create a circular reference."
                        : $"Type {type} must implement {transitive} because it is implemented by {@interface}.",
                    type.Name,
                    SectionOf(type));
            }
        }
    }

    private static void CheckFields(FieldsType type, InterfaceType @interface, SchemaErrors errors)
    {
        foreach (var expected in @interface.Fields)
        {
            if (!type.Fields.TryGet(expected.Name, out var field))
            {
                errors.Add($"Interface field {@interface}.{expected.Name} expected but {type} does not provide it.", type.Name, SectionOf(type));
                continue;
            }

            var expectedCoordinate = $"{@interface.Name}.{expected.Name}";
            var coordinate = $"{type.Name}.{field.Name}";
            if (!TypeComparison.IsSubType(field.Type, expected.Type))
            {
                errors.Add(
                    $"Interface field {expectedCoordinate} expects type {expected.Type} but {coordinate} is type {field.Type}.",
                    coordinate,
                    SectionOf(type));
            }

            CheckArguments(expected, expectedCoordinate, field, coordinate, SectionOf(type), errors);
            if (field.IsDeprecated && !expected.IsDeprecated)
            {
                errors.Add(
                    $"Interface field {expectedCoordinate} is not deprecated, so implementation field {coordinate} must not be deprecated.",
                    coordinate,
                    "3.6.2");
            }
        }
    }

    private static void CheckArguments(
        OutputField expected,
        string expectedCoordinate,
        OutputField field,
        string coordinate,
        string section,
        SchemaErrors errors)
    {
        foreach (var expectedArgument in expected.Arguments)
        {
            var expectedArgumentCoordinate = $"{expectedCoordinate}({expectedArgument.Name}:)";
            if (!field.Arguments.TryGet(expectedArgument.Name, out var argument))
            {
                errors.Add($"Interface field argument {expectedArgumentCoordinate} expected but {coordinate} does not provide it.", coordinate, section);
            }
            else if (!TypeComparison.AreEqual(expectedArgument.Type, argument.Type))
            {
                var argumentCoordinate = $"{coordinate}({argument.Name}:)";
                errors.Add(
                    $"Interface field argument {expectedArgumentCoordinate} expects type {expectedArgument.Type} but {argumentCoordinate} is type {argument.Type}.",
                    argumentCoordinate,
                    section);
            }
        }

        foreach (var argument in field.Arguments)
        {
            if (argument.IsRequired && !expected.Arguments.Contains(argument.Name))
            {
                var argumentCoordinate = $"{coordinate}({argument.Name}:)";
                errors.Add(
                    $"Argument \"{argumentCoordinate}\" must not be required type \"{argument.Type}\" if not provided by the Interface field \"{expectedCoordinate}\".",
                    argumentCoordinate,
                    section);
            }
        }
    }

    private static string SectionOf(FieldsType type) => type is ObjectType ? "3.6" : "3.7";
}
