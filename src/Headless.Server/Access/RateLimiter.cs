using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Headless.Server.Access;

/// <summary>
/// What each caller may still ask for: a budget for each API key, for each operator who comes without one, and for each address that
/// comes as nobody. Kept in memory, so each replica counts for itself.
/// </summary>
public sealed class RateLimiter(RateLimitOptions options, TimeProvider clock)
{
    private readonly ConcurrentDictionary<BudgetKey, TokenBucket> _buckets = new();
    private readonly TokenBucket _overflow = new(Math.Max(options.AnonymousLimit, 1), options.Window, clock.GetUtcNow().UtcDateTime);
    private readonly Lock _sweep = new();
    private DateTime _sweptAt;

    /// <summary>How many callers are told apart now.</summary>
    internal int Callers => _buckets.Count;

    /// <summary>Takes what a request costs from the caller's budget; null where there is no limit.</summary>
    /// <param name="caller">Who asks.</param>
    /// <param name="address">Where from, for a caller who is nobody.</param>
    /// <param name="cost">In units of the cost of operations.</param>
    public BudgetState? Take(Caller caller, IPAddress? address, double cost)
    {
        var limit = caller.OperatorId is null ? options.AnonymousLimit : options.Limit;
        if (limit == 0)
        {
            return null;
        }

        var now = clock.GetUtcNow().UtcDateTime;
        return Find(BudgetKey.Of(caller, address), limit, now).Take(cost, now);
    }

    private TokenBucket Find(BudgetKey key, int limit, DateTime now)
    {
        if (_buckets.TryGetValue(key, out var bucket))
        {
            return bucket;
        }

        if (_buckets.Count >= options.MaxCallers)
        {
            Sweep(now);
        }

        return _buckets.Count < options.MaxCallers ? _buckets.GetOrAdd(key, _ => new TokenBucket(limit, options.Window, now)) : _overflow;
    }

    /// <summary>Forgets the budgets that are whole; once a second at most, since it looks at each.</summary>
    private void Sweep(DateTime now)
    {
        lock (_sweep)
        {
            if (now - _sweptAt < TimeSpan.FromSeconds(1))
            {
                return;
            }

            _sweptAt = now;
            foreach (var (key, bucket) in _buckets)
            {
                if (bucket.IsFull(now))
                {
                    _buckets.TryRemove(key, out _);
                }
            }
        }
    }

    /// <summary>Whose budget it is.</summary>
    private readonly record struct BudgetKey(BudgetOwner Owner, UInt128 Id)
    {
        public static BudgetKey Of(Caller caller, IPAddress? address) =>
            caller.KeyId is { } key ? new(BudgetOwner.ApiKey, (UInt128)key)
            : caller.OperatorId is { } id ? new(BudgetOwner.Operator, (UInt128)id)
            : new(BudgetOwner.Address, Number(address));

        /// <summary>An IPv6 network of 64 bits is one customer's, with as many addresses as they like.</summary>
        private static UInt128 Number(IPAddress? address)
        {
            if (address is null)
            {
                return 0;
            }

            Span<byte> bytes = stackalloc byte[16];
            address.MapToIPv6().TryWriteBytes(bytes, out _);
            if (address.AddressFamily == AddressFamily.InterNetworkV6 && !address.IsIPv4MappedToIPv6)
            {
                bytes[8..].Clear();
            }

            return BinaryPrimitives.ReadUInt128BigEndian(bytes);
        }
    }

    private enum BudgetOwner : byte
    {
        Address,
        ApiKey,
        Operator,
    }
}

/// <summary>What the request under way has cost, and what that has left its caller.</summary>
public sealed class RequestBudget
{
    /// <summary>In units of the cost of operations.</summary>
    public double Cost { get; internal set; }

    /// <summary>Null where there is no limit.</summary>
    public BudgetState? State { get; internal set; }
}
