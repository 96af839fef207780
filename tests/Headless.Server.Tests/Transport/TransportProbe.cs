namespace Headless.Server.Tests.Transport;

/// <summary>What the resolvers of <see cref="TransportSchema"/> have seen.</summary>
public sealed class TransportProbe
{
    private int _counter;
    private int _events;
    private int _openStreams;

    public TaskCompletionSource WaitStarted { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public TaskCompletionSource WaitCancelled { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public TaskCompletionSource StreamStarted { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public TaskCompletionSource StreamEnded { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Lets the resolver end that takes no notice of cancellation.</summary>
    public TaskCompletionSource Release { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>How often a resolver that counts itself ran.</summary>
    public int Counter => _counter;

    /// <summary>How many events the endless stream has produced.</summary>
    public int Events => _events;

    public int OpenStreams => _openStreams;

    public int Increment() => Interlocked.Increment(ref _counter);

    public void CountEvent() => Interlocked.Increment(ref _events);

    public void OpenStream()
    {
        Interlocked.Increment(ref _openStreams);
        StreamStarted.TrySetResult();
    }

    public void CloseStream()
    {
        Interlocked.Decrement(ref _openStreams);
        StreamEnded.TrySetResult();
    }
}
