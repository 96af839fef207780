using System.Collections;
using System.Globalization;
using Headless.GraphQL.Data.InputTypes;

namespace Headless.GraphQL.Data.Filtering;

/// <summary>Turns the values of scalars into those of the members that they are compared with.</summary>
internal static class ValueConverter
{
    /// <summary>Longer than any text worth searching for; databases refuse patterns of some ten thousand characters with errors of their own.</summary>
    public const int MaxTextLength = 4_000;

    /// <summary>The value as the member's type.</summary>
    /// <exception cref="GraphQLException">It does not fit.</exception>
    public static object Convert(object value, Type memberType)
    {
        if (value is string { Length: > MaxTextLength })
        {
            throw DataErrors.InvalidFilter($"A text in a filter may have {MaxTextLength} characters.");
        }

        var target = ElementTypes.Underlying(memberType);
        if (target.IsInstanceOfType(value))
        {
            return value;
        }

        try
        {
            return value switch
            {
                DateTimeOffset time when target == typeof(DateTime) => time.UtcDateTime,
                DateTime time when target == typeof(DateTimeOffset) => new DateTimeOffset(time),
                _ when target.IsEnum => Enum.ToObject(target, value),
                IConvertible => System.Convert.ChangeType(value, target, CultureInfo.InvariantCulture),
                _ => throw new InvalidCastException(),
            };
        }
        catch (Exception exception) when (exception is InvalidCastException or OverflowException or FormatException or ArgumentException)
        {
            throw DataErrors.InvalidFilter("A value does not fit the field that it is compared with.");
        }
    }

    public static IList CreateList(Type elementType, int capacity)
        => (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(elementType), capacity)!;
}
