using System.Text.Json;
using Headless.GraphQL.Language;
using Headless.GraphQL.Types;

namespace Headless.GraphQL.Execution.Coercion;

/// <summary>Coerces the variables of a request from JSON (specification section 6.1.2, CoerceVariableValues).</summary>
internal sealed class VariableCoercer : InputCoercion
{
    private readonly List<IError> _errors = [];
    private readonly UploadedFiles? _files;
    private VariableDefinition _current = null!;

    private VariableCoercer(IReadOnlyDictionary<string, IFile>? files, RequestOptions options)
        : base(options)
        => _files = files is null ? null : new UploadedFiles(files);

    /// <summary>Coerces all variables; the errors of all of them, up to the limit, where one does not fit.</summary>
    /// <param name="definitions">The variables of the operation.</param>
    /// <param name="variables">The request's <c>variables</c>: an object, or undefined or null for none. Names that the operation does not define are ignored.</param>
    /// <param name="files">The uploaded files by their place in the variables, where JSON has null; null for none.</param>
    /// <param name="options">The limits.</param>
    /// <param name="values">The values where there is no error.</param>
    /// <returns>The errors; null when there are none.</returns>
    public static IReadOnlyList<IError>? Coerce(
        VariableDefinition[] definitions,
        JsonElement variables,
        IReadOnlyDictionary<string, IFile>? files,
        RequestOptions options,
        out VariableValues values)
    {
        values = VariableValues.Empty;
        if (definitions.Length == 0 && files is null)
        {
            return null;
        }

        var coercer = new VariableCoercer(files, options);
        var result = new VariableValues(definitions);
        try
        {
            for (var i = 0; i < definitions.Length; i++)
            {
                coercer.CoerceVariable(definitions[i], i, variables, result);
            }
        }
        catch (TooManyErrorsException)
        {
            coercer._errors.Add(ErrorBuilder.New()
                .SetMessage("Too many errors processing variables, error limit reached. Execution aborted.")
                .SetCode(ErrorCodes.InvalidVariables)
                .Build());
        }

        if (coercer._errors.Count == 0 && coercer._files?.FindUnused() is { } unused)
        {
            coercer._errors.Add(ErrorBuilder.New()
                .SetMessage($"The operation takes no Upload at \"variables.{unused}\": the file has no place there.")
                .SetCode(ErrorCodes.InvalidVariables)
                .Build());
        }

        if (coercer._errors.Count > 0)
        {
            return coercer._errors;
        }

        values = result;
        return null;
    }

    protected override void Report(string message, SyntaxNode? node) => AddError("value", message);

    private void AddError(string what, string message)
    {
        if (_errors.Count >= Options.MaxVariableErrors)
        {
            throw new TooManyErrorsException();
        }

        _errors.Add(ErrorBuilder.New()
            .SetMessage($"Variable \"${_current.Name}\" has invalid {what}{Path}: {message}")
            .SetCode(ErrorCodes.InvalidVariables)
            .AddLocation(_current.Node)
            .Build());
    }

    private void CoerceVariable(VariableDefinition definition, int index, JsonElement variables, VariableValues result)
    {
        _current = definition;
        if (variables.ValueKind == JsonValueKind.Object && variables.TryGetProperty(definition.Name, out var json))
        {
            if (TryCoerce(json, definition.Type, out var value))
            {
                result.Set(index, value);
            }

            return;
        }

        if (definition.DefaultValue is { } literal)
        {
            try
            {
                result.Set(index, LiteralCoercer.CoerceConstant(literal, definition.Type, Options));
            }
            catch (CoercionException exception)
            {
                AddError("default value", exception.Message);
            }
        }
        else if (definition.Type is NonNullType)
        {
            AddError("value", $"Expected a value of non-null type \"{definition.Type}\" to be provided.");
        }
    }

    private bool TryCoerce(JsonElement json, GraphQLType type, out object? result)
    {
        result = null;
        if (json.ValueKind == JsonValueKind.Null)
        {
            if (_files is not null && type.Named is UploadType && _files.TryTake(Path.ToDottedString(_current.Name), type, out result))
            {
                return true;
            }

            if (type is NonNullType)
            {
                Report($"Expected value of non-null type \"{type}\" not to be null.", null);
                return false;
            }

            return true;
        }

        switch (type.Nullable)
        {
            case ListType list:
                return TryCoerceList(json, list, out result);
            case InputObjectType input:
                return TryCoerceObject(json, input, out result);
            case EnumType enumType:
                return TryCoerceEnum(json, enumType, out result);
            case ScalarType scalar:
                try
                {
                    if (json.ValueKind is JsonValueKind.Object or JsonValueKind.Array && !IsShallow(json, Path.Depth))
                    {
                        Report($"Expected value of type \"{type}\" to be nested at most {Options.MaxVariableDepth} levels deep.", null);
                        return false;
                    }

                    result = scalar.CoerceVariable(json);
                    return true;
                }
                catch (CoercionException exception)
                {
                    Report(exception.Message, null);
                    return false;
                }

            default:
                Report($"Expected type \"{type}\" to be an input type.", null);
                return false;
        }
    }

