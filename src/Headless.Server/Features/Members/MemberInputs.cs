using System.Text.RegularExpressions;
using FluentValidation;
using Headless.Server.Writing;

namespace Headless.Server.Features.Members;

[GraphQLDescription("An account on a platform.")]
public sealed record IdentityInput(
    [property: GraphQLDescription("The chat platform that the account is on.")] Platform Platform,
    [property: GraphQLDescription("The account's id there; it belongs to one member only.")] string ExternalId,
    [property: GraphQLDescription("What the account calls itself there.")] string? DisplayName,
    [property: GraphQLDescription("Whether somebody has checked whose it is; false unless given.")] bool? IsVerified)
{
    internal Identity ToIdentity(Member member) => new()
    {
        Member = member,
        MemberId = member.Id,
        Platform = Platform,
        ExternalId = ExternalId,
        DisplayName = DisplayName,
        IsVerified = IsVerified ?? false,
    };
}

/// <summary>The rules of <see cref="IdentityInput"/>.</summary>
public sealed class IdentityValidator : AbstractValidator<IdentityInput>
{
    public IdentityValidator()
    {
        RuleFor(i => i.ExternalId).NotEmpty().MaximumLength(Identity.ExternalIdMaxLength).PlainText();
        RuleFor(i => i.DisplayName).MaximumLength(Identity.DisplayNameMaxLength).PlainText();
    }
}

/// <summary>Rules that the inputs about members share.</summary>
internal static partial class MemberRules
{
    /// <summary>Nobody who uses a phone was born before.</summary>
    private const int EarliestBirthYear = 1900;

    /// <summary>A year in which somebody alive can have been born.</summary>
    public static IRuleBuilderOptions<T, int?> BirthYear<T>(this IRuleBuilder<T, int?> rule, TimeProvider clock) => rule
        .Must(year => year is null || (year >= EarliestBirthYear && year <= clock.GetUtcNow().Year))
        .WithErrorCode("INVALID_BIRTH_YEAR")
        .WithMessage($"'{{PropertyName}}' must be a year from {EarliestBirthYear} to this one.");

    /// <summary>Digits with the marks that people write between them.</summary>
    public static IRuleBuilderOptions<T, string?> PhoneNumber<T>(this IRuleBuilder<T, string?> rule) => rule
        .MaximumLength(Member.PhoneMaxLength)
        .Must(phone => phone is null || PhonePattern().IsMatch(phone))
        .WithErrorCode("INVALID_PHONE")
        .WithMessage("'{PropertyName}' must be a telephone number: digits, with +, spaces, dots, dashes or parentheses between them.");

    /// <summary>Something before and after one @, which is all that can be said without writing to it.</summary>
    public static IRuleBuilderOptions<T, string?> MailAddress<T>(this IRuleBuilder<T, string?> rule) => rule
        .MaximumLength(Member.EmailMaxLength)
        .EmailAddress()
        .WithErrorCode("INVALID_EMAIL")
        .PlainText();

    [GeneratedRegex(@"^\+?[0-9(][0-9 ().\-]{1,30}[0-9]$", RegexOptions.NonBacktracking)]
    private static partial Regex PhonePattern();
}
