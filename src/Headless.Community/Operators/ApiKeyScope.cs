namespace Headless.Community;

/// <summary>
/// What a key opens, within the rights of its operator's role. Stored as the sum of its numbers: a value is never changed
/// or given again.
/// </summary>
[Flags]
public enum ApiKeyScope
{
    /// <summary>Read groups, members without personal data, tags, content, campaigns, orders.</summary>
    Read = 1,

    /// <summary>Read personal data: telephone, e-mail, birth year.</summary>
    ReadPersonalData = 2,

    /// <summary>Read metrics.</summary>
    ReadMetrics = 4,

    /// <summary>Record activities.</summary>
    RecordActivities = 8,

    /// <summary>Change things.</summary>
    Write = 16,

    /// <summary>Follow the activity log.</summary>
    Subscribe = 32,
}
