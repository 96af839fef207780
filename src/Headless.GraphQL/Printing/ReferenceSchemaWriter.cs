using Headless.GraphQL.Language;
using Headless.GraphQL.Types;

namespace Headless.GraphQL.Printing;

/// <summary>The layout of graphql-js 17's <c>printSchema</c>. Applied directives, which it does not print, stand where HotChocolate has them.</summary>
internal sealed class ReferenceSchemaWriter(Schema schema) : SchemaWriter(schema)
{
    protected override void WriteDefinitions()
    {
        if (NeedsSchemaDefinition())
        {
            WriteSchemaDefinition();
        }

        foreach (var directive in Schema.Directives.Where(static d => !SpecifiedDirectives.IsSpecified(d.Name)))
        {
            WriteDirective(directive);
        }

        foreach (var type in DefinedTypes)
        {
            WriteType(type);
        }
    }

    protected override void WriteDescription(string? description, string indentation, bool isFirst)
    {
        if (description is null)
        {
            return;
        }

        if (indentation.Length > 0 && !isFirst)
        {
            Text.Append('\n');
        }

        var literal = SyntaxPrinter.Print(new StringValueNode(default, description, BlockString.IsPrintable(description)));
        Text.Append(indentation).Append(literal.Replace("\n", "\n" + indentation, StringComparison.Ordinal)).Append('\n');
    }

    protected override void WriteArguments(FieldCollection<InputField> arguments, string indentation)
    {
        if (arguments.Count == 0)
        {
            return;
        }

        Text.Append('(');
        if (arguments.All(static a => a.Description is null))
        {
            for (var index = 0; index < arguments.Count; index++)
            {
                Text.Append(index > 0 ? ", " : "");
                WriteInputField(arguments[index]);
            }
        }
        else
        {
            Text.Append('\n');
            for (var index = 0; index < arguments.Count; index++)
            {
                WriteDescription(arguments[index].Description, indentation + "  ", isFirst: index == 0);
                Text.Append(indentation).Append("  ");
                WriteInputField(arguments[index]);
                Text.Append('\n');
            }

            Text.Append(indentation);
        }

        Text.Append(')');
    }

    protected override void WriteValue(ValueNode value) => Text.Append(SyntaxPrinter.Print(value));

    protected override void WriteMemberDirectives(TypeMember member)
    {
        WriteDeprecation(member);
        WriteApplied(member.Directives);
    }

    protected override void WriteScalarDirectives(ScalarType scalar)
    {
        WriteSpecifiedBy(scalar);
        WriteApplied(scalar.Directives);
    }

    /// <summary>Names of root types that are not the default ones, and types with those names that are no root types, must be told.</summary>
    private bool NeedsSchemaDefinition()
    {
        if (Schema is { QueryType: null, MutationType: null, SubscriptionType: null })
        {
            return false;
        }

        return Schema.Description is not null
            || Schema.AppliedDirectives.Count > 0
            || !IsNamed("Query", Schema.QueryType)
            || !IsNamed("Mutation", Schema.MutationType)
            || !IsNamed("Subscription", Schema.SubscriptionType);

        bool IsNamed(string name, ObjectType? type) => ReferenceEquals(Schema.TryGetType(name, out var named) ? named : null, type);
    }
}
