namespace Headless.Server.Delivery.Relay;

/// <summary>That this process is the one of all servers on the database which delivers webhooks and carries out what is due.</summary>
/// <param name="Token">What every write of the holder is checked against: another's has a greater one.</param>
/// <param name="Lost">Cancelled when another may have taken over.</param>
public sealed record HeldLease(long Token, CancellationToken Lost);

/// <summary>The lease has gone to another process: what was being written is not.</summary>
public sealed class LeaseLostException() : Exception("Another server has taken over the relay.");

/// <summary>
/// Holds the relay's lease, or waits for it. Each server watches with its own stopwatch whether the holder's count moves, and changes hands by one
/// conditional UPDATE: clocks that differ, or jump, make no two holders and no pause. A holder that stops gives it back; one that was killed
/// is followed after <see cref="RelayOptions.TakeOverAfter"/>.
/// </summary>
public sealed class RelayLeaseKeeper(CommunityDatabase database, RelayOptions options, TimeProvider clock, ILogger<RelayLeaseKeeper> logger) : BackgroundService
{
    public const string Name = "relay";

    private readonly string _owner = $"{Environment.MachineName}:{Environment.ProcessId}:{Guid.NewGuid().ToString("N")[..8]}";
    private TaskCompletionSource<HeldLease> _held = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private CancellationTokenSource? _lost;
    private Observation? _observed;
    private long _renewedAt;

    /// <summary>Whether this process holds it.</summary>
    public bool IsHeld => _held.Task.IsCompletedSuccessfully;

    /// <summary>Waits until this process holds it.</summary>
    public Task<HeldLease> HeldAsync(CancellationToken cancellationToken) => _held.Task.WaitAsync(cancellationToken);

    /// <summary>Inside a transaction: nobody else takes over before it ends, or it does not happen.</summary>
    /// <exception cref="LeaseLostException">Somebody else has.</exception>
    public static async Task RequireAsync(CommunityDbContext db, long token, CancellationToken cancellationToken)
    {
        var held = await db.RelayLeases.Where(l => l.Name == Name && l.Token == token)
            .ExecuteUpdateAsync(s => s.SetProperty(l => l.Token, token), cancellationToken);
        if (held == 0)
        {
            throw new LeaseLostException();
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (true)
            {
                try
                {
                    await (IsHeld ? RenewAsync(stoppingToken) : TryTakeAsync(stoppingToken));
                }
                catch (Exception exception) when (exception is not OperationCanceledException)
                {
                    logger.LogWarning(exception, "The lease of the relay could not be read or written; it is tried again.");
                    LoseWhenOld();
                }

                await Task.Delay(options.TakeOverAfter / 4, clock, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            await GiveBackAsync();
        }
    }

    private async Task RenewAsync(CancellationToken ct)
    {
        var token = _held.Task.Result.Token;
        var (began, now) = (clock.GetTimestamp(), clock.GetUtcNow().UtcDateTime);
        var renewed = await database.WriteAsync(
            AccessScope.Everything,
            (db, inner) => db.RelayLeases.Where(l => l.Name == Name && l.Token == token)
                .ExecuteUpdateAsync(s => s.SetProperty(l => l.Beat, l => l.Beat + 1).SetProperty(l => l.RenewedAt, now), inner),
            ct);
        if (renewed == 0)
        {
            logger.LogWarning("Another server has taken over the relay: webhooks and what is due are its from now on.");
            Lose();
        }
        else
        {
            _renewedAt = began;
        }
    }

    private async Task TryTakeAsync(CancellationToken ct)
    {
        RelayLease? lease;
        await using (var db = database.Create(AccessScope.Everything))
        {
            lease = await db.RelayLeases.AsNoTracking().FirstOrDefaultAsync(l => l.Name == Name, ct);
        }

        var began = clock.GetTimestamp();
        if (lease is null)
        {
            await AddAsync(ct);
            return;
        }

        if (lease.Owner is not null && !HasStoodStill(lease))
        {
            return;
        }

        var (owner, now) = (_owner, clock.GetUtcNow().UtcDateTime);
        var taken = await database.WriteAsync(
            AccessScope.Everything,
            (db, inner) => db.RelayLeases.Where(l => l.Id == lease.Id && l.Token == lease.Token && l.Beat == lease.Beat)
                .ExecuteUpdateAsync(
                    s => s.SetProperty(l => l.Owner, owner).SetProperty(l => l.Token, lease.Token + 1).SetProperty(l => l.Beat, 0).SetProperty(l => l.RenewedAt, now),
                    inner),
            ct);
        _observed = null;
        if (taken == 1)
        {
            (_renewedAt, _lost) = (began, new CancellationTokenSource());
            _held.TrySetResult(new HeldLease(lease.Token + 1, _lost.Token));
        }
    }

    /// <summary>Nobody's at first: the next look takes it. Two servers that begin at once add one row; the other is told that it is there.</summary>
    private async Task AddAsync(CancellationToken ct)
    {
        try
        {
            await database.WriteAsync(
                AccessScope.Everything,
                (db, inner) =>
                {
                    db.RelayLeases.Add(new RelayLease { Name = Name, RenewedAt = clock.GetUtcNow().UtcDateTime });
                    return db.SaveChangesAsync(inner);
                },
                ct);
        }
        catch (DbUpdateException exception) when (UniqueConstraint.IsViolatedBy(exception))
        {
            return;
        }

        await TryTakeAsync(ct);
    }

    private bool HasStoodStill(RelayLease lease)
    {
        if (_observed is not { } observed || observed.Token != lease.Token || observed.Beat != lease.Beat)
        {
            _observed = new Observation(lease.Token, lease.Beat, clock.GetTimestamp());
            return false;
        }

        return clock.GetElapsedTime(observed.Since) >= options.TakeOverAfter;
    }

    /// <summary>A holder that cannot reach the database stops before another takes over.</summary>
    private void LoseWhenOld()
    {
        if (IsHeld && clock.GetElapsedTime(_renewedAt) >= options.TakeOverAfter * 0.75)
        {
            Lose();
        }
    }

    private void Lose()
    {
        var lost = _lost;
        (_held, _lost) = (new TaskCompletionSource<HeldLease>(TaskCreationOptions.RunContinuationsAsynchronously), null);
        lost?.Cancel();
    }

    private async Task GiveBackAsync()
    {
        if (!IsHeld)
        {
            return;
        }

        var token = _held.Task.Result.Token;
        Lose();
        try
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(2));
            await database.WriteAsync(
                AccessScope.Everything,
                (db, ct) => db.RelayLeases.Where(l => l.Name == Name && l.Token == token).ExecuteUpdateAsync(s => s.SetProperty(l => l.Owner, (string?)null), ct),
                patience.Token);
        }
        catch (Exception exception)
        {
            logger.LogInformation(exception, "The lease of the relay could not be given back; another server takes over in {Seconds} s.", options.TakeOverAfter.TotalSeconds);
        }
    }

    /// <summary>How the lease looked when it was seen to change last, by this process's stopwatch.</summary>
    private sealed record Observation(long Token, long Beat, long Since);
}
