namespace Headless.GraphQL;

/// <summary>What a subscription's resolvers and its transport tell each other through <see cref="Types.IResolverContext.ContextData"/>.</summary>
public static class SubscriptionState
{
    /// <summary>A resolver puts a string here that names its event: an event stream sends it as the event's <c>id</c>.</summary>
    public const string EventId = "eventId";

    /// <summary>The <c>Last-Event-ID</c> that a client of an event stream came back with, a string; not there where it sent none.</summary>
    public const string LastEventId = "lastEventId";
}
