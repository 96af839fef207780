using Headless.GraphQL.Language;
using Headless.GraphQL.Types;

namespace Headless.GraphQL.Validation;

/// <summary>
/// Walks the executable definitions of a document once, each fragment where it is defined and never where it is spread, keeps
/// the types around the current node in the context and calls every rule. It recurses as deep as the parser lets a document be.
/// </summary>
internal sealed class DocumentWalker(ValidationContext context, ValidationRule[] rules)
{
    public void Walk(DocumentNode document)
    {
        foreach (var rule in rules)
        {
            rule.EnterDocument(document);
        }

        foreach (var definition in document.Definitions)
        {
            context.CancellationToken.ThrowIfCancellationRequested();
            if (context.IsAborted)
            {
                return;
            }

            WalkDefinition(definition);
        }

        foreach (var rule in rules)
        {
            rule.LeaveDocument(document);
        }
    }

    public void WalkDefinition(DefinitionNode definition)
    {
        switch (definition)
        {
            case OperationDefinitionNode operation:
                WalkOperation(operation);
                break;
            case FragmentDefinitionNode fragment:
                WalkFragmentDefinition(fragment);
                break;
        }
    }

    private void WalkOperation(OperationDefinitionNode operation)
    {
        context.Type = context.Schema.GetRootType(operation.Operation);
        foreach (var rule in rules)
        {
            rule.EnterOperation(operation);
        }

        foreach (var variable in operation.VariableDefinitions)
        {
            WalkVariableDefinition(variable);
        }

        WalkDirectives(operation.Directives, operation.Operation switch
        {
            Language.OperationType.Query => DirectiveLocations.Query,
            Language.OperationType.Mutation => DirectiveLocations.Mutation,
            _ => DirectiveLocations.Subscription,
        });
        WalkSelectionSet(operation.SelectionSet, isInline: false);
        foreach (var rule in rules)
        {
            rule.LeaveOperation(operation);
        }

        context.Type = null;
    }

    private void WalkFragmentDefinition(FragmentDefinitionNode fragment)
    {
        context.Type = OutputTypeOf(fragment.TypeCondition);
        foreach (var rule in rules)
        {
            rule.EnterFragmentDefinition(fragment);
        }

        WalkType(fragment.TypeCondition);
        WalkDirectives(fragment.Directives, DirectiveLocations.FragmentDefinition);
        WalkSelectionSet(fragment.SelectionSet, isInline: false);
        context.Type = null;
    }

    private void WalkVariableDefinition(VariableDefinitionNode variable)
    {
        context.InputType = context.Schema.FindType(variable.Type) is { IsInput: true } type ? type : null;
        foreach (var rule in rules)
        {
            rule.EnterVariableDefinition(variable);
        }

        WalkType(variable.Type);
        if (variable.DefaultValue is not null)
        {
            WalkWholeValue(variable.DefaultValue);
        }

        WalkDirectives(variable.Directives, DirectiveLocations.VariableDefinition);
        context.InputType = null;
    }

    private void WalkType(TypeNode type)
    {
        switch (type)
        {
            case NamedTypeNode named:
                foreach (var rule in rules)
                {
                    rule.EnterNamedType(named);
                }

                break;
            case ListTypeNode list:
                WalkType(list.Type);
                break;
            case NonNullTypeNode nonNull:
                WalkType(nonNull.Type);
                break;
        }
    }

    private void WalkSelectionSet(SelectionSetNode selectionSet, bool isInline)
    {
        var outerParent = context.ParentType;
        context.ParentType = context.Type?.Named as CompositeType;
        if (!isInline)
        {
            foreach (var rule in rules)
            {
                rule.EnterSelectionSet(selectionSet);
            }
        }

        foreach (var selection in selectionSet.Selections)
        {
            if (context.IsAborted)
            {
                break;
            }

            switch (selection)
            {
                case FieldNode field:
                    WalkField(field);
                    break;
                case FragmentSpreadNode spread:
                    WalkFragmentSpread(spread);
                    break;
                case InlineFragmentNode inline:
                    WalkInlineFragment(inline);
                    break;
            }
        }

        context.ParentType = outerParent;
    }

    private void WalkField(FieldNode node)
    {
        var (outerType, outerField) = (context.Type, context.Field);
        context.Field = context.ParentType is { } parent ? IntrospectionTypes.FindField(context.Schema, parent, node.Name.Value) : null;
        context.Type = context.Field?.Type is { IsOutput: true } type ? type : null;
        foreach (var rule in rules)
        {
            rule.EnterField(node);
        }

        foreach (var argument in node.Arguments)
        {
            WalkArgument(argument, isFieldArgument: true);
        }

        WalkDirectives(node.Directives, DirectiveLocations.Field);
        if (node.SelectionSet is not null)
        {
            WalkSelectionSet(node.SelectionSet, isInline: false);
        }

        foreach (var rule in rules)
        {
            rule.LeaveField(node);
        }

        (context.Type, context.Field) = (outerType, outerField);
    }

