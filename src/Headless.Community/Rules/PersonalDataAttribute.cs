namespace Headless.Community;

/// <summary>
/// The column says something about a person: text that they wrote, a name, a number to reach them by. Erasing a member empties
/// every such column of the rows that hang on them; the export of what is held on a member has all of them. The row must have a
/// <c>MemberId</c>, or be the member. On a class: the whole row says it, so erasing deletes it.
/// </summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Class)]
public sealed class PersonalDataAttribute : Attribute;
