using System.Linq.Expressions;
using System.Reflection;
using Headless.GraphQL.Types;

namespace Headless.GraphQL.Authoring;

/// <summary>
/// Makes an input record or class from a coerced input object: by the constructor with the most parameters that the fields
/// can supply, then by the setters of what is left. What was not given keeps the constructor's default or the initialiser's value.
/// </summary>
internal sealed class InputObjectConverter
{
    private readonly Slot[] _constructorSlots;
    private readonly Slot[] _setterSlots;
    private readonly Func<object?[], object> _create;

    public InputObjectConverter(Type clrType, InputObjectType type, InputConverterFactory factory)
    {
        var fields = type.Fields
            .Where(f => f.Member is PropertyInfo)
            .ToDictionary(f => ((PropertyInfo)f.Member!).Name, StringComparer.OrdinalIgnoreCase);
        var constructor = clrType.GetConstructors()
            .OrderByDescending(c => c.GetParameters().Length)
            .FirstOrDefault(c => c.GetParameters().All(p => p.HasDefaultValue || (fields.TryGetValue(p.Name!, out var f) && ((PropertyInfo)f.Member!).PropertyType == p.ParameterType)));
        var parameters = constructor?.GetParameters() ?? [];
        if (constructor is null && !clrType.IsValueType)
        {
            throw new SchemaException($"{clrType} has no public constructor whose parameters are its input fields.");
        }

        _constructorSlots = [.. parameters.Select(p => new Slot(
            fields.GetValueOrDefault(p.Name!)?.Name,
            fields.TryGetValue(p.Name!, out var f) ? factory.Create(p.ParameterType, f.Type, f.Features.Get<NodeIdReference>()) : null,
            p.HasDefaultValue && p.DefaultValue is { } value ? Enlarge(value, p.ParameterType) : DefaultOf(p.ParameterType),
            null))];
        _setterSlots = [.. fields.Values
            .Where(f => !parameters.Any(p => string.Equals(p.Name, ((PropertyInfo)f.Member!).Name, StringComparison.OrdinalIgnoreCase)))
            .Where(f => ((PropertyInfo)f.Member!).SetMethod is { IsPublic: true })
            .Select(f => new Slot(
                f.Name,
                factory.Create(((PropertyInfo)f.Member!).PropertyType, f.Type, f.Features.Get<NodeIdReference>()),
                null,
                CreateSetter((PropertyInfo)f.Member!)))];
        _create = CreateActivator(clrType, constructor, parameters);
    }

    public object Convert(InputObjectValue value)
    {
        var arguments = _constructorSlots.Length == 0 ? [] : new object?[_constructorSlots.Length];
        for (var i = 0; i < arguments.Length; i++)
        {
            arguments[i] = Read(_constructorSlots[i], value, out var given) is var argument && given ? argument : _constructorSlots[i].Default;
        }

        var result = _create(arguments);
        foreach (var slot in _setterSlots)
        {
            var argument = Read(slot, value, out var given);
            if (given)
            {
                slot.Set!(result, argument);
            }
        }

        return result;
    }

    private static object? Read(Slot slot, InputObjectValue value, out bool given)
    {
        if (slot.Field is null || !value.TryGet(slot.Field, out var fieldValue))
        {
            given = false;
            return null;
        }

        given = true;
        try
        {
            return slot.Converter!(fieldValue);
        }
        catch (InputBindingException exception)
        {
            exception.Within(slot.Field);
            throw;
        }
    }

    private static object? DefaultOf(Type type) => type.IsValueType && Nullable.GetUnderlyingType(type) is null ? Activator.CreateInstance(type) : null;

    private static object Enlarge(object value, Type type)
        => type.IsEnum && !type.IsInstanceOfType(value) ? Enum.ToObject(type, value) : value;

    private static Func<object?[], object> CreateActivator(Type clrType, ConstructorInfo? constructor, ParameterInfo[] parameters)
    {
        var arguments = Expression.Parameter(typeof(object?[]), "arguments");
        var creation = constructor is null
            ? Expression.New(clrType)
            : Expression.New(constructor, parameters.Select((p, i) => Expression.Convert(Expression.ArrayIndex(arguments, Expression.Constant(i)), p.ParameterType)));
        return Expression.Lambda<Func<object?[], object>>(Expression.Convert(creation, typeof(object)), arguments).CompileOnCall();
    }

    private static Action<object, object?> CreateSetter(PropertyInfo property)
    {
        if (property.DeclaringType!.IsValueType)
        {
            return property.SetValue;
        }

        var instance = Expression.Parameter(typeof(object), "instance");
        var value = Expression.Parameter(typeof(object), "value");
        return Expression.Lambda<Action<object, object?>>(
            Expression.Call(Expression.Convert(instance, property.DeclaringType), property.SetMethod!, Expression.Convert(value, property.PropertyType)),
            instance,
            value).CompileOnCall();
    }

    private sealed record Slot(string? Field, InputConverter? Converter, object? Default, Action<object, object?>? Set);
}
