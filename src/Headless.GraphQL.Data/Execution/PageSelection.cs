using Headless.GraphQL.Data.Projection;
using Headless.GraphQL.Execution.Planning;

namespace Headless.GraphQL.Data.Execution;

/// <summary>What a planned selection asks of a connection or a collection segment.</summary>
internal sealed class PageSelection
{
    private readonly List<FieldPlan> _rows = [];
    private readonly List<FieldPlan> _totals = [];

    private readonly List<SelectionSetPlan> _elements;
    private readonly bool _hasCursors;

    public PageSelection(FieldPlan page)
    {
        var elements = new List<SelectionSetPlan>();
        var hasCursors = false;
        foreach (var @field in page.SelectionSets.SelectMany(s => s.Fields))
        {
            switch (@field.Field.Name)
            {
                case "totalCount":
                    _totals.Add(@field);
                    continue;
                case "nodes" or "items":
                    elements.AddRange(@field.SelectionSets);
                    break;
                case "edges":
                    var ofEdges = @field.SelectionSets.SelectMany(s => s.Fields).ToList();
                    elements.AddRange(ofEdges.Where(f => f.Field.Name == "node").SelectMany(f => f.SelectionSets));
                    hasCursors |= ofEdges.Exists(f => f.Field.Name == "cursor");
                    break;
                case "pageInfo":
                    hasCursors |= @field.SelectionSets.SelectMany(s => s.Fields).Any(f => f.Field.Name is "startCursor" or "endCursor");
                    break;
                default:
                    continue;
            }

            _rows.Add(@field);
        }

        _elements = elements;
        _hasCursors = hasCursors;
    }

    /// <summary>Whether this request needs the page itself.</summary>
    public bool NeedsRows(FieldStepContext context) => _rows.Exists(context.IsIncluded);

    /// <summary>What is needed of the elements; their fields read from rows from now on where they can.</summary>
    public ElementSelection ReadElements() => new(_elements, _hasCursors);

    public bool NeedsTotal(FieldStepContext context) => _totals.Exists(context.IsIncluded);
}
