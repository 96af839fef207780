namespace Headless.Community.Ingestion;

/// <summary>
/// Wakes whoever waits for the log to grow, within this process. A hint and no more: other processes write to the log too, so
/// waiters look for themselves from time to time.
/// </summary>
public sealed class ActivitySignal
{
    private volatile TaskCompletionSource _next = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile TaskCompletionSource _written = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes with the next <see cref="Notify"/> or <see cref="Wake"/>. Take it before reading the log, and await it after.</summary>
    public Task Next => _next.Task;

    /// <summary>Completes with the next <see cref="Notify"/>: what this process has written, which others are to be told.</summary>
    public Task Written => _written.Task;

    /// <summary>This process has written to the log; called after the commit.</summary>
    public void Notify()
    {
        Wake();
        Interlocked.Exchange(ref _written, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();
    }

    /// <summary>Somebody may have written to the log.</summary>
    public void Wake() =>
        Interlocked.Exchange(ref _next, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();
}
