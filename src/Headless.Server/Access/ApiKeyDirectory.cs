using System.Collections.Concurrent;
using System.Security.Claims;
using Microsoft.Extensions.Caching.Memory;

namespace Headless.Server.Access;

/// <summary>Finds the operator behind a secret. A key that is revoked elsewhere stops working here within <see cref="CacheFor"/>.</summary>
public sealed class ApiKeyDirectory(CommunityDatabase database, TimeProvider clock) : IDisposable
{
    public const string AuthenticationType = "ApiKey";

    private static readonly TimeSpan CacheFor = TimeSpan.FromSeconds(5);

    /// <summary>Longer than any secret that we issue; a longer one is not looked up.</summary>
    private const int MaxSecretLength = 200;

    private readonly MemoryCache _found = new(new MemoryCacheOptions { SizeLimit = 10_000 });
    private readonly ConcurrentDictionary<long, DateTime> _used = new();
    private volatile TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The principal of the key's operator; null when no usable key has that secret.</summary>
    public async ValueTask<ClaimsPrincipal?> FindAsync(string secret, CancellationToken ct)
    {
        if (secret.Length is 0 or > MaxSecretLength)
        {
            return null;
        }

        var hash = ApiKey.HashOf(secret);
        var cacheKey = Convert.ToBase64String(hash);
        if (!_found.TryGetValue(cacheKey, out ApiKey? key))
        {
            await using var db = database.Create(AccessScope.Everything);
            key = await db.ApiKeys.AsNoTracking().Include(k => k.Operator).FirstOrDefaultAsync(k => k.Hash == hash || k.FormerHash == hash, ct);
            if (key is null)
            {
                return null;
            }

            _found.Set(cacheKey, key, Entry());
        }

        var now = clock.GetUtcNow().UtcDateTime;
        if (key is null || !key.IsOpenedBy(hash, now) || !key.Operator.IsActive)
        {
            return null;
        }

        _used[key.Id] = now;
        return Caller.CreatePrincipal(key.OperatorId, key.Operator.Name, key.Operator.Role, key.ScopeFlags, AuthenticationType, key.Id, cacheKey);
    }

    /// <summary>
    /// Whether what a caller came with still works, for what outlives the request that it came with, such as a subscription: the key,
    /// by the secret that it was opened with; the token, until it expires; the operator. And whether it gives the rights that it gave then:
    /// who may do something else now, more or less, has to come again.
    /// </summary>
    public async ValueTask<bool> IsStillUsableAsync(Caller caller, CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        if (caller.OperatorId is not { } operatorId || now >= caller.ExpiresAt)
        {
            return false;
        }

        if (caller.KeyId is not { } id)
        {
            return await FindOperatorAsync(operatorId, ct) is { IsActive: true } acting && (caller.IsRoleOfToken || acting.Role == caller.Role);
        }

        var key = await RememberAsync(id, async db => await db.ApiKeys.AsNoTracking().Include(k => k.Operator).FirstOrDefaultAsync(k => k.Id == id, ct));
        return key is not null && key.Operator.IsActive && key.Operator.Role == caller.Role && key.IsOpenedBy(caller.KeyHash!, now)
            && Policies.Of(key.Operator.Role, key.ScopeFlags).All(caller.May);
    }

    /// <summary>What a look-up finds, for a few seconds from memory, and until something is forgotten.</summary>
    internal async ValueTask<T?> RememberAsync<T>(object cacheKey, Func<CommunityDbContext, Task<T?>> find)
        where T : class
    {
        if (!_found.TryGetValue(cacheKey, out T? found))
        {
            await using var db = database.Create(AccessScope.Everything);
            found = await find(db);
            _found.Set(cacheKey, found, Entry());
        }

        return found;
    }

    /// <summary>Completes when a change made through this server may have taken rights away. Take it before looking, and await it after.</summary>
    public Task Changed => _changed.Task;

    /// <summary>Forgets what it has found, so that a change made through this server holds at once.</summary>
    public void Forget()
    {
        _found.Clear();
        Interlocked.Exchange(ref _changed, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();
    }

    /// <summary>Writes down when keys were last used.</summary>
    public async Task SaveUsageAsync(CancellationToken ct)
    {
        foreach (var (id, at) in _used.ToArray())
        {
            await database.WriteAsync(
                AccessScope.Everything,
                (db, token) => db.ApiKeys.Where(k => k.Id == id).ExecuteUpdateAsync(s => s.SetProperty(k => k.LastUsedAt, at), token),
                ct);
            _used.TryRemove(new KeyValuePair<long, DateTime>(id, at));
        }
    }

    public void Dispose() => _found.Dispose();

    private static MemoryCacheEntryOptions Entry() => new() { Size = 1, AbsoluteExpirationRelativeToNow = CacheFor };

    private ValueTask<Operator?> FindOperatorAsync(long id, CancellationToken ct) => RememberAsync(
        (typeof(Operator), id), async db => await db.Operators.AsNoTracking().FirstOrDefaultAsync(o => o.Id == id, ct));
}
