namespace Headless.Community;

/// <summary>The audit log has no entries for rows of this class: they are logs themselves, or can be computed again.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class UnauditedAttribute : Attribute;
