using Headless.GraphQL.Language;

namespace Headless.GraphQL.Validation;

/// <summary>A reason why a document is not executed: a rule of the specification that it breaks, or a limit that it exceeds.</summary>
/// <param name="Message">For the client developer; the reference implementation's words where it has the rule.</param>
/// <param name="Locations">The nodes that the message is about, in the reference implementation's order.</param>
/// <param name="Code">The rule's stable name in upper case, for <c>extensions.code</c>: see <see cref="ValidationRuleDefinition.Code"/>.</param>
/// <param name="Section">The number of the specification's section, such as <c>5.3.1</c>; null for limits, which are not the specification's.</param>
/// <param name="SpecifiedBy">The address of that section, for <c>extensions.specifiedBy</c>; null for limits.</param>
public sealed record ValidationError(
    string Message,
    IReadOnlyList<SourceLocation> Locations,
    string Code,
    string? Section,
    string? SpecifiedBy);
