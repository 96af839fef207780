namespace Headless.Server.Features.Operators;

/// <summary>The change would leave nobody who can administer the organisation. Nothing has been changed.</summary>
[GraphQLDescription("The change would leave nobody who can administer the organisation. Nothing has been changed.")]
public sealed class LastLeadException(string message) : Exception(message)
{
    public string Code => "LAST_LEAD";
}
