using Headless.GraphQL.Data.Projection;
using Headless.GraphQL.Execution.Planning;

namespace Headless.GraphQL.Data.Execution;

/// <summary>What a planned selection asks of a connection.</summary>
internal sealed class ConnectionSelection
{
    private readonly List<FieldPlan> _rows = [];
    private readonly List<FieldPlan> _totals = [];

    public ConnectionSelection(FieldPlan connection)
    {
        var elements = new List<SelectionSetPlan>();
        foreach (var @field in connection.SelectionSets.SelectMany(s => s.Fields))
        {
            switch (@field.Field.Name)
            {
                case "totalCount":
                    _totals.Add(@field);
                    continue;
                case "nodes":
                    elements.AddRange(@field.SelectionSets);
                    break;
                case "edges":
                    elements.AddRange(@field.SelectionSets.SelectMany(s => s.Fields).Where(f => f.Field.Name == "node").SelectMany(f => f.SelectionSets));
                    break;
                case "pageInfo":
                    break;
                default:
                    continue;
            }

            _rows.Add(@field);
        }

        Elements = SelectionReader.Read(elements);
    }

    /// <summary>What is needed of the elements.</summary>
    public SelectedMembers Elements { get; }

    /// <summary>Whether this request needs the page itself.</summary>
    public bool NeedsRows(FieldStepContext context) => _rows.Exists(context.IsIncluded);

    public bool NeedsTotal(FieldStepContext context) => _totals.Exists(context.IsIncluded);
}
