namespace Headless.Community;

/// <summary>Whether somebody owns as many groups as fill a working day: advice, never a refusal (A.12 #22).</summary>
public enum OperatorLoadState
{
    /// <summary>Fewer than a full load: free capacity.</summary>
    Under = 1,

    Ok = 2,

    /// <summary>More than a full load: hand some over.</summary>
    Over = 3,
}
