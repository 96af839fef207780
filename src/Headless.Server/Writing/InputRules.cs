using System.Text.RegularExpressions;
using FluentValidation;

namespace Headless.Server.Writing;

/// <summary>Rules that several inputs share, and <see cref="Optional{T}"/> read with a fallback.</summary>
internal static class InputRules
{
    /// <summary>The given value, or the present one where none was given. An explicit null clears.</summary>
    public static T Or<T>(this Optional<T> optional, T present) => optional.HasValue ? optional.Value! : present;

    /// <summary>No NUL and no half of a surrogate pair: neither can be stored by every database.</summary>
    public static IRuleBuilderOptions<T, string?> PlainText<T>(this IRuleBuilder<T, string?> rule) => rule
        .Must(text => text is null || StorableText.Is(text))
        .WithErrorCode("INVALID_TEXT")
        .WithMessage("'{PropertyName}' holds a NUL character or half of a surrogate pair: remove it.");

    public static IRuleBuilderOptions<T, string?> WebAddress<T>(this IRuleBuilder<T, string?> rule) => rule
        .Must(text => text is null || (Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && StorableText.Is(text)))
        .WithErrorCode("INVALID_URL")
        .WithMessage("'{PropertyName}' must be an absolute http or https address.");

    /// <summary>An id of the IANA database, as every machine spells it.</summary>
    public static IRuleBuilderOptions<T, string?> IanaTimeZone<T>(this IRuleBuilder<T, string?> rule) => rule
        .Must(id => id is null || LocalDays.IsTimeZone(id))
        .WithErrorCode("INVALID_TIME_ZONE")
        .WithMessage("'{PropertyName}' must be a time zone of the IANA database, such as Asia/Shanghai.");

    /// <summary>A time of day, such as 18:30.</summary>
    public static IRuleBuilderOptions<T, string?> LocalTime<T>(this IRuleBuilder<T, string?> rule) => rule
        .Must(text => text is null || LocalTimes.MinuteOf(text) is not null)
        .WithErrorCode("INVALID_TIME")
        .WithMessage("'{PropertyName}' is a time of day from 00:00 to 23:59.");

    public static IRuleBuilderOptions<T, string?> RegularExpression<T>(this IRuleBuilder<T, string?> rule) => rule
        .Must(text => text is null || IsRegularExpression(text))
        .WithErrorCode("INVALID_REGULAR_EXPRESSION")
        .WithMessage("'{PropertyName}' is not a regular expression that can be matched in linear time: it may not use look-around or back-references.");

    private static bool IsRegularExpression(string pattern)
    {
        try
        {
            _ = new Regex(pattern, RegexOptions.NonBacktracking);
            return true;
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException)
        {
            return false;
        }
    }
}
