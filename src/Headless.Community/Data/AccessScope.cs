namespace Headless.Community.Data;

/// <summary>Which rows a caller may see, decided by the database for every path that leads to a row.</summary>
public sealed record AccessScope
{
    private AccessScope(bool isEverything, long? operatorId) => (IsEverything, OperatorId) = (isEverything, operatorId);

    /// <summary>Every row, without a filter in the SQL: LEAD, ANALYST, INTEGRATION, and the product itself. With less than personal data: all rows but those.</summary>
    public static AccessScope Everything { get; } = new(true, null);

    /// <summary>No row of any group.</summary>
    public static AccessScope Nothing { get; } = new(false, null) { VisiblePrivacy = PrivacyClass.Public };

    /// <summary>Whether nothing is filtered.</summary>
    public bool IsEverything { get; }

    /// <summary>The operator whose groups are visible; null for the two fixed scopes.</summary>
    public long? OperatorId { get; }

    /// <summary>
    /// What hangs on the groups that an operator is assigned to now: the groups, their memberships, phases, orders, activities
    /// and campaigns, and the members who are or were in one of them with their identities and tags. Operators, tags and
    /// content belong to the whole organisation and are visible to all; API keys to their owner only.
    /// </summary>
    public static AccessScope ForOperator(long operatorId) => new(false, operatorId);

    /// <summary>The most protected class of attributes whose values are visible. The values of others do not exist for the caller.</summary>
    public PrivacyClass VisiblePrivacy { get; init; } = PrivacyClass.Personal;

    /// <summary>Whether values of every class are visible.</summary>
    internal bool SeesPersonal => VisiblePrivacy == PrivacyClass.Personal;
}
