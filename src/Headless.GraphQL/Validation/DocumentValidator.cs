using Headless.GraphQL.Language;
using Headless.GraphQL.Types;
using Headless.GraphQL.Validation.Limits;

namespace Headless.GraphQL.Validation;

/// <summary>
/// Decides whether a document may be executed against a schema (specification section 5). The limits come first: they cost
/// time linear in the document, and what exceeds one is refused before any rule could be made to work for it.
/// </summary>
public sealed class DocumentValidator(ValidationOptions options)
{
    public DocumentValidator()
        : this(new ValidationOptions())
    {
    }

    /// <summary>The options that documents are held to.</summary>
    public ValidationOptions Options { get; } = options;

    /// <summary>Checks all definitions of the document.</summary>
    /// <returns>The errors, at most <see cref="ValidationOptions.MaxErrors"/>; empty for a valid document.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled meanwhile.</exception>
    public IReadOnlyList<ValidationError> Validate(Schema schema, DocumentNode document, CancellationToken cancellationToken = default)
        => Validate(schema, document, ValidationRules.Specified, cancellationToken);

    internal IReadOnlyList<ValidationError> Validate(
        Schema schema,
        DocumentNode document,
        IReadOnlyList<ValidationRuleDefinition> rules,
        CancellationToken cancellationToken = default)
    {
        var context = new ValidationContext(schema, document, Options, cancellationToken);
        DocumentLimits.Check(context);
        if (context.Errors.Count == 0)
        {
            var walker = new DocumentWalker(context, rules.Select(rule => rule.Create(context)).ToArray());
            walker.Walk(document);
        }

        return context.Errors;
    }
}