    private void WalkFragmentSpread(FragmentSpreadNode spread)
    {
        foreach (var rule in rules)
        {
            rule.EnterFragmentSpread(spread);
        }

        WalkDirectives(spread.Directives, DirectiveLocations.FragmentSpread);
    }

    private void WalkInlineFragment(InlineFragmentNode fragment)
    {
        var outerType = context.Type;
        context.Type = fragment.TypeCondition is { } condition ? OutputTypeOf(condition) : outerType?.Named;
        foreach (var rule in rules)
        {
            rule.EnterInlineFragment(fragment);
        }

        if (fragment.TypeCondition is not null)
        {
            WalkType(fragment.TypeCondition);
        }

        WalkDirectives(fragment.Directives, DirectiveLocations.InlineFragment);
        WalkSelectionSet(fragment.SelectionSet, isInline: true);
        context.Type = outerType;
    }

    private void WalkDirectives(IReadOnlyList<DirectiveNode> directives, DirectiveLocations location)
    {
        foreach (var directive in directives)
        {
            context.Directive = context.Schema.TryGetDirective(directive.Name.Value, out var type) ? type : null;
            foreach (var rule in rules)
            {
                rule.EnterDirective(directive, location);
            }

            foreach (var argument in directive.Arguments)
            {
                WalkArgument(argument, isFieldArgument: false);
            }

            foreach (var rule in rules)
            {
                rule.LeaveDirective(directive);
            }

            context.Directive = null;
        }
    }

    private void WalkArgument(ArgumentNode node, bool isFieldArgument)
    {
        var outerInputType = context.InputType;
        var arguments = context.Directive?.Arguments ?? context.Field?.Arguments;
        context.Argument = arguments is not null && arguments.TryGet(node.Name.Value, out var argument) ? argument : null;
        context.InputType = context.Argument?.Type is { IsInput: true } type ? type : null;
        context.HasLocationDefault = context.Argument?.DefaultValue is not null;
        if (isFieldArgument)
        {
            foreach (var rule in rules)
            {
                rule.EnterFieldArgument(node);
            }
        }

        WalkWholeValue(node.Value);
        context.Argument = null;
        context.InputType = outerInputType;
        context.HasLocationDefault = false;
    }

    private void WalkWholeValue(ValueNode value)
    {
        foreach (var rule in rules)
        {
            rule.EnterValue(value);
        }

        WalkValue(value);
    }

    private void WalkValue(ValueNode value)
    {
        switch (value)
        {
            case VariableNode variable:
                foreach (var rule in rules)
                {
                    rule.EnterVariable(variable);
                }

                break;
            case ListValueNode list:
                WalkList(list);
                break;
            case ObjectValueNode map:
                WalkObject(map);
                break;
        }
    }

    private void WalkList(ListValueNode list)
    {
        var (outerType, outerObject, outerDefault) = (context.InputType, context.ParentInputObject, context.HasLocationDefault);
        context.InputType = (outerType?.Nullable as ListType)?.OfType;
        context.ParentInputObject = null;
        context.HasLocationDefault = false;
        foreach (var item in list.Values)
        {
            WalkValue(item);
        }

        (context.InputType, context.ParentInputObject, context.HasLocationDefault) = (outerType, outerObject, outerDefault);
    }

    private void WalkObject(ObjectValueNode map)
    {
        var (outerType, outerObject, outerDefault) = (context.InputType, context.ParentInputObject, context.HasLocationDefault);
        var objectType = outerType?.Named as InputObjectType;
        foreach (var rule in rules)
        {
            rule.EnterObjectValue(map);
        }

        foreach (var fieldNode in map.Fields)
        {
            var inputField = objectType is not null && objectType.Fields.TryGet(fieldNode.Name.Value, out var found) ? found : null;
            context.InputType = inputField?.Type is { IsInput: true } type ? type : null;
            context.ParentInputObject = objectType;
            context.HasLocationDefault = inputField?.DefaultValue is not null;
            foreach (var rule in rules)
            {
                rule.EnterObjectField(fieldNode);
            }

            WalkValue(fieldNode.Value);
        }

        (context.InputType, context.ParentInputObject, context.HasLocationDefault) = (outerType, outerObject, outerDefault);
        foreach (var rule in rules)
        {
            rule.LeaveObjectValue(map);
        }
    }

    private GraphQLType? OutputTypeOf(NamedTypeNode condition)
        => context.Schema.TryGetType(condition.Name.Value, out var type) && type.IsOutput ? type : null;
}
