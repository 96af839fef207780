namespace Headless.Community;

/// <summary>What is looked at before a campaign is launched. Stored as a number: a value is never changed or given again.</summary>
public enum LaunchCheckKind : byte
{
    /// <summary>The page can be read on a telephone.</summary>
    MobileReady = 1,

    /// <summary>The price is there before anybody logs in.</summary>
    PriceVisible = 2,

    /// <summary>Logging in leads back to the page.</summary>
    LoginReturn = 3,

    /// <summary>Somebody has gone the whole way once.</summary>
    DryRun = 4,

    /// <summary>A question of the campaign's own.</summary>
    Custom = 5,
}

/// <summary>Stored as a number: a value is never changed or given again.</summary>
public enum LaunchAnswer : byte
{
    Yes = 1,
    No = 2,
    NotApplicable = 3,
}

/// <summary>A question that has to be answered before a campaign starts.</summary>
public sealed class LaunchCheck : Entity
{
    public const int TextMaxLength = 300;
    public const int NoteMaxLength = 1000;
    public const int MaxCustom = 30;

    public long CampaignId { get; init; }

    public Campaign Campaign { get; init; } = null!;

    public LaunchCheckKind Kind { get; init; }

    /// <summary>The question of a CUSTOM one.</summary>
    public string? Text { get; init; }

    /// <summary>Null: nobody has answered.</summary>
    public LaunchAnswer? Answer { get; private set; }

    public string? Note { get; private set; }

    public DateTime? AnsweredAt { get; private set; }

    public long? AnsweredById { get; private set; }

    public Operator? AnsweredBy { get; init; }

    public void Respond(LaunchAnswer answer, string? note, long? byId, DateTime at) => (Answer, Note, AnsweredById, AnsweredAt) = (answer, note, byId, at);
}
