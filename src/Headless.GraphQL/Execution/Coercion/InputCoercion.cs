using Headless.GraphQL.Types;

namespace Headless.GraphQL.Execution.Coercion;

/// <summary>What the coercion of literals and of JSON have in common: the limits, the path, and the wording of errors.</summary>
internal abstract class InputCoercion(RequestOptions options)
{
    protected RequestOptions Options { get; } = options;

    protected CoercionPath Path { get; } = new();

    /// <summary>Takes an error at the current path; may throw to stop the coercion.</summary>
    protected abstract void Report(string message, Language.SyntaxNode? node);

    protected bool TryEnter(string typeName, Language.SyntaxNode? node)
    {
        if (Path.Depth < Options.MaxVariableDepth)
        {
            return true;
        }

        Report($"Expected value of type \"{typeName}\" to be nested at most {Options.MaxVariableDepth} levels deep.", node);
        return false;
    }

    protected bool IsWithinListLimit(int count, GraphQLType type, Language.SyntaxNode? node)
    {
        if (count <= Options.MaxListItems)
        {
            return true;
        }

        Report($"Expected value of type \"{type}\" to have at most {Options.MaxListItems} items, found {count}.", node);
        return false;
    }

    /// <summary>Adds the default of a field that was not given; false where it is not valid.</summary>
    protected bool TryAddDefault(InputObjectValue result, InputField field)
    {
        if (field.DefaultValue is not { } literal)
        {
            return true;
        }

        try
        {
            result[field.Name] = LiteralCoercer.CoerceConstant(literal, field.Type, Options);
            return true;
        }
        catch (CoercionException exception)
        {
            Report(exception.Message, literal);
            return false;
        }
    }

    protected static string OneOfMessage(InputObjectType type)
        => $"Within OneOf Input Object type \"{type}\", exactly one field must be specified, and the value for that field must be non-null.";
}
