using Headless.GraphQL.Language;
using Headless.GraphQL.Types;

namespace Headless.GraphQL.Validation;

/// <summary>
/// A rule while it checks one document. <see cref="DocumentWalker"/> walks the document once and calls every rule at every
/// node, in the order of <see cref="ValidationRules.Specified"/>; the types around the node are in <see cref="Context"/>.
/// </summary>
internal abstract class ValidationRule(ValidationContext context)
{
    protected ValidationContext Context { get; } = context;

    /// <summary>The rule's place in the list of rules; gives its errors their code and section.</summary>
    public ValidationRuleDefinition Definition { get; set; } = null!;

    public virtual void EnterDocument(DocumentNode document)
    {
    }

    public virtual void LeaveDocument(DocumentNode document)
    {
    }

    public virtual void EnterOperation(OperationDefinitionNode operation)
    {
    }

    public virtual void LeaveOperation(OperationDefinitionNode operation)
    {
    }

    public virtual void EnterFragmentDefinition(FragmentDefinitionNode fragment)
    {
    }

    public virtual void EnterVariableDefinition(VariableDefinitionNode variable)
    {
    }

    /// <summary>Called for the selection sets of operations, fragment definitions and fields; those of inline fragments belong to the set around them.</summary>
    public virtual void EnterSelectionSet(SelectionSetNode selectionSet)
    {
    }

    public virtual void EnterField(FieldNode field)
    {
    }

    public virtual void LeaveField(FieldNode field)
    {
    }

    public virtual void EnterFragmentSpread(FragmentSpreadNode spread)
    {
    }

    public virtual void EnterInlineFragment(InlineFragmentNode fragment)
    {
    }

    public virtual void EnterDirective(DirectiveNode directive, DirectiveLocations location)
    {
    }

    public virtual void LeaveDirective(DirectiveNode directive)
    {
    }

    /// <summary>Called for the arguments of fields, not for those of directives.</summary>
    public virtual void EnterFieldArgument(ArgumentNode argument)
    {
    }

    /// <summary>Called for the whole value of an argument or of a default, not for the values inside it.</summary>
    public virtual void EnterValue(ValueNode value)
    {
    }

    public virtual void EnterObjectValue(ObjectValueNode value)
    {
    }

    public virtual void LeaveObjectValue(ObjectValueNode value)
    {
    }

    public virtual void EnterObjectField(ObjectFieldNode field)
    {
    }

    /// <summary>Called inside arguments, for values that are or hold a variable.</summary>
    public virtual void EnterVariable(VariableNode variable)
    {
    }

    public virtual void EnterNamedType(NamedTypeNode type)
    {
    }

    protected void Report(string message, SyntaxNode node) => Context.Report(Definition, message, [node.Location]);

    protected void Report(string message, IEnumerable<SyntaxNode> nodes)
        => Context.Report(Definition, message, nodes.Select(static n => n.Location).ToArray());
}
