using Headless.GraphQL.Language;
using Headless.GraphQL.Types;
using Headless.GraphQL.Validation;

namespace Headless.GraphQL.Tests.Validation;

/// <summary>An error as a test expects it: the whole message and every location.</summary>
internal sealed record Expected(string Message, params (int Line, int Column)[] Locations);

/// <summary>Checks documents with one rule alone, suggestions on and no limits.</summary>
internal sealed class RuleHarness(string ruleName, Schema? schema = null)
{
    private readonly ValidationRuleDefinition _rule = ValidationRules.Specified.Single(r => r.Name == ruleName);

    public void Accepts(string document) => Validate(document).ShouldBeEmpty();

    public void Rejects(string document, params Expected[] expected)
    {
        var errors = Validate(document);
        errors.Select(Describe).ShouldBe(expected.Select(e => Describe(e.Message, e.Locations)));
        errors.ShouldAllBe(e => e.Code == _rule.Code && e.Section == _rule.Section && e.SpecifiedBy == _rule.SpecifiedBy);
    }

    private IReadOnlyList<ValidationError> Validate(string document)
        => new DocumentValidator(ValidationOptions.Unlimited).Validate(
            schema ?? HarnessSchema.Schema,
            Utf8GraphQLParser.Parse(document),
            [_rule],
            TestContext.Current.CancellationToken);

    private static string Describe(ValidationError error)
        => Describe(error.Message, error.Locations.Select(static l => (l.Line, l.Column)));

    private static string Describe(string message, IEnumerable<(int Line, int Column)> locations)
        => $"{message} [{string.Join(", ", locations.Select(static l => $"{l.Line}:{l.Column}"))}]";
}
