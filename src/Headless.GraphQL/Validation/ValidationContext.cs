using Headless.GraphQL.Language;
using Headless.GraphQL.Types;

namespace Headless.GraphQL.Validation;

/// <summary>What the rules share while one document is checked: the errors, the types around the current node, the document's fragments.</summary>
internal sealed class ValidationContext(Schema schema, DocumentNode document, ValidationOptions options, CancellationToken cancellationToken)
{
    private const string TooManyErrors = "Too many validation errors, error limit reached. Validation aborted.";
    private const string BudgetSpent = "Validation aborted.";

    /// <summary>Messages repeat names of the document, which may be as long as it is.</summary>
    private const int MaxMessageLength = 1_200;

    private readonly List<ValidationError> _errors = [];

    public Schema Schema { get; } = schema;

    public DocumentNode Document { get; } = document;

    public ValidationOptions Options { get; } = options;

    public CancellationToken CancellationToken { get; } = cancellationToken;

    public FragmentIndex Fragments { get; } = new(document);

    public VariableUsages VariableUsages => field ??= VariableUsages.Collect(this);

    public IReadOnlyList<ValidationError> Errors => _errors;

    /// <summary>Whether nothing more will be reported, so that the walk ends.</summary>
    public bool IsAborted { get; private set; }

    /// <summary>The type of the selection set around the node; null where it is unknown.</summary>
    public CompositeType? ParentType { get; set; }

    /// <summary>The type of the field, or of the operation or fragment, that the walk is in; null where it is unknown.</summary>
    public GraphQLType? Type { get; set; }

    /// <summary>The field that the walk is in, through its selection set too.</summary>
    public OutputField? Field { get; set; }

    /// <summary>The directive that the walk is in.</summary>
    public DirectiveType? Directive { get; set; }

    /// <summary>The argument that the walk is in.</summary>
    public InputField? Argument { get; set; }

    /// <summary>The type that the value which the walk is at must have; null where it is unknown.</summary>
    public GraphQLType? InputType { get; set; }

    /// <summary>The input object whose field the value directly is.</summary>
    public InputObjectType? ParentInputObject { get; set; }

    /// <summary>Whether the place of the value has a default (specification section 5.8.5, hasLocationDefaultValue).</summary>
    public bool HasLocationDefault { get; set; }

    /// <summary>The sentence that proposes known names for an unknown one, with a leading space; empty where the option is off.</summary>
    public string DidYouMean(string name, IEnumerable<string> known, string? lead = null)
        => Options.ShowSuggestions ? NameSuggestions.For(name, known, lead) : "";

    public void Report(ValidationRuleDefinition rule, string message, IReadOnlyList<SourceLocation> locations)
        => Report(new ValidationError(message, locations, rule.Code, rule.Section, rule.SpecifiedBy));

    public void Report(ValidationError error)
    {
        if (IsAborted)
        {
            return;
        }

        if (_errors.Count >= Options.MaxErrors)
        {
            Abort(TooManyErrors);
            return;
        }

        _errors.Add(error.Message.Length > MaxMessageLength ? error with { Message = error.Message[..MaxMessageLength] + "..." } : error);
    }

    /// <summary>Ends validation with an error because a rule would need more work than any sensible document does.</summary>
    public void AbortForCost() => Abort(BudgetSpent);

    private void Abort(string message)
    {
        if (!IsAborted)
        {
            IsAborted = true;
            if (_errors.Count >= Options.MaxErrors)
            {
                _errors.RemoveAt(_errors.Count - 1);
            }

            _errors.Add(new ValidationError(message, [], "VALIDATION_ABORTED", null, null));
        }
    }
}
