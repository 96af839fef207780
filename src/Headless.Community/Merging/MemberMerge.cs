namespace Headless.Community;

/// <summary>
/// Two records of one person became one: everything of the loser's is the winner's, and what was moved, set aside or changed
/// is kept, so that it can be undone. A member is the loser of at most one merge at a time, which the database guarantees.
/// </summary>
public sealed class MemberMerge : Entity
{
    public const int ReasonMaxLength = 500;

    public long WinnerId { get; init; }

    /// <summary>The record that stays.</summary>
    public Member Winner { get; init; } = null!;

    public long LoserId { get; init; }

    /// <summary>The record that was merged into the other; it is empty while the merge holds.</summary>
    public Member Loser { get; init; } = null!;

    /// <summary>When, UTC.</summary>
    public DateTime MergedAt { get; init; }

    public long? MergedById { get; init; }

    public Operator? MergedBy { get; init; }

    /// <summary>How it is known that they are one person.</summary>
    [PersonalData]
    public string? Reason { get; init; }

    /// <summary>When it was undone, UTC; null while it holds.</summary>
    public DateTime? UnmergedAt { get; private set; }

    public long? UnmergedById { get; private set; }

    public Operator? UnmergedBy { get; private set; }

    /// <summary>Whether it can no longer be undone: the person has been erased, and with them what the records were.</summary>
    public bool IsFinal { get; private set; }

    /// <summary>Notes that it has been undone.</summary>
    /// <exception cref="DomainException">
    /// <see cref="DomainErrorCodes.MergeUndone"/>: it has been. <see cref="DomainErrorCodes.MergeFinal"/>: the person has been erased.
    /// </exception>
    public void Unmerge(DateTime at, long? byId)
    {
        if (UnmergedAt is { } before)
        {
            throw new DomainException(DomainErrorCodes.MergeUndone, $"The merge was undone at {before:O}.");
        }

        if (IsFinal)
        {
            throw new DomainException(DomainErrorCodes.MergeFinal, "The person has been erased since: there are no two records to go back to.");
        }

        (UnmergedAt, UnmergedById) = (at, byId);
    }
}

/// <summary>What a merge did to a row of some table. Stored as a number: a value is never changed or given again.</summary>
public enum MergeStep : byte
{
    /// <summary>A reference to the loser, or to a stay that was set aside, leads to the winner or the stay that was kept.</summary>
    Moved = 1,

    /// <summary>The row collided with another and is kept here instead of in its table.</summary>
    SetAside = 2,

    /// <summary>A column was changed.</summary>
    Changed = 3,
}

/// <summary>What a merge did to one row, in the order in which it was done.</summary>
[Unaudited]
public sealed class MemberMergeRow
{
    public const int NameMaxLength = 128;

    public long Id { get; init; }

    public long MergeId { get; init; }

    public MemberMerge Merge { get; init; } = null!;

    public MergeStep Step { get; init; }

    /// <summary>The kind of row, by the name of its class.</summary>
    public required string Table { get; init; }

    /// <summary>The column that was changed; null for a row that was set aside.</summary>
    public string? Column { get; init; }

    /// <summary>The key of the row: JSON. Of a row that was set aside, the whole row; deleted when the person is erased.</summary>
    public string? Row { get; init; }

    /// <summary>What the column held before: JSON; deleted when the person is erased.</summary>
    public string? Before { get; init; }

    /// <summary>What it holds since: JSON; deleted when the person is erased.</summary>
    public string? After { get; init; }
}

/// <summary>An activity that a merge attributed to the winner, and whose it was. The log itself keeps its order and content.</summary>
[Unaudited]
public sealed class MemberMergeActivity
{
    public long MergeId { get; init; }

    public long ActivityId { get; init; }

    /// <summary>The member before.</summary>
    public long MemberId { get; init; }

    /// <summary>The stay before.</summary>
    public long? MembershipId { get; init; }
}
