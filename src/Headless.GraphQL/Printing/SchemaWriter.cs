using System.Text;
using Headless.GraphQL.Language;
using Headless.GraphQL.Types;

namespace Headless.GraphQL.Printing;

/// <summary>Writes definitions; what the layouts do differently is abstract.</summary>
internal abstract class SchemaWriter(Schema schema)
{
    private readonly StringBuilder _text = new();

    protected Schema Schema { get; } = schema;

    protected StringBuilder Text => _text;

    /// <summary>The types to print that are not the specification's own.</summary>
    protected IEnumerable<NamedType> DefinedTypes
        => Schema.Types.Where(static t => !BuiltInScalars.IsSpecified(t.Name) && !IntrospectionTypes.IsIntrospectionType(t.Name));

    public string Write()
    {
        WriteDefinitions();
        return _text.ToString();
    }

    protected abstract void WriteDefinitions();

    /// <summary>Writes a description and the line's end after it.</summary>
    /// <param name="description">Null and nothing is written.</param>
    /// <param name="indentation">Of the definition that is described.</param>
    /// <param name="isFirst">Whether it is the first of its block.</param>
    protected abstract void WriteDescription(string? description, string indentation, bool isFirst);

    protected abstract void WriteArguments(FieldCollection<InputField> arguments, string indentation);

    protected abstract void WriteValue(ValueNode value);

    /// <summary>Begins a definition, with an empty line before all but the first.</summary>
    protected void Begin(string? description)
    {
        if (_text.Length > 0)
        {
            _text.Append("\n\n");
        }

        WriteDescription(description, "", isFirst: true);
    }

    protected void WriteSchemaDefinition()
    {
        Begin(Schema.Description);
        _text.Append("schema");
        WriteApplied(Schema.AppliedDirectives);
        _text.Append(" {\n");
        WriteRootType("query", Schema.QueryType);
        WriteRootType("mutation", Schema.MutationType);
        WriteRootType("subscription", Schema.SubscriptionType);
        _text.Append('}');
    }

    protected void WriteDirective(DirectiveType directive)
    {
        Begin(directive.Description);
        _text.Append("directive ").Append(directive);
        WriteArguments(directive.Arguments, "");
        _text.Append(directive.IsRepeatable ? " repeatable on " : " on ").AppendJoin(" | ", DirectiveLocationNames.NamesOf(directive.Locations));
    }

    protected void WriteType(NamedType type)
    {
        Begin(type.Description);
        switch (type)
        {
            case ScalarType scalar:
                _text.Append("scalar ").Append(scalar.Name);
                WriteScalarDirectives(scalar);
                break;
            case ObjectType objectType:
                WriteFieldsType("type", objectType);
                break;
            case InterfaceType interfaceType:
                WriteFieldsType("interface", interfaceType);
                break;
            case UnionType union:
                _text.Append("union ").Append(union.Name);
                WriteApplied(union.Directives);
                _text.Append(union.Types.Count > 0 ? " = " : "").AppendJoin(" | ", union.Types);
                break;
            case EnumType enumType:
                _text.Append("enum ").Append(enumType.Name);
                WriteApplied(enumType.Directives);
                WriteBlock(enumType.Values, value => _text.Append(value.Name));
                break;
            case InputObjectType inputObject:
                _text.Append("input ").Append(inputObject.Name).Append(inputObject.IsOneOf ? " @oneOf" : "");
                WriteApplied(inputObject.Directives);
                WriteBlock(inputObject.Fields, WriteInputFieldSignature);
                break;
        }
    }

    /// <summary>Writes <c>name: Type = default</c> and the directives of an argument or input field.</summary>
    protected void WriteInputField(InputField field)
    {
        WriteInputFieldSignature(field);
        WriteMemberDirectives(field);
    }

    protected void WriteApplied(IEnumerable<AppliedDirective> directives)
    {
        foreach (var directive in directives)
        {
            _text.Append(" @").Append(directive.Name);
            if (directive.Arguments.Count == 0)
            {
                continue;
            }

            _text.Append('(');
            for (var index = 0; index < directive.Arguments.Count; index++)
            {
                _text.Append(index > 0 ? ", " : "").Append(directive.Arguments[index].Name.Value).Append(": ");
                WriteValue(directive.Arguments[index].Value);
            }

            _text.Append(')');
        }
    }

    protected abstract void WriteMemberDirectives(TypeMember member);

    protected abstract void WriteScalarDirectives(ScalarType scalar);

    protected void WriteDeprecation(TypeMember member)
    {
        if (member.DeprecationReason is { } reason)
        {
            _text.Append(" @deprecated");
            if (reason != SpecifiedDirectives.DefaultDeprecationReason)
            {
                _text.Append("(reason: ");
                WriteValue(new StringValueNode(default, reason, isBlock: false));
                _text.Append(')');
            }
        }
    }

    protected void WriteSpecifiedBy(ScalarType scalar)
    {
        if (scalar.SpecifiedByUrl is { } url)
        {
            _text.Append(" @specifiedBy(url: ");
            WriteValue(new StringValueNode(default, url, isBlock: false));
            _text.Append(')');
        }
    }

    private void WriteRootType(string operation, ObjectType? type)
    {
        if (type is not null)
        {
            _text.Append("  ").Append(operation).Append(": ").Append(type.Name).Append('\n');
        }
    }

    private void WriteFieldsType(string keyword, FieldsType type)
    {
        _text.Append(keyword).Append(' ').Append(type.Name);
        if (type.Interfaces.Count > 0)
        {
            _text.Append(" implements ").AppendJoin(" & ", type.Interfaces);
        }

        WriteApplied(type.Directives);
        WriteBlock(type.Fields, field =>
        {
            _text.Append(field.Name);
            WriteArguments(field.Arguments, "  ");
            _text.Append(": ").Append(field.Type);
        });
    }

    private void WriteInputFieldSignature(InputField field)
    {
        _text.Append(field.Name).Append(": ").Append(field.Type);
        if (field.DefaultValue is not null)
        {
            _text.Append(" = ");
            WriteValue(field.DefaultValue);
        }
    }

    private void WriteBlock<T>(FieldCollection<T> members, Action<T> write)
        where T : TypeMember
    {
        if (members.Count == 0)
        {
            return;
        }

        _text.Append(" {\n");
        for (var index = 0; index < members.Count; index++)
        {
            WriteDescription(members[index].Description, "  ", isFirst: index == 0);
            _text.Append("  ");
            write(members[index]);
            WriteMemberDirectives(members[index]);
            _text.Append('\n');
        }

        _text.Append('}');
    }
}
