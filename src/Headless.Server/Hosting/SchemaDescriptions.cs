#if IN_TREE_ENGINE
namespace Headless.Server.Hosting;

/// <summary>Describes what the engine makes by convention: payloads, filters, arguments. What a feature describes itself stays as it is.</summary>
internal static class SchemaDescriptions
{
    private const string ErrorSuffix = "Error";
    private const string FilterSuffix = "FilterInput";
    private const string OperationSuffix = "OperationFilterInput";
    private const string PayloadSuffix = "Payload";

    private static readonly Dictionary<string, string> s_types = new()
    {
        ["Query"] = "What can be read. Every list is a connection; where a field needs a permission, it answers UNAUTHENTICATED or FORBIDDEN at its path.",
        ["Mutation"] = "What can be changed. Each takes one input and answers a payload: what was changed, or typed errors.",
        ["Subscription"] = "What can be followed.",
        ["Node"] = "Something with a global id.",
        ["DomainError"] = "A rule of the domain refused the change; code says which. Nothing has been changed.",
        ["SortEnumType"] = "The direction of an order.",
        ["BooleanOperationFilterInput"] = "Conditions on a truth value; all that are given must hold.",
        ["StringOperationFilterInput"] = "Conditions on a text; all that are given must hold.",
    };

    /// <summary>Members by name, for the types that the engine makes.</summary>
    private static readonly Dictionary<string, string> s_members = new()
    {
        ["id"] = "The global id, unique over all types.",
        ["errors"] = "Why nothing was changed; null where it went through.",
        ["and"] = "Conditions that all must hold, besides those that stand beside them.",
        ["or"] = "Conditions of which one at least must hold, besides those that stand beside them.",
        ["eq"] = "Equal to this; null finds what has no value.",
        ["neq"] = "Not equal to this; null finds what has a value.",
        ["in"] = "One of these.",
        ["nin"] = "None of these.",
        ["gt"] = "Greater, or later, than this.",
        ["ngt"] = "Not greater, or later, than this.",
        ["gte"] = "This, or greater, or later.",
        ["ngte"] = "Neither this nor greater, or later.",
        ["lt"] = "Less, or earlier, than this.",
        ["nlt"] = "Not less, or earlier, than this.",
        ["lte"] = "This, or less, or earlier.",
        ["nlte"] = "Neither this nor less, or earlier.",
        ["contains"] = "Holds this text.",
        ["ncontains"] = "Does not hold this text.",
        ["startsWith"] = "Begins with this text.",
        ["nstartsWith"] = "Does not begin with this text.",
        ["endsWith"] = "Ends with this text.",
        ["nendsWith"] = "Does not end with this text.",
        ["all"] = "Every row fulfils these conditions; true where there is no row.",
        ["none"] = "No row fulfils these conditions.",
        ["some"] = "One row at least fulfils these conditions.",
        ["any"] = "true: there is a row; false: there is none.",
        ["ASC"] = "The smallest or earliest first.",
        ["DESC"] = "The greatest or latest first.",
    };

    private static readonly Dictionary<string, string> s_arguments = new()
    {
        ["where"] = "Only rows that fulfil these conditions.",
        ["order"] = "The order of the rows; those that are equal in it are ordered by id, and so are all unless given.",
        ["input"] = "What to do.",
    };

    public static void Complete(Schema schema)
    {
        foreach (var type in schema.Types.Where(t => !t.Name.StartsWith("__", StringComparison.Ordinal)))
        {
            type.Description ??= DescriptionOf(type.Name);
            switch (type)
            {
                case FieldsType fields:
                    CompleteFields(fields);
                    break;
                case InputObjectType input:
                    Complete(input.Fields);
                    break;
                case EnumType values:
                    Complete(values.Values);
                    break;
            }
        }
    }

    private static void CompleteFields(FieldsType type)
    {
        foreach (var field in type.Fields)
        {
            field.Description ??= type.Interfaces.Select(i => i.Fields.TryGet(field.Name, out var inherited) ? inherited.Description : null).FirstOrDefault(d => d is not null)
                ?? s_members.GetValueOrDefault(field.Name)
                ?? (type.Name.EndsWith(PayloadSuffix, StringComparison.Ordinal) ? "What was changed; null where it was not." : null);
            foreach (var argument in field.Arguments)
            {
                argument.Description ??= s_arguments.GetValueOrDefault(argument.Name);
            }
        }
    }

    private static void Complete(IEnumerable<TypeMember> members)
    {
        foreach (var member in members)
        {
            member.Description ??= s_members.GetValueOrDefault(member.Name);
        }
    }

    private static string? DescriptionOf(string name) =>
        s_types.TryGetValue(name, out var known) ? known
        : name.EndsWith(OperationSuffix, StringComparison.Ordinal) ? $"Conditions on a value of type {name[..^OperationSuffix.Length]}; all that are given must hold."
        : name.StartsWith("ListFilterInputTypeOf", StringComparison.Ordinal) ? "Conditions on a list of rows; all that are given must hold."
        : name.EndsWith(FilterSuffix, StringComparison.Ordinal) ? $"Conditions on {name[..^FilterSuffix.Length]}; all that are given must hold."
        : name.EndsWith(PayloadSuffix, StringComparison.Ordinal) ? $"What {FieldOf(name[..^PayloadSuffix.Length])} answers."
        : name.EndsWith(ErrorSuffix, StringComparison.Ordinal) ? $"Why {FieldOf(name[..^ErrorSuffix.Length])} changed nothing."
        : null;

    private static string FieldOf(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
#endif
