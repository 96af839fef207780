namespace Headless.GraphQL;

/// <summary>Takes the batches that DataLoaders want to load and starts them when nothing else of the request can run.</summary>
public interface IBatchScheduler
{
    /// <summary>Schedules a batch. The function does not throw: what fails, fails the batch's own keys.</summary>
    void Schedule(Func<ValueTask> dispatch);
}
