namespace Headless.Community.Data;

/// <summary>
/// Admits one writer of this process at a time to a SQLite file, in the order of arrival, so that no client is told "database is
/// locked". Server databases need none.
/// </summary>
internal sealed class WriteGate(bool isNeeded) : IDisposable
{
    private readonly SemaphoreSlim? _semaphore = isNeeded ? new SemaphoreSlim(1, 1) : null;

    /// <summary>Waits for the turn; disposing the result ends it.</summary>
    public async ValueTask<Turn> EnterAsync(CancellationToken cancellationToken)
    {
        if (_semaphore is not null)
        {
            await _semaphore.WaitAsync(cancellationToken);
        }

        return new Turn(_semaphore);
    }

    public void Dispose() => _semaphore?.Dispose();

    /// <summary>The right to write.</summary>
    internal readonly struct Turn(SemaphoreSlim? semaphore) : IDisposable
    {
        public void Dispose() => semaphore?.Release();
    }
}
