namespace Headless.Community;

/// <summary>How pressing an alert is, the least first. Stored as a number: a value is never changed or given again.</summary>
public enum AlertSeverity : byte
{
    /// <summary>Good to know.</summary>
    Info = 1,

    /// <summary>Somebody should look at it soon.</summary>
    Warning = 2,

    /// <summary>It does damage now.</summary>
    Critical = 3,
}
