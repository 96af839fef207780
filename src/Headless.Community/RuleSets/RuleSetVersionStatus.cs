namespace Headless.Community;

/// <summary>Whether a version of a rule set is in force.</summary>
public enum RuleSetVersionStatus : byte
{
    /// <summary>Being written: it applies to nothing and may change.</summary>
    Draft = 0,

    /// <summary>Published, for good as it is: in force until the next one is published.</summary>
    Published = 1,
}
