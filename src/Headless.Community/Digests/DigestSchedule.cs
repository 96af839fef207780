using System.Globalization;

namespace Headless.Community;

/// <summary>
/// Makes a draft of a group's digest every morning, and has it delivered: DAILY of the day before, MORNING of the day itself. One for each
/// group and kind. A morning when no process ran is made up for, unless another one has come since.
/// </summary>
public sealed class DigestSchedule : Entity
{
    public const int MaxKeywords = 20;
    public const int KeywordMaxLength = 50;
    public const int KeywordsMaxLength = MaxKeywords * (KeywordMaxLength + 1);
    public const int CategoriesMaxLength = 20;
    public const int DefaultItemCount = 8;

    public DigestKind Kind { get; init; }

    public long GroupId { get; init; }

    public Group Group { get; init; } = null!;

    public bool IsActive { get; private set; }

    /// <summary>The title of each.</summary>
    public required string Title { get; set; }

    public string? Intro { get; set; }

    public TouchChannel Channel { get; set; } = TouchChannel.PrivateChat;

    /// <summary>The most items that are proposed.</summary>
    public int ItemCount { get; set; } = DefaultItemCount;

    /// <summary>When a draft is made: minutes since midnight in the group's time zone.</summary>
    public int DraftMinute { get; private set; }

    /// <summary>When it is delivered, the same day: minutes since midnight in the group's time zone.</summary>
    public int DeliverMinute { get; private set; }

    /// <summary>Whether nobody needs to approve.</summary>
    public bool IsAutomatic { get; set; }

    /// <summary>MORNING: <see cref="Categories"/> as they are stored.</summary>
    public string? CategoryList { get; private set; }

    /// <summary>MORNING: <see cref="Keywords"/> as they are stored.</summary>
    public string? KeywordList { get; private set; }

    /// <summary>When the next draft is made, UTC; null: it is not active.</summary>
    public DateTime? NextDraftAt { get; private set; }

    /// <summary>The day of the last draft; null: it has made none.</summary>
    public DateOnly? LastDate { get; private set; }

    /// <summary>How many items it found then; 0: there was nothing to propose, and no draft was made.</summary>
    public int? LastFound { get; private set; }

    /// <summary>MORNING: only content of these categories; none: of any.</summary>
    public IReadOnlyList<ContentCategory> Categories
    {
        get => CategoryList is null ? [] : [.. CategoryList.Split(',').Select(c => (ContentCategory)byte.Parse(c, CultureInfo.InvariantCulture))];
        set => CategoryList = value.Count == 0 ? null : string.Join(',', value.Distinct().Order().Select(c => ((byte)c).ToString(CultureInfo.InvariantCulture)));
    }

    /// <summary>MORNING: what content is preferred for; none: what is new.</summary>
    public IReadOnlyList<string> Keywords
    {
        get => KeywordList?.Split('\n') ?? [];
        set => KeywordList = value.Count == 0 ? null : string.Join('\n', value.Distinct(StringComparer.Ordinal));
    }

    /// <summary>Says when it works.</summary>
    /// <exception cref="DomainException"><see cref="DomainErrorCodes.DigestDeliveredBeforeDraft"/>.</exception>
    public void Plan(bool isActive, int draftMinute, int deliverMinute, TimeZoneInfo zone, DateTime now)
    {
        if (deliverMinute <= draftMinute)
        {
            throw new DomainException(DomainErrorCodes.DigestDeliveredBeforeDraft, "deliverAt has to be later in the day than draftAt.");
        }

        (IsActive, DraftMinute, DeliverMinute) = (isActive, draftMinute, deliverMinute);
        NextDraftAt = isActive ? NextAfter(now, zone) : null;
    }

    /// <summary>The day that what is drafted now is of.</summary>
    public DateOnly DateAt(DateTime now, TimeZoneInfo zone)
    {
        var today = LocalDays.DayOf(now, zone.Id);

        // Between midnight and the hour it is still the last morning's that is made up for.
        var morning = LocalTimes.ToUtc(zone, today, DraftMinute) <= now ? today : today.AddDays(-1);
        return Kind == DigestKind.Daily ? morning.AddDays(-1) : morning;
    }

    /// <summary>When the draft of a day is delivered, UTC.</summary>
    public DateTime DeliverAt(DateOnly date, TimeZoneInfo zone) =>
        LocalTimes.ToUtc(zone, Kind == DigestKind.Daily ? date.AddDays(1) : date, DeliverMinute);

    /// <summary>A draft of a day was made, or there was nothing for it: on to the next morning.</summary>
    public void MarkDrafted(DateOnly date, int found, TimeZoneInfo zone, DateTime now) => (LastDate, LastFound, NextDraftAt) = (date, found, NextAfter(now, zone));

    private DateTime NextAfter(DateTime now, TimeZoneInfo zone)
    {
        var today = LocalDays.DayOf(now, zone.Id);
        var next = LocalTimes.ToUtc(zone, today, DraftMinute);
        return next > now ? next : LocalTimes.ToUtc(zone, today.AddDays(1), DraftMinute);
    }
}
