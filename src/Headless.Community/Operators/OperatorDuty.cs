namespace Headless.Community;

/// <summary>
/// What a staff person does, or what an account that staff controls is there for: who sells says so. Stored
/// as a number, for a set the sum of its numbers: a value is never changed or given again.
/// </summary>
[Flags]
public enum OperatorDuty : byte
{
    /// <summary>用户运营: wins, screens, answers and looks after people.</summary>
    UserOperations = 1,

    /// <summary>活动运营: introduces campaigns, preheats them and answers questions about them.</summary>
    CampaignOperations = 2,

    /// <summary>内容运营: writes and publishes content.</summary>
    ContentOperations = 4,

    /// <summary>Sells.</summary>
    Sales = 8,

    /// <summary>客服: answers customers about what they bought.</summary>
    Support = 16,

    /// <summary>Keeps order.</summary>
    Moderation = 32,
}
