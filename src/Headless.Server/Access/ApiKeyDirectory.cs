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
            key = await db.ApiKeys.AsNoTracking().Include(k => k.Operator).FirstOrDefaultAsync(k => k.Hash == hash, ct);
            if (key is null)
            {
                return null;
            }

            _found.Set(cacheKey, key, new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = CacheFor });
        }

        var now = clock.GetUtcNow().UtcDateTime;
        if (key is null || !key.IsUsable(now) || !key.Operator.IsActive)
        {
            return null;
        }

        _used[key.Id] = now;
        return Caller.CreatePrincipal(key.OperatorId, key.Operator.Name, key.Operator.Role, key.ScopeFlags, AuthenticationType, key.Id);
    }

    /// <summary>
    /// Whether a caller's key still works: for what outlives the request that it came with, such as a subscription. Without a key:
    /// whether there is a caller at all.
    /// </summary>
    public async ValueTask<bool> IsStillUsableAsync(Caller caller, CancellationToken ct)
    {
        if (caller.KeyId is not { } id)
        {
            return caller.OperatorId is not null;
        }

        if (!_found.TryGetValue(id, out ApiKey? key))
        {
            await using var db = database.Create(AccessScope.Everything);
            key = await db.ApiKeys.AsNoTracking().Include(k => k.Operator).FirstOrDefaultAsync(k => k.Id == id, ct);
            _found.Set(id, key, new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = CacheFor });
        }

        return key is not null && key.Operator.IsActive && key.IsUsable(clock.GetUtcNow().UtcDateTime);
    }

    /// <summary>Forgets what it has found, so that a change made through this server holds at once.</summary>
    public void Forget() => _found.Clear();

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
}
