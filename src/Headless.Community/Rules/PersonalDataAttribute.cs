namespace Headless.Community;

/// <summary>
/// The column says something about a person: text that they wrote, a name, a number to reach them by. Erasing a member empties
/// every such column of the rows that hang on them; the export of what is held on a member has all of them. The row must have a
/// <c>MemberId</c>, or be the member. On a class: the whole row says it, so erasing deletes it.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Class)]
public sealed class PersonalDataAttribute : Attribute
{
    /// <summary>
    /// Whether whoever may read the row reads it: a name, which the platform shows to everybody in the group. Everything else needs
    /// READ_PERSONAL_DATA, to read it and to filter or sort by it. Erased and exported all the same.
    /// </summary>
    public bool IsShown { get; init; }
}
