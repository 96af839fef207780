namespace Headless.Community;

/// <summary>
/// Who may read an attribute's values, from the least to the most protected. Stored as a number: a value is never changed or given again.
/// </summary>
public enum PrivacyClass : byte
{
    /// <summary>Everybody who may read members, also an app that shows members what is known of them.</summary>
    Public = 1,

    /// <summary>Staff: what they think or reckon. An INTEGRATION key needs READ_PERSONAL_DATA.</summary>
    Internal = 2,

    /// <summary>Says who or how a person is; needs READ_PERSONAL_DATA, which an ANALYST never has.</summary>
    Personal = 3,
}
