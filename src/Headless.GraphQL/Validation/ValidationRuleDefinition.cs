namespace Headless.GraphQL.Validation;

/// <summary>A rule as it is listed: its name, what its errors carry and how it is made for a document.</summary>
public sealed class ValidationRuleDefinition
{
    private readonly Func<ValidationContext, ValidationRule> _create;

    internal ValidationRuleDefinition(string name, string? section, string? anchor, Func<ValidationContext, ValidationRule> create)
    {
        Name = name;
        Code = ToUpperSnakeCase(name);
        Section = section;
        SpecifiedBy = anchor is null ? null : "https://spec.graphql.org/September2025/#sec-" + anchor;
        _create = create;
    }

    /// <summary>The reference implementation's name of the rule without the word Rule, such as <c>FieldsOnCorrectType</c>.</summary>
    public string Name { get; }

    /// <summary>The name in upper case with underscores, such as <c>FIELDS_ON_CORRECT_TYPE</c>: stable, for programs.</summary>
    public string Code { get; }

    /// <summary>The number of the specification's section; null for a rule that the specification does not have.</summary>
    public string? Section { get; }

    /// <summary>The address of that section in the September 2025 edition.</summary>
    public string? SpecifiedBy { get; }

    internal ValidationRule Create(ValidationContext context)
    {
        var rule = _create(context);
        rule.Definition = this;
        return rule;
    }

    private static string ToUpperSnakeCase(string name)
        => string.Concat(name.Select((c, i) => i > 0 && char.IsUpper(c) ? "_" + c : char.ToUpperInvariant(c).ToString()));
}
