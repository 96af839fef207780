using System.Text;

namespace Headless.GraphQL.Language;

/// <summary>Writes nodes to a text with indentation; every method that recurses counts its depth.</summary>
internal sealed partial class SyntaxWriter
{
    private const string Indentation = "  ";

    private readonly StringBuilder _text = new();
    private readonly LiteralWidths _widths = new();
    private DefinitionNode? _previous;
    private int _indentation;
    private int _depth;

    public static InvalidOperationException TooDeep() =>
        new($"A syntax tree that is nested deeper than {ParserOptions.DepthCeiling} levels cannot be printed.");

    public override string ToString() => _text.ToString();

    public void Write(SyntaxNode node)
    {
        switch (node)
        {
            case DocumentNode document:
                WriteDocument(document);
                break;
            case ValueNode value:
                WriteValue(value);
                break;
            case TypeNode type:
                WriteType(type);
                break;
            case SelectionSetNode selectionSet:
                WriteSelectionSet(selectionSet);
                break;
            case SelectionNode selection:
                WriteSelection(selection);
                break;
            case OperationDefinitionNode operation:
                WriteOperation(operation);
                break;
            case FragmentDefinitionNode fragment:
                WriteFragmentDefinition(fragment);
                break;
            case VariableDefinitionNode variable:
                WriteVariableDefinition(variable);
                break;
            case DirectiveNode directive:
                WriteDirective(directive);
                break;
            case ArgumentNode argument:
                WriteArgument(argument);
                break;
            case ObjectFieldNode field:
                WriteObjectField(field);
                break;
            case NameNode name:
                _text.Append(name.Value);
                break;
            default:
                WriteTypeSystemNode(node);
                break;
        }
    }

    private void WriteDocument(DocumentNode document)
    {
        for (var index = 0; index < document.Definitions.Count; index++)
        {
            if (index > 0)
            {
                _text.Append("\n\n");
            }

            Write(document.Definitions[index]);
            _previous = document.Definitions[index];
        }
    }

    private void WriteDirective(DirectiveNode directive)
    {
        _text.Append('@').Append(directive.Name.Value);
        if (directive.Arguments.Count > 0)
        {
            _text.Append('(');
            WriteSeparated(directive.Arguments, ", ", WriteArgument);
            _text.Append(')');
        }
    }

    private void WriteArgument(ArgumentNode argument)
    {
        _text.Append(argument.Name.Value).Append(": ");
        WriteValue(argument.Value);
    }

    /// <summary>Writes each directive after a space.</summary>
    private void WriteDirectives(IReadOnlyList<DirectiveNode> directives)
    {
        foreach (var directive in directives)
        {
            _text.Append(' ');
            WriteDirective(directive);
        }
    }

    private void WriteDescription(StringValueNode? description)
    {
        if (description is not null)
        {
            WriteString(description);
            WriteLineBreak();
        }
    }

    private void WriteSeparated<TNode>(IReadOnlyList<TNode> nodes, string separator, Action<TNode> write)
    {
        for (var index = 0; index < nodes.Count; index++)
        {
            if (index > 0)
            {
                _text.Append(separator);
            }

            write(nodes[index]);
        }
    }

    /// <summary>Writes each node on a line of its own, between an opening and a closing bracket at the end and the start of a line.</summary>
    private void WriteLines<TNode>(char opening, IReadOnlyList<TNode> nodes, char closing, Action<TNode> write)
    {
        _text.Append(opening);
        _indentation++;
        foreach (var node in nodes)
        {
            WriteLineBreak();
            write(node);
        }

        _indentation--;
        WriteLineBreak();
        _text.Append(closing);
    }

    /// <summary>Writes a block in braces after a space, nothing where it would be empty.</summary>
    private void WriteBlock<TNode>(IReadOnlyList<TNode> nodes, Action<TNode> write)
    {
        if (nodes.Count > 0)
        {
            _text.Append(' ');
            WriteLines('{', nodes, '}', write);
        }
    }

    private void WriteLineBreak()
    {
        _text.Append('\n');
        for (var level = 0; level < _indentation; level++)
        {
            _text.Append(Indentation);
        }
    }

    private void Enter()
    {
        if (++_depth > ParserOptions.DepthCeiling)
        {
            throw TooDeep();
        }
    }

    private void Leave() => _depth--;
}
