namespace Headless.Community.Ingestion;

/// <summary>Why a row was rejected. A code is never renamed.</summary>
public static class IngestionErrorCodes
{
    /// <summary>A field that the kind needs is not there or is empty.</summary>
    public const string MissingField = "MISSING_FIELD";

    /// <summary>A field holds a value that it may not.</summary>
    public const string InvalidValue = "INVALID_VALUE";

    /// <summary>A text holds a NUL character or half a surrogate pair, which no database keeps.</summary>
    public const string InvalidText = "INVALID_TEXT";

    /// <summary>A text is longer than its column.</summary>
    public const string TextTooLong = "TEXT_TOO_LONG";

    /// <summary>It is said to have happened later than now, by more than clocks differ.</summary>
    public const string OccurredInFuture = "OCCURRED_IN_FUTURE";

    /// <summary>The amount is negative, too large or has more than four decimal places.</summary>
    public const string InvalidAmount = "INVALID_AMOUNT";

    /// <summary>The currency is not three capital letters.</summary>
    public const string InvalidCurrency = "INVALID_CURRENCY";

    /// <summary>There is no such group, or the caller may not see it.</summary>
    public const string UnknownGroup = "UNKNOWN_GROUP";

    /// <summary>The group has not been opened yet.</summary>
    public const string GroupNotOpen = "GROUP_NOT_OPEN";

    /// <summary>The group was closed when it happened.</summary>
    public const string GroupClosed = "GROUP_CLOSED";

    /// <summary>The group has been put away for good.</summary>
    public const string GroupArchived = "GROUP_ARCHIVED";

    /// <summary>Nobody has the identity.</summary>
    public const string UnknownMember = "UNKNOWN_MEMBER";

    /// <summary>
    /// They were in the group at that time already. It is an error and not a duplicate, because the report has an external id of
    /// its own: either a leave was missed or the same join has two ids, and only the sender can tell.
    /// </summary>
    public const string AlreadyMember = "ALREADY_MEMBER";

    /// <summary>They were not in the group at that time.</summary>
    public const string LeaveWithoutJoin = "LEAVE_WITHOUT_JOIN";

    /// <summary>The new identity belongs to another member.</summary>
    public const string IdentityTaken = "IDENTITY_TAKEN";
}
