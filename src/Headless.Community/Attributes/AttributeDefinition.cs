using System.Text.RegularExpressions;

namespace Headless.Community;

/// <summary>
/// Something that may be known of members, in the brand's own terms: income, job, skin type, need, pain. It has a type, which
/// is its for good, and says who may read its values.
/// </summary>
public sealed partial class AttributeDefinition : Entity
{
    public const int KeyMaxLength = 50;
    public const int NameMaxLength = 100;
    public const int DescriptionMaxLength = 1000;
    public const int UnitMaxLength = 20;
    public const int MaxOptions = 200;

    /// <summary>The most definitions of a community: what <c>Member.attributes</c> answers is never longer.</summary>
    public const int MaxDefinitions = 200;

    private IReadOnlyList<AttributeOption> _options = [];

    /// <summary>The stable name that integrations and filters use: small letters, digits and underscores. Unique.</summary>
    public required string Key { get; init; }

    /// <summary>What people see; may change.</summary>
    public required string Name { get; set; }

    public string? Description { get; set; }

    /// <summary>What its values are. Values that exist would not fit another type.</summary>
    public AttributeType Type { get; init; }

    /// <summary>Who may read its values.</summary>
    public PrivacyClass Privacy { get; set; }

    /// <summary>Whether forms should insist on it: a value that is there can be changed, not cleared.</summary>
    public bool IsRequired { get; set; }

    /// <summary>The unit of a NUMBER: CNY, kg, years.</summary>
    public string? Unit { get; set; }

    /// <summary>The most characters of a TEXT, at most <see cref="MemberAttribute.TextMaxLength"/>; null: that many.</summary>
    public int? MaxLength { get; set; }

    /// <summary>The least NUMBER; null: none.</summary>
    public decimal? Minimum { get; set; }

    /// <summary>The greatest NUMBER; null: none.</summary>
    public decimal? Maximum { get; set; }

    /// <summary>The values of an OPTION, in the order in which to show them; changed by <see cref="SetOptions"/>.</summary>
    public IReadOnlyList<AttributeOption> Options
    {
        get => _options;
        init => _options = value;
    }

    /// <summary>Whether it takes no values any more; those that are there stay.</summary>
    public bool IsArchived { get; set; }

    /// <summary>The members' values.</summary>
    public List<MemberAttribute> Values { get; } = [];

    /// <summary>Whether a text can be a key.</summary>
    public static bool IsKey(string text) => text.Length <= KeyMaxLength && KeyPattern().IsMatch(text);

    /// <summary>Replaces the options. What is in use can be retired, not taken out: members would have a value that does not exist.</summary>
    /// <param name="options">All of them, in order.</param>
    /// <param name="inUse">The values that members have.</param>
    /// <exception cref="DomainException">
    /// <see cref="DomainErrorCodes.AttributeOptionsMismatch"/>: it is no OPTION, or an OPTION without options.
    /// <see cref="DomainErrorCodes.AttributeOptionInUse"/>: an option that members have is missing.
    /// </exception>
    public void SetOptions(IReadOnlyList<AttributeOption> options, IReadOnlySet<string> inUse)
    {
        if (_options.FirstOrDefault(had => inUse.Contains(had.Value) && options.All(o => o.Value != had.Value)) is { } missing)
        {
            throw new DomainException(
                DomainErrorCodes.AttributeOptionInUse, $"Members have the option '{missing.Value}': keep it and mark it as retired.");
        }

        _options = options;
        RequireConsistent();
    }

    /// <summary>Refuses settings that do not go with the type.</summary>
    /// <exception cref="DomainException">
    /// <see cref="DomainErrorCodes.AttributeOptionsMismatch"/>, or <see cref="DomainErrorCodes.AttributeLimitsMismatch"/>: limits of another
    /// type, or a minimum above the maximum.
    /// </exception>
    public void RequireConsistent()
    {
        if (Type == AttributeType.Option != _options.Count > 0)
        {
            throw new DomainException(
                DomainErrorCodes.AttributeOptionsMismatch,
                Type == AttributeType.Option ? "An attribute of type OPTION needs at least one option." : "Only an attribute of type OPTION has options.");
        }

        if ((Type != AttributeType.Text && MaxLength is not null)
            || (Type != AttributeType.Number && (Minimum ?? Maximum) is not null)
            || (Type != AttributeType.Number && Unit is not null)
            || Minimum > Maximum)
        {
            throw new DomainException(
                DomainErrorCodes.AttributeLimitsMismatch,
                "maxLength belongs to type TEXT, minimum, maximum and unit to NUMBER, and the minimum may not be above the maximum.");
        }
    }

    /// <summary>Refuses a value that this attribute cannot have.</summary>
    /// <param name="value">The value; none clears.</param>
    /// <param name="current">What the member has; an option that is retired may stay.</param>
    /// <exception cref="DomainException">
    /// <see cref="DomainErrorCodes.AttributeArchived"/>, <see cref="DomainErrorCodes.AttributeRequired"/>,
    /// <see cref="DomainErrorCodes.AttributeTypeMismatch"/>, <see cref="DomainErrorCodes.AttributeOutOfRange"/>,
    /// <see cref="DomainErrorCodes.UnknownAttributeOption"/>.
    /// </exception>
    public void RequireFits(AttributeValue value, AttributeValue? current)
    {
        if (value.IsNone)
        {
            if (IsRequired && current is not null)
            {
                throw new DomainException(DomainErrorCodes.AttributeRequired, $"'{Key}' is required: give another value instead of clearing it.");
            }

            return;
        }

        if (IsArchived)
        {
            throw new DomainException(DomainErrorCodes.AttributeArchived, $"'{Key}' is archived and takes no values.");
        }

        if (value.Count != 1 || !IsOfType(value))
        {
            throw new DomainException(
                DomainErrorCodes.AttributeTypeMismatch, $"'{Key}' is of type {Type.ToString().ToUpperInvariant()}: give one value of it, and no other.");
        }

        switch (Type)
        {
            case AttributeType.Text when value.Text!.Length > (MaxLength ?? MemberAttribute.TextMaxLength):
                throw OutOfRange($"has at most {MaxLength ?? MemberAttribute.TextMaxLength} characters");
            case AttributeType.Number when value.Number < Minimum || value.Number > Maximum:
                throw OutOfRange(Maximum is null ? $"is at least {Minimum}" : Minimum is null ? $"is at most {Maximum}" : $"is between {Minimum} and {Maximum}");
            case AttributeType.Number when Math.Abs(value.Number!.Value) > Currency.MaxAmount || decimal.Round(value.Number.Value, 4) != value.Number:
                throw OutOfRange($"is at most {Currency.MaxAmount} in either direction, with at most four decimal places");
            case AttributeType.Option when !_options.Any(o => o.Value == value.Text && (!o.IsRetired || current?.Text == o.Value)):
                throw new DomainException(DomainErrorCodes.UnknownAttributeOption, $"'{Key}' has no such option, or it is retired: its options say which there are.");
        }
    }

    private bool IsOfType(AttributeValue value) => Type switch
    {
        AttributeType.Text or AttributeType.Option => value.Text is { Length: > 0 },
        AttributeType.Number => value.Number is not null,
        AttributeType.Boolean => value.Boolean is not null,
        AttributeType.Date => value.Date is not null,
        _ => false,
    };

    private DomainException OutOfRange(string rule) => new(DomainErrorCodes.AttributeOutOfRange, $"A value of '{Key}' {rule}.");

    [GeneratedRegex("^[a-z][a-z0-9_]*$", RegexOptions.NonBacktracking)]
    private static partial Regex KeyPattern();
}
