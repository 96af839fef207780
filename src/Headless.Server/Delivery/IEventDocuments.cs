using Headless.Server.Access;

namespace Headless.Server.Delivery;

/// <summary>Executes the document of a subscription over one activity, as it would be executed for a subscriber with the same rights.</summary>
public interface IEventDocuments
{
    /// <summary>Under this key a subscription finds the activities that it is about, in place of what is committed from now on.</summary>
    public const string DeliveredActivities = "deliveredActivities";

    /// <summary>What is wrong with a document, for a person; nothing: it can be subscribed to by this caller.</summary>
    Task<IReadOnlyList<string>> CheckAsync(string document, Caller caller, CancellationToken cancellationToken);

    /// <summary>The answer, JSON in UTF-8; null where the document's own arguments leave the activity out.</summary>
    Task<ReadOnlyMemory<byte>?> ExecuteAsync(string document, Activity activity, Caller caller, CancellationToken cancellationToken);
}
