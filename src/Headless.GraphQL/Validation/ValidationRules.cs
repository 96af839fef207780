using Headless.GraphQL.Validation.Rules;

namespace Headless.GraphQL.Validation;

/// <summary>The rules of the specification's section 5, one line each, in the order in which their errors are clearest: the reference implementation's.</summary>
public static class ValidationRules
{
    public static IReadOnlyList<ValidationRuleDefinition> Specified { get; } =
    [
        new("ExecutableDefinitions", "5.1.1", "Executable-Definitions", static c => new ExecutableDefinitionsRule(c)),
        new("KnownOperationTypes", "5.2.1.1", "Operation-Type-Existence", static c => new KnownOperationTypesRule(c)),
        new("UniqueOperationNames", "5.2.2.1", "Operation-Name-Uniqueness", static c => new UniqueOperationNamesRule(c)),
        new("LoneAnonymousOperation", "5.2.3.1", "Lone-Anonymous-Operation", static c => new LoneAnonymousOperationRule(c)),
        new("SingleFieldSubscriptions", "5.2.4.1", "Single-Root-Field", static c => new SingleFieldSubscriptionsRule(c)),
        new("KnownTypeNames", "5.5.1.2", "Fragment-Spread-Type-Existence", static c => new KnownTypeNamesRule(c)),
        new("FragmentsOnCompositeTypes", "5.5.1.3", "Fragments-on-Object-Interface-or-Union-Types", static c => new FragmentsOnCompositeTypesRule(c)),
        new("VariablesAreInputTypes", "5.8.2", "Variables-Are-Input-Types", static c => new VariablesAreInputTypesRule(c)),
        new("ScalarLeafs", "5.3.3", "Leaf-Field-Selections", static c => new ScalarLeafsRule(c)),
        new("FieldsOnCorrectType", "5.3.1", "Field-Selections", static c => new FieldsOnCorrectTypeRule(c)),
        new("UniqueFragmentNames", "5.5.1.1", "Fragment-Name-Uniqueness", static c => new UniqueFragmentNamesRule(c)),
        new("KnownFragmentNames", "5.5.2.1", "Fragment-Spread-Target-Defined", static c => new KnownFragmentNamesRule(c)),
        new("NoUnusedFragments", "5.5.1.4", "Fragments-Must-Be-Used", static c => new NoUnusedFragmentsRule(c)),
        new("PossibleFragmentSpreads", "5.5.2.3", "Fragment-Spread-Is-Possible", static c => new PossibleFragmentSpreadsRule(c)),
        new("NoFragmentCycles", "5.5.2.2", "Fragment-Spreads-Must-Not-Form-Cycles", static c => new NoFragmentCyclesRule(c)),
        new("UniqueVariableNames", "5.8.1", "Variable-Uniqueness", static c => new UniqueVariableNamesRule(c)),
        new("NoUndefinedVariables", "5.8.3", "All-Variable-Uses-Defined", static c => new NoUndefinedVariablesRule(c)),
        new("NoUnusedVariables", "5.8.4", "All-Variables-Used", static c => new NoUnusedVariablesRule(c)),
        new("KnownDirectives", "5.7.1", "Directives-Are-Defined", static c => new KnownDirectivesRule(c)),
        new("UniqueDirectivesPerLocation", "5.7.3", "Directives-Are-Unique-per-Location", static c => new UniqueDirectivesPerLocationRule(c)),
        new("KnownArgumentNames", "5.4.1", "Argument-Names", static c => new KnownArgumentNamesRule(c)),
        new("UniqueArgumentNames", "5.4.2", "Argument-Uniqueness", static c => new UniqueArgumentNamesRule(c)),
        new("ValuesOfCorrectType", "5.6.1", "Values-of-Correct-Type", static c => new ValuesOfCorrectTypeRule(c)),
        new("ProvidedRequiredArguments", "5.4.3", "Required-Arguments", static c => new ProvidedRequiredArgumentsRule(c)),
        new("VariablesInAllowedPosition", "5.8.5", "All-Variable-Usages-Are-Allowed", static c => new VariablesInAllowedPositionRule(c)),
        new("OverlappingFieldsCanBeMerged", "5.3.2", "Field-Selection-Merging", static c => new OverlappingFieldsCanBeMergedRule(c)),
        new("UniqueInputFieldNames", "5.6.3", "Input-Object-Field-Uniqueness", static c => new UniqueInputFieldNamesRule(c)),
        new("MaxIntrospectionDepth", null, null, static c => new MaxIntrospectionDepthRule(c)),
    ];
}
