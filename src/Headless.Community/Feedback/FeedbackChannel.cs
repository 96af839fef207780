namespace Headless.Community;

/// <summary>How the team learnt of it. Stored as a number: a value is never changed or given again.</summary>
public enum FeedbackChannel : byte
{
    /// <summary>A message, in a group or to staff.</summary>
    Chat = 1,

    Call = 2,

    /// <summary>Staff went there .</summary>
    Visit = 3,

    /// <summary>User research: a talk with prepared questions .</summary>
    Interview = 4,

    Survey = 5,
    Other = 6,
}
