namespace Headless.GraphQL.Execution.Processing;

/// <summary>
/// The parents that a selection set is resolved for, in response order: all of a level at once. Phase 2 meets them in the
/// same order, because <see cref="Offsets"/> says for each occurrence of the field above which parent is its first.
/// </summary>
internal sealed class WorkParents
{
    public List<object> Items { get; } = [];

    /// <summary>For each occurrence of the field above: the index of its first object in <see cref="Items"/>.</summary>
    public int[] Offsets { get; init; } = [];

    /// <summary>The next parent that phase 2 will meet.</summary>
    public int Cursor { get; set; }
}
