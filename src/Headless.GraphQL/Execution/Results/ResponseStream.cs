using System.Runtime.CompilerServices;
using Headless.GraphQL.Instrumentation;

namespace Headless.GraphQL.Execution;

/// <summary>
/// The answers of a subscription: one for each event (specification section 6.2.3.2). It ends with the source; where the
/// source fails, a last answer says so. Disposing it, or the request's cancellation, unsubscribes. To be enumerated once.
/// </summary>
public sealed class ResponseStream : ExecutionResult, IAsyncEnumerable<OperationResult>
{
    private readonly IAsyncEnumerator<object?> _source;
    // Not linked and never disposed: cancelling it must stay safe however the stream has ended.
    private readonly CancellationTokenSource _unsubscribed = new();
    private readonly CancellationTokenRegistration _requestAborted;
    private int _enumerated;
    private int _disposed;

    internal ResponseStream(
        IAsyncEnumerable<object?> source,
        Func<object?, CancellationToken, ValueTask<OperationResult>> execute,
        Func<Exception, OperationResult> fail,
        CancellationToken requestAborted)
    {
        _requestAborted = requestAborted.UnsafeRegister(static state => ((CancellationTokenSource)state!).Cancel(), _unsubscribed);
        _source = source.GetAsyncEnumerator(_unsubscribed.Token);
        Execute = execute;
        Fail = fail;
        Instruments.SubscriptionStarted();
    }

    /// <summary>Answers one event.</summary>
    internal Func<object?, CancellationToken, ValueTask<OperationResult>> Execute { get; set; }

    /// <summary>The last answer of a source that failed.</summary>
    internal Func<Exception, OperationResult> Fail { get; set; }

    /// <summary>Completes the first answer.</summary>
    internal Action<OperationResult>? OnFirstResult { get; set; }

    /// <summary>The answers, each to be disposed by the caller.</summary>
    /// <exception cref="InvalidOperationException">The stream is enumerated a second time.</exception>
    public IAsyncEnumerator<OperationResult> GetAsyncEnumerator(CancellationToken cancellationToken = default)
        => Interlocked.Exchange(ref _enumerated, 1) == 0
            ? ReadAsync(cancellationToken).GetAsyncEnumerator(CancellationToken.None)
            : throw new InvalidOperationException("A response stream can be read only once.");

    /// <summary>Unsubscribes. While an enumeration runs, it ends that, which then releases the source.</summary>
    public override async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0)
        {
            return;
        }

        await _unsubscribed.CancelAsync().ConfigureAwait(false);
        if (Interlocked.Exchange(ref _enumerated, 1) == 0)
        {
            await ReleaseAsync().ConfigureAwait(false);
        }
    }

    private async IAsyncEnumerable<OperationResult> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var registration = cancellationToken.UnsafeRegister(static state => ((CancellationTokenSource)state!).Cancel(), _unsubscribed);
        try
        {
            while (true)
            {
                object? message = null;
                OperationResult? failure = null;
                var ended = false;
                try
                {
                    ended = !await _source.MoveNextAsync().ConfigureAwait(false);
                    message = ended ? null : _source.Current;
                }
                catch (Exception) when (_unsubscribed.IsCancellationRequested)
                {
                    ended = true;
                }
                catch (Exception exception)
                {
                    failure = Fail(exception);
                }

                if (ended)
                {
                    yield break;
                }

                if (failure is not null)
                {
                    yield return failure;
                    yield break;
                }

                OperationResult result;
                try
                {
                    result = await Execute(message, _unsubscribed.Token).ConfigureAwait(false);
                }
                catch (Exception) when (_unsubscribed.IsCancellationRequested)
                {
                    yield break;
                }

                OnFirstResult?.Invoke(result);
                OnFirstResult = null;
                yield return result;
            }
        }
        finally
        {
            await ReleaseAsync().ConfigureAwait(false);
        }
    }

    private async ValueTask ReleaseAsync()
    {
        Instruments.SubscriptionEnded();
        await _requestAborted.DisposeAsync().ConfigureAwait(false);
        await _source.DisposeAsync().ConfigureAwait(false);
    }
}
