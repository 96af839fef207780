using Headless.GraphQL.Language;
using Headless.GraphQL.Types;

namespace Headless.GraphQL.Validation.Rules;

/// <summary>A subscription has one root field, always the same and not one of introspection (specification section 5.2.4.1).</summary>
internal sealed class SingleFieldSubscriptionsRule(ValidationContext context) : ValidationRule(context)
{
    public override void EnterOperation(OperationDefinitionNode operation)
    {
        if (operation.Operation != Language.OperationType.Subscription || Context.Schema.SubscriptionType is not { } rootType)
        {
            return;
        }

        var subscription = operation.Name is { } name ? $"Subscription \"{name.Value}\"" : "Anonymous Subscription";
        var root = RootSelection.Collect(Context, rootType, operation.SelectionSet);
        if (root.Conditions.Count > 0)
        {
            Report($"{subscription} must not use `@skip` or `@include` directives in the top level selection.", root.Conditions);
            return;
        }

        if (root.Groups.Count == 0)
        {
            Report($"{subscription} must select one top level field.", operation.SelectionSet);
        }
        else if (root.Groups.Count > 1)
        {
            Report($"{subscription} must select only one top level field.", root.Groups.Skip(1).SelectMany(static g => g));
        }

        foreach (var fields in root.Groups)
        {
            if (fields[0].Name.Value.StartsWith("__", StringComparison.Ordinal))
            {
                Report($"{subscription} must not select an introspection top level field.", fields);
            }
        }
    }

    /// <summary>The fields of the root selection set by response name (specification section 6.3, CollectSubscriptionFields).</summary>
    private sealed class RootSelection
    {
        private readonly Dictionary<string, List<FieldNode>> _byResponseName = new(StringComparer.Ordinal);

        public List<List<FieldNode>> Groups { get; } = [];

        /// <summary>The <c>@skip</c> or <c>@include</c> of each selection that has one; what it selects is not looked into.</summary>
        public List<DirectiveNode> Conditions { get; } = [];

        /// <summary>Goes through selections in document order with a stack of its own: a chain of fragments may be as long as the document.</summary>
        public static RootSelection Collect(ValidationContext context, ObjectType rootType, SelectionSetNode selectionSet)
        {
            var root = new RootSelection();
            var spread = new HashSet<string>(StringComparer.Ordinal);
            var pending = new Stack<IEnumerator<SelectionNode>>();
            pending.Push(selectionSet.Selections.GetEnumerator());
            while (pending.TryPeek(out var selections))
            {
                if (!selections.MoveNext())
                {
                    pending.Pop();
                    continue;
                }

                var selection = selections.Current;
                if (ConditionOf(selection) is { } condition)
                {
                    root.Conditions.Add(condition);
                    continue;
                }

                switch (selection)
                {
                    case FieldNode field:
                        root.Add(field);
                        break;
                    case InlineFragmentNode inline when inline.TypeCondition is null || Applies(context, inline.TypeCondition, rootType):
                        pending.Push(inline.SelectionSet.Selections.GetEnumerator());
                        break;
                    case FragmentSpreadNode { Name.Value: var name }
                        when context.Fragments.Find(name) is { } fragment && Applies(context, fragment.TypeCondition, rootType) && spread.Add(name):
                        pending.Push(fragment.SelectionSet.Selections.GetEnumerator());
                        break;
                }
            }

            return root;
        }

        private static bool Applies(ValidationContext context, NamedTypeNode condition, ObjectType rootType)
            => context.Schema.TryGetType(condition.Name.Value, out var type)
                && (ReferenceEquals(type, rootType) || (type is CompositeType composite && TypeComparison.IsMember(rootType, composite)));

        private void Add(FieldNode field)
        {
            if (!_byResponseName.TryGetValue(field.ResponseName, out var group))
            {
                group = [];
                _byResponseName.Add(field.ResponseName, group);
                Groups.Add(group);
            }

            group.Add(field);
        }

        private static DirectiveNode? ConditionOf(SelectionNode selection)
            => selection.Directives.FirstOrDefault(static d => d.Name.Value == "skip")
                ?? selection.Directives.FirstOrDefault(static d => d.Name.Value == "include");
    }
}
