namespace Headless.Community;

/// <summary>What the values of an attribute are. Stored as a number: a value is never changed or given again.</summary>
public enum AttributeType : byte
{
    /// <summary>Free text of one line or more.</summary>
    Text = 1,

    /// <summary>A decimal number with at most four places.</summary>
    Number = 2,

    /// <summary>True or false.</summary>
    Boolean = 3,

    /// <summary>A day of the calendar, without a time zone.</summary>
    Date = 4,

    /// <summary>One of the options that the definition lists.</summary>
    Option = 5,
}
