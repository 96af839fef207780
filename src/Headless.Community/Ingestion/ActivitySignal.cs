namespace Headless.Community.Ingestion;

/// <summary>
/// Wakes whoever waits for the log to grow, within this process. A hint and no more: other processes write to the log too, so
/// waiters look for themselves from time to time.
/// </summary>
public sealed class ActivitySignal
{
    private volatile TaskCompletionSource _next = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes with the next <see cref="Notify"/>. Take it before reading the log, and await it after.</summary>
    public Task Next => _next.Task;

    /// <summary>The log has grown; called after the commit.</summary>
    public void Notify() =>
        Interlocked.Exchange(ref _next, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();
}
