namespace Headless.Community;

/// <summary>What a mutation did to its subject. Stored as a number: a value is never changed or given again.</summary>
public enum AuditAction : byte
{
    /// <summary>The row is new.</summary>
    Created = 1,

    /// <summary>Columns of the row have other values.</summary>
    Changed = 2,

    /// <summary>The row is gone.</summary>
    Removed = 3,

    /// <summary>Many rows at once, of which the entry has the number and what they have in common, not each value.</summary>
    Bulk = 4,
}
