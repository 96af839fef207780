using System.Diagnostics.CodeAnalysis;

namespace Headless.Community;

/// <summary>
/// What is known of a member under an <see cref="AttributeDefinition"/>: one value, in the column of its type (an option's is the
/// text). A member has at most one for each definition.
/// </summary>
[PersonalData]
[SuppressMessage("Naming", "CA1711:Identifiers should not have incorrect suffix", Justification = "It is a member's attribute, and the API's name.")]
public sealed class MemberAttribute
{
    public const int TextMaxLength = 500;

    private string? _text;
    private decimal? _number;
    private bool? _boolean;
    private DateOnly? _date;
    private DateTime _setAt;
    private long? _setById;

    public long Id { get; init; }

    public long MemberId { get; set; }

    public Member Member { get; set; } = null!;

    public long DefinitionId { get; init; }

    public AttributeDefinition Definition { get; init; } = null!;

    /// <summary>The value of a TEXT or an OPTION.</summary>
    public string? Text
    {
        get => _text;
        init => _text = value;
    }

    /// <summary>The value of a NUMBER.</summary>
    public decimal? Number
    {
        get => _number;
        init => _number = value;
    }

    /// <summary>The value of a BOOLEAN.</summary>
    public bool? Boolean
    {
        get => _boolean;
        init => _boolean = value;
    }

    /// <summary>The value of a DATE.</summary>
    public DateOnly? Date
    {
        get => _date;
        init => _date = value;
    }

    /// <summary>When it was last given, UTC.</summary>
    public DateTime SetAt
    {
        get => _setAt;
        init => _setAt = value;
    }

    /// <summary>Who gave it, when it was a person.</summary>
    public long? SetById
    {
        get => _setById;
        init => _setById = value;
    }

    public Operator? SetBy { get; init; }

    /// <summary>The value, of whichever type.</summary>
    public AttributeValue Value => new(Text, Number, Boolean, Date);

    /// <summary>Makes the value of a member; the definition has accepted it.</summary>
    public static MemberAttribute Of(long memberId, AttributeDefinition definition, AttributeValue value, DateTime at, long? byId = null)
    {
        var made = new MemberAttribute { MemberId = memberId, DefinitionId = definition.Id };
        made.Set(value, at, byId);
        return made;
    }

    /// <summary>Takes another value; the definition has accepted it.</summary>
    public void Set(AttributeValue value, DateTime at, long? byId)
    {
        (_text, _number, _boolean, _date) = (value.Text, value.Number, value.Boolean, value.Date);
        (_setAt, _setById) = (at, byId);
    }
}
