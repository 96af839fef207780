using Headless.GraphQL.Language;
using Headless.GraphQL.Types;

namespace Headless.GraphQL.Validation;

/// <summary>A place where a variable is used.</summary>
/// <param name="Node">The variable at that place.</param>
/// <param name="Type">The type that the place expects; null where it is unknown.</param>
/// <param name="ParentInputObject">The input object whose field the variable directly is.</param>
/// <param name="HasLocationDefault">Whether the place has a default.</param>
internal sealed record VariableUsage(VariableNode Node, GraphQLType? Type, InputObjectType? ParentInputObject, bool HasLocationDefault);

/// <summary>Where the operations and fragments of a document use variables. Rules on an operation need those of fragments that stand after it, so they are collected first.</summary>
internal sealed class VariableUsages
{
    private readonly Dictionary<DefinitionNode, List<VariableUsage>> _byDefinition = new(ReferenceEqualityComparer.Instance);
    private readonly ValidationContext _context;
    private long _remainingWork = 1_000_000;

    private VariableUsages(ValidationContext context) => _context = context;

    public static VariableUsages Collect(ValidationContext context)
    {
        var usages = new VariableUsages(context);
        var collecting = new ValidationContext(context.Schema, context.Document, context.Options, context.CancellationToken);
        var collector = new Collector(collecting);
        var walker = new DocumentWalker(collecting, [collector]);
        foreach (var definition in context.Document.Definitions)
        {
            if (definition is ExecutableDefinitionNode)
            {
                walker.WalkDefinition(definition);
                if (collector.Take() is { } found)
                {
                    usages._byDefinition[definition] = found;
                }
            }
        }

        return usages;
    }

    /// <summary>The usages of an operation, then those of every fragment that it reaches. Ends validation where thousands of operations share thousands of usages.</summary>
    public IEnumerable<VariableUsage> Of(OperationDefinitionNode operation)
    {
        if (_byDefinition.Count == 0)
        {
            return [];
        }

        var usages = new List<VariableUsage>(_byDefinition.GetValueOrDefault(operation) ?? []);
        var fragments = _context.Fragments.GetReachable(operation);
        foreach (var fragment in fragments)
        {
            if (_byDefinition.TryGetValue(fragment, out var found))
            {
                usages.AddRange(found);
            }
        }

        _remainingWork -= usages.Count + fragments.Count;
        if (_remainingWork < 0)
        {
            _context.AbortForCost();
            return [];
        }

        return usages;
    }

    private sealed class Collector(ValidationContext context) : ValidationRule(context)
    {
        private List<VariableUsage>? _usages;

        public List<VariableUsage>? Take()
        {
            var usages = _usages;
            _usages = null;
            return usages;
        }

        public override void EnterVariable(VariableNode variable)
            => (_usages ??= []).Add(new VariableUsage(variable, Context.InputType, Context.ParentInputObject, Context.HasLocationDefault));
    }
}
