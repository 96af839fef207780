namespace Headless.Community;

/// <summary>One of the values that an attribute of type OPTION may have.</summary>
/// <param name="Value">What is stored and filtered by; never changes.</param>
/// <param name="Label">What people see.</param>
/// <param name="IsRetired">Whether nobody is given it any more; members who have it keep it.</param>
public sealed record AttributeOption(string Value, string Label, bool IsRetired = false)
{
    public const int LabelMaxLength = 200;
}
