using Headless.GraphQL.Language;
using Headless.GraphQL.Types;

namespace Headless.GraphQL.Printing;

/// <summary>The layout of HotChocolate 15: everything in a fixed order, arguments on one line with their descriptions, lists with inner spaces, <c>/</c> escaped in strings.</summary>
internal sealed class HotChocolateSchemaWriter(Schema schema) : SchemaWriter(schema)
{
    protected override void WriteDefinitions()
    {
        if (Schema is not { QueryType: null, MutationType: null, SubscriptionType: null })
        {
            WriteSchemaDefinition();
        }

        foreach (var type in DefinedTypes.Where(static t => t is not ScalarType).OrderBy(RankOf).ThenBy(static t => t.Name, StringComparer.Ordinal))
        {
            WriteType(type);
        }

        foreach (var directive in Schema.Directives.Where(IsPrinted).OrderBy(static d => d.Name, StringComparer.Ordinal))
        {
            WriteDirective(directive);
        }

        foreach (var scalar in DefinedTypes.OfType<ScalarType>().OrderBy(static t => t.Name, StringComparer.Ordinal))
        {
            WriteType(scalar);
        }
    }

    protected override void WriteDescription(string? description, string indentation, bool isFirst)
    {
        if (description?.Trim() is not { Length: > 0 } text)
        {
            return;
        }

        Text.Append(indentation);
        if (text.Contains('\n', StringComparison.Ordinal))
        {
            Text.Append("\"\"\"");
            foreach (var line in text.Replace("\"\"\"", "\\\"\"\"", StringComparison.Ordinal).Replace("\r", "", StringComparison.Ordinal).Split('\n'))
            {
                Text.Append('\n').Append(indentation).Append(line);
            }

            Text.Append('\n').Append(indentation).Append("\"\"\"");
        }
        else
        {
            WriteString(text);
        }

        Text.Append('\n');
    }

    protected override void WriteArguments(FieldCollection<InputField> arguments, string indentation)
    {
        if (arguments.Count == 0)
        {
            return;
        }

        Text.Append('(');
        for (var index = 0; index < arguments.Count; index++)
        {
            Text.Append(index > 0 ? " " : "");
            if (arguments[index].Description?.Trim() is { Length: > 0 } description)
            {
                WriteString(description);
                Text.Append(' ');
            }

            WriteInputField(arguments[index]);
        }

        Text.Append(')');
    }

    protected override void WriteValue(ValueNode value)
    {
        switch (value)
        {
            case StringValueNode text:
                WriteString(text.Value);
                break;
            case ListValueNode list:
                Text.Append("[ ");
                for (var index = 0; index < list.Values.Count; index++)
                {
                    Text.Append(index > 0 ? ", " : "");
                    WriteValue(list.Values[index]);
                }

                Text.Append(" ]");
                break;
            case ObjectValueNode map:
                Text.Append("{ ");
                for (var index = 0; index < map.Fields.Count; index++)
                {
                    Text.Append(index > 0 ? ", " : "").Append(map.Fields[index].Name.Value).Append(": ");
                    WriteValue(map.Fields[index].Value);
                }

                Text.Append(" }");
                break;
            default:
                Text.Append(SyntaxPrinter.Print(value));
                break;
        }
    }

    protected override void WriteMemberDirectives(TypeMember member)
    {
        WriteApplied(member.Directives);
        WriteDeprecation(member);
    }

    protected override void WriteScalarDirectives(ScalarType scalar)
    {
        WriteApplied(scalar.Directives);
        WriteSpecifiedBy(scalar);
    }

    private void WriteString(string value)
    {
        var literal = SyntaxPrinter.Print(new StringValueNode(default, value, isBlock: false));
        Text.Append(literal.Replace("/", "\\/", StringComparison.Ordinal));
    }

    /// <summary>The specification's own directives are printed where the schema uses them, but for <c>@deprecated</c>.</summary>
    private bool IsPrinted(DirectiveType directive) => directive.Name switch
    {
        "specifiedBy" => DefinedTypes.OfType<ScalarType>().Any(static s => s.SpecifiedByUrl is not null),
        "oneOf" => DefinedTypes.OfType<InputObjectType>().Any(static i => i.IsOneOf),
        "skip" or "include" or "deprecated" => false,
        _ => true,
    };

    private static int RankOf(NamedType type) => type switch
    {
        InterfaceType => 0,
        ObjectType => 1,
        UnionType => 2,
        InputObjectType => 3,
        _ => 4,
    };
}
