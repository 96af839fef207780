namespace Headless.Community.Data;

/// <summary>
/// Something that has to be written with whatever a flow of control writes first, in the same transaction and before it: a request
/// that changes something leaves it, whichever way the change is made, and one that changes nothing does not.
/// </summary>
/// <param name="write">Writes it. May run again: a lost connection repeats the transaction from its start.</param>
public sealed class WriteCompanion(Func<CommunityDbContext, CancellationToken, Task> write)
{
    private static readonly AsyncLocal<WriteCompanion?> s_current = new();

    private volatile bool _isCommitted;

    /// <summary>Whether it has been committed, and with it a first change.</summary>
    public bool IsCommitted => _isCommitted;

    /// <summary>That of the flow of control, as long as it still has to be written.</summary>
    internal static WriteCompanion? Pending => s_current.Value is { IsCommitted: false } companion ? companion : null;

    /// <summary>Has it written with the next write of what is called from here on, until the result is disposed.</summary>
    public IDisposable Begin()
    {
        s_current.Value = this;
        return new Ending();
    }

    internal Task WriteAsync(CommunityDbContext context, CancellationToken ct) => write(context, ct);

    internal void Committed() => _isCommitted = true;

    private sealed class Ending : IDisposable
    {
        public void Dispose() => s_current.Value = null;
    }
}
