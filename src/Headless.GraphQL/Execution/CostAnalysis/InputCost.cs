using Headless.GraphQL.Execution.Coercion;
using Headless.GraphQL.Language;
using Headless.GraphQL.Types;

namespace Headless.GraphQL.Execution.CostAnalysis;

/// <summary>
/// What the given arguments of a field cost: the weight of each, and of each input field in its value. What literals say is added
/// up once for a plan; what variables hold, for each request from their values.
/// </summary>
internal sealed class InputCost
{
    private readonly List<(string Variable, double Weight)> _variables = [];

    private InputCost()
    {
    }

    /// <summary>The part that no variable changes.</summary>
    public double Constant { get; private set; }

    public bool IsConstant => _variables.Count == 0;

    public static InputCost Of(OutputField field, FieldNode node)
    {
        var cost = new InputCost();
        foreach (var argument in node.Arguments)
        {
            if (field.Arguments.TryGet(argument.Name.Value, out var definition))
            {
                cost.Add(definition, argument.Value);
            }
        }

        return cost;
    }

    /// <summary>The cost under the variables of a request.</summary>
    public double Evaluate(VariableValues variables)
    {
        var cost = Constant;
        foreach (var (name, weight) in _variables)
        {
            if (variables.TryGet(name, out var value))
            {
                cost += weight + CostOf(value);
            }
        }

        return cost;
    }

    private static double WeightOf(InputField field)
        => CostDirectives.WeightOf(field) ?? (field.Type.Named is InputObjectType ? 1 : 0);

    /// <summary>The literal's depth is bounded by the parser.</summary>
    private void Add(InputField definition, ValueNode value)
    {
        if (value is VariableNode variable)
        {
            // Given or not is for the request to say, and with it the weight.
            var weight = WeightOf(definition);
            if (weight != 0 || definition.Type.Named is InputObjectType)
            {
                _variables.Add((variable.Name.Value, weight));
            }
        }
        else
        {
            Constant += WeightOf(definition);
            AddContent(definition.Type, value);
        }
    }

    private void AddContent(GraphQLType type, ValueNode value)
    {
        switch (value)
        {
            case VariableNode variable when type.Named is InputObjectType:
                _variables.Add((variable.Name.Value, 0));
                break;
            case ListValueNode list:
                foreach (var item in list.Values)
                {
                    AddContent(type, item);
                }

                break;
            case ObjectValueNode obj when type.Named is InputObjectType input:
                foreach (var field in obj.Fields)
                {
                    if (input.Fields.TryGet(field.Name.Value, out var definition))
                    {
                        Add(definition, field.Value);
                    }
                }

                break;
        }
    }

    /// <summary>A coerced value's depth is bounded by <see cref="RequestOptions.MaxVariableDepth"/>.</summary>
    private static double CostOf(object? value)
    {
        var cost = 0.0;
        switch (value)
        {
            case InputObjectValue obj:
                // By index: the collection's enumerator would be an allocation.
                for (var i = 0; i < obj.Type.Fields.Count; i++)
                {
                    if (obj.TryGet(obj.Type.Fields[i].Name, out var content))
                    {
                        cost += WeightOf(obj.Type.Fields[i]) + CostOf(content);
                    }
                }

                break;
            case List<object?> list:
                foreach (var item in list)
                {
                    cost += CostOf(item);
                }

                break;
        }

        return cost;
    }
}
