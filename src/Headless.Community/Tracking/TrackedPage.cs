namespace Headless.Community;

/// <summary>What the views of a page are. Stored as a number: a value is never changed or given again.</summary>
public enum PageCounting : byte
{
    /// <summary>Clicks on its links, counted by the redirect.</summary>
    Clicks = 1,

    /// <summary>What the page itself reports: clicks on its links count for the links alone, so that nothing counts twice.</summary>
    Reports = 2,
}

/// <summary>ACTIVE → RETIRED. Stored as a number: a value is never changed or given again.</summary>
public enum TrackingStatus : byte
{
    Active = 1,

    /// <summary>Its links lead nowhere any more; what was counted stays.</summary>
    Retired = 2,
}

/// <summary>A page in the world, such as that of an event, whose views and visitors are counted. Its counts are no edits: <see cref="Entity.Version"/> stays.</summary>
public sealed class TrackedPage : Entity
{
    public const int NameMaxLength = 200;
    public const int UrlMaxLength = 2000;

    private static readonly StateMachine<TrackingStatus> s_statuses = new("tracked page", (TrackingStatus.Active, TrackingStatus.Retired));

    private TrackingStatus _status = TrackingStatus.Active;
    private DateTime? _retiredAt;

    public required string Name { get; set; }

    /// <summary>Where its links lead: http or https, without a name or password in it.</summary>
    public required string Url { get; set; }

    public PageCounting Counting { get; init; } = PageCounting.Clicks;

    /// <summary>The group that it is for; null: everybody's.</summary>
    public long? GroupId { get; init; }

    public Group? Group { get; init; }

    /// <summary>The campaign that it is part of.</summary>
    public long? CampaignId { get; set; }

    public Campaign? Campaign { get; init; }

    public TrackingStatus Status
    {
        get => _status;
        init => _status = value;
    }

    /// <summary>When it was retired, UTC.</summary>
    public DateTime? RetiredAt
    {
        get => _retiredAt;
        init => _retiredAt = value;
    }

    /// <summary>PV: all views of all days.</summary>
    public long ViewCount { get; init; }

    /// <summary>UV: the sum of the visitors of each day; who comes on two days counts twice.</summary>
    public long VisitorCount { get; init; }

    public List<TrackedLink> Links { get; } = [];

    /// <summary>Whether an address may be a target: absolute, http or https, with a host and without a name or password.</summary>
    public static bool IsTarget(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri.Host.Length > 0 && uri.UserInfo.Length == 0
        && !url.Any(c => char.IsControl(c) || char.IsWhiteSpace(c) || c == '\\');

    /// <summary>Its links lead nowhere from now on.</summary>
    /// <exception cref="InvalidTransitionException">It is retired.</exception>
    public void Retire(DateTime at) => (_status, _retiredAt) = (s_statuses.Step(Status, TrackingStatus.Retired), at);

    /// <exception cref="DomainException"><see cref="DomainErrorCodes.TrackedPageRetired"/>.</exception>
    public void RequireActive()
    {
        if (Status != TrackingStatus.Active)
        {
            throw new DomainException(DomainErrorCodes.TrackedPageRetired, "The page is retired: make another one.");
        }
    }
}

/// <summary>A link to a page with a code of its own: posted in one place, it tells what that place brought.</summary>
public sealed class TrackedLink : Entity
{
    public const int NameMaxLength = 200;
    public const int CodeMaxLength = 32;
    public const int KeywordMaxLength = 64;

    /// <summary>The most links of a page.</summary>
    public const int MaxOfPage = 1_000;

    private static readonly StateMachine<TrackingStatus> s_statuses = new("tracked link", (TrackingStatus.Active, TrackingStatus.Retired));

    private TrackingStatus _status = TrackingStatus.Active;

    public long PageId { get; init; }

    public TrackedPage Page { get; init; } = null!;

    /// <summary>What stands in the address: made up, says nothing, never given again.</summary>
    public required string Code { get; init; }

    /// <summary>Where it is posted, in staff's words.</summary>
    public required string Name { get; set; }

    /// <summary>The search word that it answers .</summary>
    public string? Keyword { get; set; }

    /// <summary>The group that it is posted in.</summary>
    public long? GroupId { get; init; }

    public Group? Group { get; init; }

    /// <summary>The content item that it stands in.</summary>
    public long? ContentItemId { get; init; }

    public ContentItem? ContentItem { get; init; }

    /// <summary>From when on it leads nowhere, UTC; null: never.</summary>
    public DateTime? ExpiresAt { get; set; }

    public TrackingStatus Status
    {
        get => _status;
        init => _status = value;
    }

    /// <summary>All clicks of all days.</summary>
    public long ClickCount { get; init; }

    /// <summary>The sum of the distinct visitors of each day.</summary>
    public long VisitorCount { get; init; }

    /// <summary>It leads nowhere from now on.</summary>
    /// <exception cref="InvalidTransitionException">It is retired.</exception>
    public void Retire() => _status = s_statuses.Step(Status, TrackingStatus.Retired);
}
