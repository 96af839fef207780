using Headless.GraphQL.Language;
using Headless.GraphQL.Types;

namespace Headless.GraphQL.Execution.Coercion;

/// <summary>Coerces the arguments of a field (specification section 6.4.1, CoerceArgumentValues).</summary>
internal static class ArgumentCoercer
{
    /// <summary>Whether an argument of the field refers to a variable.</summary>
    public static bool HasVariables(FieldNode node)
    {
        foreach (var argument in node.Arguments)
        {
            if (LiteralCoercer.HasVariables(argument.Value))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Coerces the arguments of a field node.</summary>
    /// <exception cref="GraphQLException">An argument does not fit its type or a required one is missing: an error of the field.</exception>
    public static ArgumentValues Coerce(OutputField field, FieldNode node, VariableValues variables, RequestOptions options)
    {
        if (field.Arguments.Count == 0)
        {
            return ArgumentValues.Empty;
        }

        var values = new ArgumentValues(field.Arguments);
        for (var i = 0; i < field.Arguments.Count; i++)
        {
            var definition = field.Arguments[i];
            var literal = Find(node, definition.Name);
            if (literal is VariableNode variable && !definition.IsRequired && !variables.TryGet(variable.Name.Value, out _))
            {
                literal = null;
            }

            if (literal is null)
            {
                if (definition.IsRequired)
                {
                    throw Failed($"Argument \"{Coordinate(field, definition)}\" of required type \"{definition.Type}\" was not provided.", node);
                }

                UseDefault(values, i, field, definition, node, options);
                continue;
            }

            try
            {
                values.Set(i, LiteralCoercer.Coerce(literal, definition.Type, options, variables));
            }
            catch (LiteralCoercionException exception)
            {
                throw Failed($"Argument \"{Coordinate(field, definition)}\" has invalid value{exception.Path}: {exception.Message}", exception.Node ?? literal);
            }
        }

        return values;
    }

    private static void UseDefault(ArgumentValues values, int index, OutputField field, InputField definition, FieldNode node, RequestOptions options)
    {
        if (definition.DefaultValue is not { } literal)
        {
            return;
        }

        try
        {
            values.Set(index, LiteralCoercer.CoerceConstant(literal, definition.Type, options));
        }
        catch (CoercionException exception)
        {
            throw Failed($"Argument \"{Coordinate(field, definition)}\" has invalid default value: {exception.Message}", node);
        }
    }

    private static ValueNode? Find(FieldNode node, string name)
    {
        foreach (var argument in node.Arguments)
        {
            if (argument.Name.Value == name)
            {
                return argument.Value;
            }
        }

        return null;
    }

    private static string Coordinate(OutputField field, InputField argument)
        => field.DeclaringType is { } type ? $"{type.Name}.{field.Name}({argument.Name}:)" : $"{field.Name}({argument.Name}:)";

    private static GraphQLException Failed(string message, SyntaxNode node)
        => new(ErrorBuilder.New().SetMessage(message).SetCode(ErrorCodes.InvalidArguments).AddLocation(node).Build());
}
