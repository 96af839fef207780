namespace Headless.Community;

/// <summary>A value of an attribute, of one type: at most one of the four is not null. All null: no value.</summary>
public sealed record AttributeValue(string? Text = null, decimal? Number = null, bool? Boolean = null, DateOnly? Date = null)
{
    public static AttributeValue None { get; } = new();

    public bool IsNone => this == None;

    /// <summary>How many of the four are given.</summary>
    internal int Count => (Text is null ? 0 : 1) + (Number is null ? 0 : 1) + (Boolean is null ? 0 : 1) + (Date is null ? 0 : 1);
}
