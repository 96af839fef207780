namespace Headless.GraphQL.Language;

/// <summary>Type system definitions and extensions.</summary>
internal sealed partial class SyntaxWriter
{
    private void WriteTypeSystemNode(SyntaxNode node)
    {
        switch (node)
        {
            case SchemaDefinitionNode schema:
                WriteSchema(schema);
                break;
            case DirectiveDefinitionNode directive:
                WriteDirectiveDefinition(directive);
                break;
            case TypeDefinitionNode type:
                WriteTypeDefinition(type);
                break;
            case FieldDefinitionNode field:
                WriteFieldDefinition(field);
                break;
            case InputValueDefinitionNode input:
                WriteInputValueDefinition(input);
                break;
            case EnumValueDefinitionNode value:
                WriteEnumValueDefinition(value);
                break;
            case OperationTypeDefinitionNode operationType:
                WriteOperationType(operationType);
                break;
            default:
                throw new ArgumentException($"{node.GetType().Name} is not a node of the grammar.", nameof(node));
        }
    }

    private void WriteSchema(SchemaDefinitionNode schema)
    {
        WriteKeyword(schema, "schema");
        WriteDirectives(schema.Directives);
        WriteBlock(schema.OperationTypes, WriteOperationType);
    }

    private void WriteOperationType(OperationTypeDefinitionNode operationType) =>
        _text.Append(Keyword(operationType.Operation)).Append(": ").Append(operationType.Type.Name.Value);

    private void WriteTypeDefinition(TypeDefinitionNode type)
    {
        switch (type)
        {
            case ScalarTypeDefinitionNode:
                WriteHead(type, "scalar ", []);
                break;
            case ObjectTypeDefinitionNode objectType:
                WriteHead(type, "type ", objectType.Interfaces);
                WriteBlock(objectType.Fields, WriteFieldDefinition);
                break;
            case InterfaceTypeDefinitionNode interfaceType:
                WriteHead(type, "interface ", interfaceType.Interfaces);
                WriteBlock(interfaceType.Fields, WriteFieldDefinition);
                break;
            case UnionTypeDefinitionNode union:
                WriteHead(type, "union ", []);
                WriteUnionMembers(union.Types);
                break;
            case EnumTypeDefinitionNode enumType:
                WriteHead(type, "enum ", []);
                WriteBlock(enumType.Values, WriteEnumValueDefinition);
                break;
            case InputObjectTypeDefinitionNode inputObject:
                WriteHead(type, "input ", []);
                WriteBlock(inputObject.Fields, WriteInputValueDefinition);
                break;
            default:
                throw new ArgumentException($"{type.GetType().Name} is not a type definition of the grammar.", nameof(type));
        }
    }

    private void WriteHead(TypeDefinitionNode type, string keyword, IReadOnlyList<NamedTypeNode> interfaces)
    {
        WriteKeyword(type, keyword);
        _text.Append(type.Name.Value);
        if (interfaces.Count > 0)
        {
            _text.Append(" implements ");
            WriteSeparated(interfaces, " & ", WriteType);
        }

        WriteDirectives(type.Directives);
    }

    private void WriteKeyword(TypeSystemDefinitionNode definition, string keyword)
    {
        if (definition.IsExtension)
        {
            _text.Append("extend ");
        }
        else
        {
            WriteDescription(definition.Description);
        }

        _text.Append(keyword);
    }

    private void WriteUnionMembers(IReadOnlyList<NamedTypeNode> types)
    {
        if (types.Count > 0)
        {
            _text.Append(" = ");
            WriteSeparated(types, " | ", WriteType);
        }
    }

    private void WriteDirectiveDefinition(DirectiveDefinitionNode directive)
    {
        WriteDescription(directive.Description);
        _text.Append("directive @").Append(directive.Name.Value);
        WriteArgumentDefinitions(directive.Arguments);
        _text.Append(directive.IsRepeatable ? " repeatable on " : " on ");
        WriteSeparated(directive.Locations, " | ", location => _text.Append(location.Value));
    }

    private void WriteFieldDefinition(FieldDefinitionNode field)
    {
        WriteDescription(field.Description);
        _text.Append(field.Name.Value);
        WriteArgumentDefinitions(field.Arguments);
        WriteTypeAndDefault(field.Type, defaultValue: null, field.Directives);
    }

    private void WriteArgumentDefinitions(IReadOnlyList<InputValueDefinitionNode> arguments)
    {
        if (arguments.Count == 0)
        {
            return;
        }

        if (arguments.Any(argument => _widths.IsMultiline(argument.Description, argument.DefaultValue, argument.Directives)))
        {
            WriteLines('(', arguments, ')', WriteInputValueDefinition);
        }
        else
        {
            _text.Append('(');
            WriteSeparated(arguments, ", ", WriteInputValueDefinition);
            _text.Append(')');
        }
    }

    private void WriteInputValueDefinition(InputValueDefinitionNode input)
    {
        WriteDescription(input.Description);
        _text.Append(input.Name.Value);
        WriteTypeAndDefault(input.Type, input.DefaultValue, input.Directives);
    }

    private void WriteEnumValueDefinition(EnumValueDefinitionNode value)
    {
        WriteDescription(value.Description);
        _text.Append(value.Name.Value);
        WriteDirectives(value.Directives);
    }
}
