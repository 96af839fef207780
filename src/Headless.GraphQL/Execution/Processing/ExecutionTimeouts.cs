using System.Collections.Concurrent;

namespace Headless.GraphQL.Execution.Processing;

/// <summary>Cancellation sources that fire after the execution timeout, used again by later executions: a timer for each request would cost more than many a request.</summary>
internal sealed class ExecutionTimeouts(TimeSpan timeout)
{
    private const int MaxPooled = 64;

    private readonly ConcurrentQueue<CancellationTokenSource> _pool = [];

    /// <summary>A source that is cancelled with the caller's token, or when the time is up.</summary>
    public Lease Start(CancellationToken cancellationToken)
    {
        if (!_pool.TryDequeue(out var source))
        {
            source = new CancellationTokenSource();
        }

        source.CancelAfter(timeout);
        return new Lease(this, source, cancellationToken.UnsafeRegister(static state => ((CancellationTokenSource)state!).Cancel(), source));
    }

    /// <summary>One execution's use of a source.</summary>
    public readonly struct Lease(ExecutionTimeouts owner, CancellationTokenSource source, CancellationTokenRegistration caller) : IDisposable
    {
        public CancellationToken Token => source.Token;

        /// <summary>Gives the source back. One that was cancelled is not used again: what was abandoned may still hold its token.</summary>
        public void Dispose()
        {
            caller.Dispose();
            if (source.TryReset() && owner._pool.Count < MaxPooled)
            {
                owner._pool.Enqueue(source);
            }
            else
            {
                source.Dispose();
            }
        }
    }
}
