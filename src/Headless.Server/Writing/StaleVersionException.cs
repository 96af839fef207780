namespace Headless.Server.Writing;

/// <summary>Somebody else changed the row after the caller read it. Nothing has been changed.</summary>
[GraphQLDescription("Somebody else changed the row since the caller read it. Nothing has been changed.")]
public sealed class StaleVersionException() : Exception("It was changed by somebody else since you read it: read it again, and send your change with the new version.")
{
    public string Code => "STALE_VERSION";
}
