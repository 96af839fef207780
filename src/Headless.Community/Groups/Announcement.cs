namespace Headless.Community;

/// <summary>
/// What a group's members are told. A connector that follows the log posts it when it is published; the product itself sends
/// nothing. Every text that it has had is kept.
/// </summary>
public sealed class Announcement : Entity
{
    public const int TextMaxLength = 4000;

    private static readonly StateMachine<AnnouncementStatus> s_statuses = new(
        "announcement",
        (AnnouncementStatus.Draft, AnnouncementStatus.Scheduled),
        (AnnouncementStatus.Draft, AnnouncementStatus.Published),
        (AnnouncementStatus.Draft, AnnouncementStatus.Retracted),
        (AnnouncementStatus.Scheduled, AnnouncementStatus.Draft),
        (AnnouncementStatus.Scheduled, AnnouncementStatus.Published),
        (AnnouncementStatus.Published, AnnouncementStatus.Retracted));

    private AnnouncementStatus _status = AnnouncementStatus.Draft;
    private string _text = null!;
    private bool _isPinned;
    private long? _pinnedInGroupId;
    private DateTime? _publishAt;
    private DateTime? _publishedAt;
    private DateTime? _retractedAt;

    public long GroupId { get; init; }

    public Group Group { get; init; } = null!;

    public AnnouncementKind Kind { get; init; } = AnnouncementKind.Notice;

    /// <summary>What it says now; changed by <see cref="Rewrite"/>, which keeps what it said before.</summary>
    public required string Text
    {
        get => _text;
        init => _text = value;
    }

    /// <summary>What a COUNTDOWN counts down to, UTC; the connector says how long that is.</summary>
    public DateTime? CountsDownTo { get; set; }

    /// <summary>Where it stands; changed by the methods below.</summary>
    public AnnouncementStatus Status
    {
        get => _status;
        init => _status = value;
    }

    /// <summary>Whether it stands, or will stand, above the messages.</summary>
    public bool IsPinned
    {
        get => _isPinned;
        init => _isPinned = value;
    }

    /// <summary>The group where it stands above the messages now: a group has one of those at most, which an index holds it to.</summary>
    public long? PinnedInGroupId
    {
        get => _pinnedInGroupId;
        init => _pinnedInGroupId = value;
    }

    /// <summary>When it is to be published, UTC: an instant, so a change of clocks in between does not move it.</summary>
    public DateTime? PublishAt
    {
        get => _publishAt;
        init => _publishAt = value;
    }

    /// <summary>When it was published, UTC.</summary>
    public DateTime? PublishedAt
    {
        get => _publishedAt;
        init => _publishedAt = value;
    }

    /// <summary>When it was taken back, UTC.</summary>
    public DateTime? RetractedAt
    {
        get => _retractedAt;
        init => _retractedAt = value;
    }

    /// <summary>Every text that it has had, the present one included.</summary>
    public List<AnnouncementVersion> Versions { get; } = [];

    /// <summary>Writes an announcement as a draft.</summary>
    /// <exception cref="DomainException"><see cref="DomainErrorCodes.CountdownNeedsTarget"/>.</exception>
    public static Announcement Write(long groupId, AnnouncementKind kind, string text, DateTime? countsDownTo, bool isPinned, long? authorId, DateTime at)
    {
        var announcement = new Announcement { GroupId = groupId, Kind = kind, Text = text, CountsDownTo = countsDownTo, IsPinned = isPinned };
        announcement.RequireTarget();
        announcement.Versions.Add(new AnnouncementVersion { Announcement = announcement, Number = 1, Text = text, WrittenAt = at, WrittenById = authorId });
        return announcement;
    }

    /// <summary>Says something else; the text before stays among the versions.</summary>
    /// <param name="number">The number of the new version: one more than the last.</param>
    /// <exception cref="DomainException"><see cref="DomainErrorCodes.AnnouncementRetracted"/>: it is taken back for good.</exception>
    public void Rewrite(string text, int number, long? authorId, DateTime at)
    {
        RequireNotRetracted();
        if (text != _text)
        {
            _text = text;
            Versions.Add(new AnnouncementVersion { Announcement = this, AnnouncementId = Id, Number = number, Text = text, WrittenAt = at, WrittenById = authorId });
        }
    }

    /// <summary>Sets what a COUNTDOWN counts down to.</summary>
    /// <exception cref="DomainException">
    /// <see cref="DomainErrorCodes.AnnouncementRetracted"/>; <see cref="DomainErrorCodes.CountdownNeedsTarget"/>.
    /// </exception>
    public void CountDownTo(DateTime? target)
    {
        RequireNotRetracted();
        CountsDownTo = target;
        RequireTarget();
    }

    /// <summary>It will be published by itself.</summary>
    /// <exception cref="InvalidTransitionException">It is no draft.</exception>
    /// <exception cref="DomainException"><see cref="DomainErrorCodes.AnnouncementInPast"/>.</exception>
    public void Schedule(DateTime publishAt, DateTime now)
    {
        var next = s_statuses.Step(Status, AnnouncementStatus.Scheduled);
        if (publishAt <= now)
        {
            throw new DomainException(DomainErrorCodes.AnnouncementInPast, "publishAt lies in the past: give a time in the future, or publish it now with publishAnnouncement.");
        }

        (_status, _publishAt) = (next, publishAt);
    }

    /// <summary>It is a draft again.</summary>
    /// <exception cref="InvalidTransitionException">It is not scheduled.</exception>
    public void Unschedule() => (_status, _publishAt) = (s_statuses.Step(Status, AnnouncementStatus.Draft), null);

    /// <summary>It is told to the members.</summary>
    /// <exception cref="InvalidTransitionException">It has been, or was taken back.</exception>
    /// <exception cref="DomainException"><see cref="DomainErrorCodes.GroupNotActive"/>.</exception>
    public void Publish(Group group, DateTime at)
    {
        var next = s_statuses.Step(Status, AnnouncementStatus.Published);
        if (group.Status != GroupStatus.Active)
        {
            throw new DomainException(DomainErrorCodes.GroupNotActive, "The group does not run: open it, then publish.");
        }

        (_status, _publishedAt) = (next, at);
        _pinnedInGroupId = _isPinned ? GroupId : null;
    }

    /// <summary>It is taken back for good.</summary>
    /// <exception cref="InvalidTransitionException">It was, or is still scheduled.</exception>
    public void Retract(DateTime at)
    {
        _status = s_statuses.Step(Status, AnnouncementStatus.Retracted);
        (_retractedAt, _pinnedInGroupId) = (at, null);
    }

    /// <summary>It stands above the messages: at once where it is published, otherwise once it is. The one before has to be unpinned.</summary>
    /// <exception cref="DomainException"><see cref="DomainErrorCodes.AnnouncementRetracted"/>.</exception>
    public void Pin()
    {
        RequireNotRetracted();
        _isPinned = true;
        _pinnedInGroupId = Status == AnnouncementStatus.Published ? GroupId : null;
    }

    /// <summary>It does not stand above the messages any more.</summary>
    public void Unpin() => (_isPinned, _pinnedInGroupId) = (false, null);

    private void RequireNotRetracted()
    {
        if (Status == AnnouncementStatus.Retracted)
        {
            throw new DomainException(DomainErrorCodes.AnnouncementRetracted, "The announcement was taken back for good: write another one.");
        }
    }

    private void RequireTarget()
    {
        if (Kind == AnnouncementKind.Countdown && CountsDownTo is null)
        {
            throw new DomainException(DomainErrorCodes.CountdownNeedsTarget, "A COUNTDOWN counts down to a time: give countsDownTo.");
        }
    }
}
