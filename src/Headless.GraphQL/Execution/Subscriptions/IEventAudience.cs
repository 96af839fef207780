namespace Headless.GraphQL.Execution;

/// <summary>
/// Says which subscribers get the same answer to an event, given the same document and variables: for all of them together an event is executed once. Registered by the
/// server; without it each subscriber's is executed by itself.
/// </summary>
public interface IEventAudience
{
    /// <summary>A value that equals that of whoever else may share; null: this subscriber shares with nobody. Asked when they subscribe.</summary>
    object? Of(OperationRequest request);
}
