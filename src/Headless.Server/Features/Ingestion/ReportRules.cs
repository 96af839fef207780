using FluentValidation;
using Headless.Server.Writing;

namespace Headless.Server.Features.Ingestion;

/// <summary>Checks of mutations that record through ingestion, which has a transaction of its own.</summary>
internal static class ReportRules
{
    /// <summary>A key that fits where external ids are kept.</summary>
    public static IRuleBuilderOptions<T, string?> IdempotencyKey<T>(this IRuleBuilder<T, string?> rule) => rule
        .MaximumLength(Activity.ExternalIdMaxLength)
        .Must(key => key is null || !string.IsNullOrWhiteSpace(key))
        .WithErrorCode("NOT_EMPTY")
        .WithMessage("'{PropertyName}' must not be empty: leave it out instead.")
        .PlainText();

    /// <summary>The input keeps every rule.</summary>
    /// <exception cref="InvalidInputException">It breaks one.</exception>
    public static void Require<T>(this IValidator<T> validator, T input)
    {
        var result = validator.Validate(input);
        if (!result.IsValid)
        {
            throw InvalidInputException.From(result.Errors);
        }
    }
}
