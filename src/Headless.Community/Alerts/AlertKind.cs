namespace Headless.Community;

/// <summary>What an alert is about. Stored as a number: a value is never changed or given again.</summary>
public enum AlertKind : short
{
    /// <summary>A group is nearly as full as it can be .</summary>
    CapacityNear = 1,

    /// <summary>A group was made long before its first campaign .</summary>
    FirstActivityTooFar = 2,

    /// <summary>Nobody of a group's staff has said anything for days .</summary>
    NoActiveStaff = 20,

    /// <summary>Somebody owns more groups than fill a working day .</summary>
    OwnerLoad = 21,

    /// <summary>A rule of the organisation over a metric .</summary>
    MetricRule = 40,

    /// <summary>Hardly anybody speaks .</summary>
    InteractionLow = 41,

    /// <summary>Many more leave than usual .</summary>
    LeaveSpike = 42,

    /// <summary>A group has become a place of advertisements .</summary>
    ViolationShare = 43,

    /// <summary>Nobody has come for a time .</summary>
    NoNewMembers = 44,

    /// <summary>Nobody has said anything for a time .</summary>
    SilentGroup = 45,

    /// <summary>An offer's item is nearly sold out .</summary>
    StockLow = 46,

    /// <summary>Sales are behind what a target expects by now .</summary>
    TargetBehind = 47,

    /// <summary>Most buyers of a group have not come back for months .</summary>
    RepurchaseGap = 48,

    /// <summary>Most members who have a class are after bargains .</summary>
    ClassMixShift = 49,

    /// <summary>Somebody asked and nobody answered .</summary>
    QuestionUnanswered = 50,
}
