using FluentValidation;
using Headless.Server.Writing;

namespace Headless.Server.Features.Attributes;

[GraphQLDescription("One of the values that an attribute of type OPTION may have.")]
public sealed record AttributeOptionInput(
    [property: GraphQLDescription("What is stored, and filtered by as text.")] string Value,
    [property: GraphQLDescription("What people see; the value unless given.")] string? Label,
    [property: GraphQLDescription("Whether nobody is given it any more; false unless given.")] bool? IsRetired)
{
    internal AttributeOption ToOption() => new(Value, Label ?? Value, IsRetired ?? false);
}

/// <summary>The rules of <see cref="AttributeOptionInput"/>.</summary>
public sealed class AttributeOptionValidator : AbstractValidator<AttributeOptionInput>
{
    public AttributeOptionValidator()
    {
        RuleFor(i => i.Value).NotEmpty().MaximumLength(AttributeOption.LabelMaxLength).PlainText();
        RuleFor(i => i.Label).MaximumLength(AttributeOption.LabelMaxLength).PlainText();
    }
}

/// <summary>Rules that the inputs about attributes share.</summary>
internal static class AttributeRules
{
    /// <summary>The most members that a bulk mutation takes.</summary>
    public const int MaxMembers = 1_000;

    /// <summary>The most values that a bulk mutation takes for one member.</summary>
    public const int MaxValuesOfMember = 50;

    /// <summary>The most values that a bulk mutation takes together.</summary>
    public const int MaxValues = 5_000;

    public static void Options<T>(this IRuleBuilderInitial<T, IReadOnlyList<AttributeOptionInput>?> rule) => rule
        .Must(options => options is null || options.Count <= AttributeDefinition.MaxOptions)
        .WithErrorCode("TOO_MANY_OPTIONS").WithMessage($"An attribute has at most {AttributeDefinition.MaxOptions} options.")
        .Must(options => options is null || options.DistinctBy(o => o.Value).Count() == options.Count)
        .WithErrorCode("DUPLICATE_OPTION").WithMessage("The same option is given twice.");

    public static void MaxTextLength<T>(this IRuleBuilderInitial<T, int?> rule) => rule
        .InclusiveBetween(1, MemberAttribute.TextMaxLength);

    public static IRuleBuilderOptions<T, decimal?> Number<T>(this IRuleBuilder<T, decimal?> rule) => rule
        .Must(number => number is null || (Math.Abs(number.Value) <= Currency.MaxAmount && decimal.Round(number.Value, 4) == number))
        .WithErrorCode("INVALID_NUMBER")
        .WithMessage($"'{{PropertyName}}' must be at most {Currency.MaxAmount} in either direction, with at most four decimal places.");
}
