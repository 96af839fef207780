using System.Collections.Concurrent;
using Headless.GraphQL.Execution.Coercion;
using Headless.GraphQL.Execution.CostAnalysis;
using Headless.GraphQL.Language;
using Headless.GraphQL.Types;

namespace Headless.GraphQL.Execution.Planning;

/// <summary>Plans the operations of validated documents.</summary>
internal sealed class OperationPlanner(Schema schema, RequestOptions options)
{
    /// <summary>How many selections may be looked at for each field that may be planned.</summary>
    private const int VisitsPerField = 10;

    private readonly ConcurrentDictionary<EnumType, EnumResultWriter> _enumWriters = new();

    /// <summary>Plans one operation of a document that passed validation.</summary>
    /// <exception cref="GraphQLException">There is no such operation, or it exceeds a limit: a request error.</exception>
    public OperationPlan Plan(DocumentNode document, string? operationName)
    {
        var operation = GetOperation(document, operationName);
        var rootType = schema.GetRootType(operation.Operation)
            ?? throw RequestError($"Schema is not configured to execute {KindName(operation.Operation)} operation.", ErrorCodes.OperationNotFound, operation);
        var fragments = new Dictionary<string, FragmentDefinitionNode>(StringComparer.Ordinal);
        foreach (var definition in document.Definitions)
        {
            if (definition is FragmentDefinitionNode fragment)
            {
                fragments.TryAdd(fragment.Name.Value, fragment);
            }
        }

        var build = new Build(this, new SelectionCollector(schema, fragments, options.MaxPlannedFields * VisitsPerField));
        var root = build.CreateSelectionSet(rootType, null, [new ConditionalSelectionSet(operation.SelectionSet, 0)], 1);
        CreateSteps(root);
        var plan = new OperationPlan(schema, operation, root, CreateVariables(operation), build.Conditions, OperationCost.Of(root)) { FieldCount = build.FieldCount };
        AssignStorage(plan, root);
        return plan;
    }

    internal static GraphQLException TooLarge(string message) => RequestError(message, ErrorCodes.OperationTooLarge, null);

    private static OperationDefinitionNode GetOperation(DocumentNode document, string? name)
    {
        OperationDefinitionNode? found = null;
        foreach (var definition in document.Definitions)
        {
            if (definition is not OperationDefinitionNode operation)
            {
                continue;
            }

            if (name is not null)
            {
                if (operation.Name?.Value == name)
                {
                    return operation;
                }
            }
            else if (found is not null)
            {
                throw RequestError("Must provide operation name if query contains multiple operations.", ErrorCodes.OperationNotFound, null);
            }
            else
            {
                found = operation;
            }
        }

        return found
            ?? throw RequestError(name is null ? "Must provide an operation." : $"Unknown operation named \"{name}\".", ErrorCodes.OperationNotFound, null);
    }

    private static GraphQLException RequestError(string message, string code, SyntaxNode? node)
    {
        var builder = ErrorBuilder.New().SetMessage(message).SetCode(code);
        return new GraphQLException((node is null ? builder : builder.AddLocation(node)).Build());
    }

    private static string KindName(Language.OperationType kind) => kind switch
    {
        Language.OperationType.Query => "query",
        Language.OperationType.Mutation => "mutation",
        _ => "subscription",
    };

    private VariableDefinition[] CreateVariables(OperationDefinitionNode operation)
    {
        if (operation.VariableDefinitions.Count == 0)
        {
            return [];
        }

        var variables = new VariableDefinition[operation.VariableDefinitions.Count];
        for (var i = 0; i < variables.Length; i++)
        {
            var node = operation.VariableDefinitions[i];
            variables[i] = new VariableDefinition(node, Resolve(node.Type, node));
        }

        return variables;
    }

    private GraphQLType Resolve(TypeNode node, VariableDefinitionNode variable) => node switch
    {
        NonNullTypeNode nonNull => new NonNullType(Resolve(nonNull.Type, variable)),
        ListTypeNode list => new ListType(Resolve(list.Type, variable)),
        NamedTypeNode named when schema.TryGetType(named.Name.Value, out var type) && type.IsInput => type,
        _ => throw RequestError(
            $"Variable \"${variable.Variable.Name.Value}\" expected value of type \"{variable.Type}\" which cannot be used as an input type.",
            ErrorCodes.InvalidVariables,
            variable.Type),
    };

    /// <summary>Lets the planners of fields take over, ancestors first, because they may provide what is below them.</summary>
    private static void CreateSteps(SelectionSetPlan selectionSet)
    {
        foreach (var field in selectionSet.Fields)
        {
            if (field.ConstantResult is null && !field.IsReadFromParent)
            {
                if (field.Field.Features.Get<IFieldPlanner>() is { } planner)
                {
                    field.Step = planner.CreateStep(field);
                    field.Execution = FieldExecution.Step;
                }
                else if (field.Field.Resolver is not null)
                {
                    field.Execution = FieldExecution.Resolver;
                }
                else if (field.Accessor is null)
                {
                    field.ReadFrom(DefaultAccessor(field.Field.Name));
                }
            }

            foreach (var child in field.SelectionSets)
            {
                CreateSteps(child);
            }
        }
    }

