using Headless.GraphQL.Data.Rows;
using Headless.GraphQL.Execution.Planning;

namespace Headless.GraphQL.Data.Projection;

/// <summary>What a planned selection needs of its elements, found when it is planned.</summary>
internal sealed class ElementSelection
{
    /// <param name="selectionSets">The selections on the elements.</param>
    /// <param name="hasCursors">Whether cursors of the elements are selected.</param>
    public ElementSelection(IReadOnlyList<SelectionSetPlan> selectionSets, bool hasCursors)
    {
        Members = SelectionReader.Read(selectionSets);
        HasCursors = hasCursors;
        Rows = Members.IncludesAll ? null : RowShapeReader.Read(selectionSets);
    }

    /// <summary>The properties, for entities.</summary>
    public SelectedMembers Members { get; }

    /// <summary>The columns, for rows; null where something needs entities.</summary>
    public RowShape? Rows { get; }

    public bool HasCursors { get; }
}
