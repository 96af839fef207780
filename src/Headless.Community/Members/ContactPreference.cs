namespace Headless.Community;

/// <summary>Whether a member wants to be contacted on a channel for a purpose, as they last said. One for each channel and purpose.</summary>
public sealed class ContactPreference
{
    public const int NoteMaxLength = 500;

    private bool _isAllowed;
    private PreferenceSource _source;
    private DateTime _decidedAt;
    private long? _recordedById;
    private string? _note;

    public long Id { get; init; }

    public long MemberId { get; set; }

    public Member Member { get; set; } = null!;

    /// <summary>The channel; never <see cref="ContactChannel.None"/>.</summary>
    public ContactChannel Channel { get; init; }

    public ContactPurpose Purpose { get; init; }

    /// <summary>True: they agreed (opt-in). False: they refused (opt-out).</summary>
    public bool IsAllowed
    {
        get => _isAllowed;
        init => _isAllowed = value;
    }

    /// <summary>How it became known.</summary>
    public PreferenceSource Source
    {
        get => _source;
        init => _source = value;
    }

    /// <summary>When the member decided, UTC.</summary>
    public DateTime DecidedAt
    {
        get => _decidedAt;
        init => _decidedAt = value;
    }

    public long? RecordedById
    {
        get => _recordedById;
        init => _recordedById = value;
    }

    /// <summary>Who wrote it down; null where it was no person.</summary>
    public Operator? RecordedBy { get; init; }

    /// <summary>What they said.</summary>
    [PersonalData]
    public string? Note
    {
        get => _note;
        init => _note = value;
    }

    /// <summary>Takes a later decision; an earlier one, reported late, changes nothing and answers false.</summary>
    public bool Decide(bool isAllowed, PreferenceSource source, DateTime at, long? byId, string? note)
    {
        if (at < _decidedAt)
        {
            return false;
        }

        (_isAllowed, _source, _decidedAt, _recordedById, _note) = (isAllowed, source, at, byId, note);
        return true;
    }
}

/// <summary>How a member's decision became known. Stored as a number: a value is never changed or given again.</summary>
public enum PreferenceSource : byte
{
    /// <summary>They told somebody of the staff.</summary>
    Staff = 1,

    /// <summary>They filled in a form.</summary>
    Form = 2,

    /// <summary>They followed the link in a message that lets them out.</summary>
    Unsubscribe = 3,

    /// <summary>The chat platform reported it.</summary>
    Platform = 4,

    /// <summary>It came with a list.</summary>
    Import = 5,
}