    /// <summary>For fields of schemas that were built from SDL: parents are dictionaries.</summary>
    private static Func<object, object?> DefaultAccessor(string name) => parent => parent switch
    {
        IReadOnlyDictionary<string, object?> values => values.GetValueOrDefault(name),
        IDictionary<string, object?> values => values.TryGetValue(name, out var value) ? value : null,
        _ => null,
    };

    private static bool AssignStorage(OperationPlan plan, SelectionSetPlan selectionSet)
    {
        var hasWork = false;
        foreach (var field in selectionSet.Fields)
        {
            var work = field.Execution != FieldExecution.Pure;
            foreach (var child in field.SelectionSets)
            {
                work |= AssignStorage(plan, child);
            }

            if (work)
            {
                field.WorkSelectionSets = [.. field.SelectionSets.Where(s => s.HasWork)];
                field.StorageIndex = plan.StorageCount++;
                hasWork = true;
            }
            else if (field.TypedAccessor is { } accessor && field.Shape.Item is null && field.Shape.Composite is null)
            {
                field.LeafWriter = LeafWriter.Create(accessor, field.Field.Type.Named);
            }
        }

        if (hasWork)
        {
            selectionSet.WorkIndex = plan.WorkCount++;
        }

        return hasWork;
    }

    private EnumResultWriter GetEnumWriter(EnumType type) => _enumWriters.GetOrAdd(type, static t => new EnumResultWriter(t));

    /// <summary>The planning of one operation.</summary>
    private sealed class Build(OperationPlanner planner, SelectionCollector collector)
    {
        private int _fields;

        public IncludeCondition[] Conditions => collector.Conditions;

        public int FieldCount => _fields;

        public SelectionSetPlan CreateSelectionSet(ObjectType type, FieldPlan? parent, IReadOnlyList<ConditionalSelectionSet> selectionSets, int depth)
        {
            if (depth > planner.Options.MaxPlanDepth)
            {
                throw TooLarge($"The operation is nested deeper than {planner.Options.MaxPlanDepth} selection sets once its fragments are expanded.");
            }

            var collected = collector.Collect(type, selectionSets);
            var fields = new List<FieldPlan>(collected.Count);
            List<FieldOccurrence>? occurrences = collected.Exists(static c => c.Masks[0] != 0 && c.Masks.Exists(m => m != c.Masks[0])) ? [] : null;
            foreach (var field in collected)
            {
                // Validation has refused unknown fields; graphql-js leaves them out, too.
                if (planner.FindField(type, field.Nodes[0].Name.Value) is { } definition)
                {
                    var plan = CreateField(type, field, definition, depth);
                    fields.Add(plan);
                    occurrences?.AddRange(field.Positions.Zip(field.Masks, (position, mask) => new FieldOccurrence(plan, position, mask)));
                }
            }

            return new SelectionSetPlan(type, parent, [.. fields], occurrences);
        }

        private FieldPlan CreateField(ObjectType type, CollectedField collected, OutputField definition, int depth)
        {
            if (++_fields > planner.Options.MaxPlannedFields)
            {
                throw TooLarge($"The operation has more than {planner.Options.MaxPlannedFields} fields once its fragments are expanded.");
            }

            var field = new FieldPlan(collected, definition, OutputShape.Of(definition.Type, planner.GetEnumWriter))
            {
                ConstantResult = ReferenceEquals(definition, IntrospectionTypes.TypeNameMetaField) ? EnumResultWriter.Quote(type.Name) : null,
            };
            if (!field.HasVariableArguments)
            {
                try
                {
                    field.ConstantArguments = ArgumentCoercer.Coerce(definition, collected.Nodes[0], VariableValues.Empty, planner.Options);
                }
                catch (GraphQLException)
                {
                    // An error of the field: it is raised where the field is executed, at its path.
                }
            }

            if (definition.Type.Named is CompositeType composite)
            {
                // Where all nodes stand under the same conditions, their children need not repeat them.
                var sameMask = collected.Masks.TrueForAll(m => m == collected.Masks[0]);
                var selectionSets = new List<ConditionalSelectionSet>(collected.Nodes.Count);
                for (var i = 0; i < collected.Nodes.Count; i++)
                {
                    if (collected.Nodes[i].SelectionSet is { } node)
                    {
                        selectionSets.Add(new ConditionalSelectionSet(node, sameMask ? 0 : collected.Masks[i]));
                    }
                }

                foreach (var possibleType in planner.Schema.GetPossibleTypes(composite))
                {
                    field.Add(CreateSelectionSet(possibleType, field, selectionSets, depth + 1));
                }
            }

            return field;
        }
    }

    private RequestOptions Options => options;

    private Schema Schema => schema;

    private OutputField? FindField(ObjectType type, string name) => IntrospectionTypes.FindField(schema, type, name);
}