    private bool TryCoerceList(JsonElement json, ListType type, out object? result)
    {
        result = null;
        if (json.ValueKind != JsonValueKind.Array)
        {
            if (!TryCoerce(json, type.OfType, out var single))
            {
                return false;
            }

            result = new List<object?>(1) { single };
            return true;
        }

        var count = json.GetArrayLength();
        if (!TryEnter(type.ToString(), null) || !IsWithinListLimit(count, type, null))
        {
            return false;
        }

        var items = new List<object?>(count);
        var valid = true;
        var index = 0;
        foreach (var element in json.EnumerateArray())
        {
            Path.Push(index++);
            valid &= TryCoerce(element, type.OfType, out var item);
            Path.Pop();
            items.Add(item);
        }

        result = items;
        return valid;
    }

    private bool TryCoerceObject(JsonElement json, InputObjectType type, out object? result)
    {
        result = null;
        if (json.ValueKind != JsonValueKind.Object)
        {
            Report($"Expected value of type \"{type}\" to be an object, found: {CoercionText.Describe(json)}.", null);
            return false;
        }

        if (!TryEnter(type.Name, null))
        {
            return false;
        }

        var value = new InputObjectValue(type);
        var valid = true;
        foreach (var field in type.Fields)
        {
            if (!json.TryGetProperty(field.Name, out var fieldJson))
            {
                if (field.IsRequired)
                {
                    valid = false;
                    Report($"Expected value of type \"{type}\" to include required field \"{field.Name}\", found: {CoercionText.Describe(json)}.", null);
                }

                valid &= TryAddDefault(value, field);
                continue;
            }

            Path.Push(field.Name);
            valid &= TryCoerce(fieldJson, field.Type, out var fieldValue);
            Path.Pop();
            value[field.Name] = fieldValue;
        }

        var known = 0;
        JsonProperty firstKnown = default;
        foreach (var property in json.EnumerateObject())
        {
            if (type.Fields.Contains(property.Name))
            {
                firstKnown = known++ == 0 ? property : firstKnown;
                continue;
            }

            valid = false;
            Report($"Expected value of type \"{type}\" not to include unknown field \"{property.Name}\", found: {CoercionText.Describe(json)}.", null);
        }

        result = value;
        return (!type.IsOneOf || IsOneOf(type, value, known, firstKnown)) && valid;
    }

    /// <summary>Exactly one field that the type has, with a value (specification section 3.10.1): told beside what else is wrong.</summary>
    /// <remarks>A file is null in the JSON and has a value.</remarks>
    private bool IsOneOf(InputObjectType type, InputObjectValue value, int known, JsonProperty first)
    {
        if (known != 1)
        {
            Report(OneOfMessage(type), null);
        }

        if (known > 0 && first.Value.ValueKind == JsonValueKind.Null && value[first.Name] is null)
        {
            Path.Push(first.Name);
            Report(OneOfMessage(type), null);
            Path.Pop();
            return false;
        }

        return known == 1;
    }

    private bool TryCoerceEnum(JsonElement json, EnumType type, out object? result)
    {
        result = null;
        if (json.ValueKind != JsonValueKind.String)
        {
            Report($"Enum \"{type}\" cannot represent non-string value: {CoercionText.Describe(json)}.", null);
            return false;
        }

        if (!type.Values.TryGet(json.GetString()!, out var value))
        {
            Report($"Value \"{json.GetString()}\" does not exist in \"{type}\" enum.", null);
            return false;
        }

        result = value.Value;
        return true;
    }

    private bool IsShallow(JsonElement json, int depth)
    {
        if (depth > Options.MaxVariableDepth)
        {
            return false;
        }

        if (json.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in json.EnumerateArray())
            {
                if (item.ValueKind is JsonValueKind.Array or JsonValueKind.Object && !IsShallow(item, depth + 1))
                {
                    return false;
                }
            }
        }
        else
        {
            foreach (var property in json.EnumerateObject())
            {
                if (property.Value.ValueKind is JsonValueKind.Array or JsonValueKind.Object && !IsShallow(property.Value, depth + 1))
                {
                    return false;
                }
            }
        }

        return true;
    }

    private sealed class TooManyErrorsException : Exception;
}
