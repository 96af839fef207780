namespace Headless.Server.Access;

/// <summary>
/// A budget that is whole at first and refills evenly. <c>System.Threading.RateLimiting</c> has one too, which refills in steps by a
/// timer, tells no time by <see cref="TimeProvider"/> and cannot say when it will be whole.
/// </summary>
/// <param name="capacity">The most that it holds.</param>
/// <param name="window">The time in which it fills up from empty.</param>
internal sealed class TokenBucket(int capacity, TimeSpan window, DateTime now)
{
    private readonly double _perTick = (double)capacity / window.Ticks;
    private readonly Lock _lock = new();
    private double _tokens = capacity;
    private DateTime _filledAt = now;

    /// <summary>Takes what a request costs, where there is enough; what costs more than the bucket holds needs a full one.</summary>
    public BudgetState Take(double cost, DateTime now)
    {
        var needed = Math.Min(cost, capacity);
        lock (_lock)
        {
            Fill(now);
            var isGranted = _tokens >= needed;
            if (isGranted)
            {
                _tokens -= needed;
            }

            return new BudgetState(
                isGranted,
                capacity,
                (int)_tokens,
                now + TimeSpan.FromTicks((long)((capacity - _tokens) / _perTick)),
                isGranted ? TimeSpan.Zero : TimeSpan.FromTicks((long)Math.Ceiling((needed - _tokens) / _perTick)));
        }
    }

    /// <summary>Whether it is whole: as good as one that was never there.</summary>
    public bool IsFull(DateTime now)
    {
        lock (_lock)
        {
            Fill(now);
            return _tokens >= capacity;
        }
    }

    private void Fill(DateTime now)
    {
        if (now > _filledAt)
        {
            _tokens = Math.Min(capacity, _tokens + ((now - _filledAt).Ticks * _perTick));
            _filledAt = now;
        }
    }
}

/// <summary>A budget after a request has asked for some of it.</summary>
/// <param name="IsGranted">Whether there was enough.</param>
/// <param name="Limit">What it holds when it is whole.</param>
/// <param name="Remaining">What is left of it.</param>
/// <param name="ResetAt">When it will be whole, UTC.</param>
/// <param name="RetryAfter">How long until there will be enough.</param>
public readonly record struct BudgetState(bool IsGranted, int Limit, int Remaining, DateTime ResetAt, TimeSpan RetryAfter);
