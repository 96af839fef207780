using System.Buffers.Text;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace Headless.Server.Tracking;

/// <summary>
/// Makes the keys by which visitors of one page on one day are told apart: half an HMAC of what a browser shows of itself, with a salt of
/// that day. The salt is forgotten with the keys, so nobody can find out afterwards whose they were; neither address nor browser is stored.
/// </summary>
public sealed class VisitorKeys(CommunityDatabase database)
{
    private const int SaltLength = 32;
    private const int KeyLength = 16;

    private readonly Lock _lock = new();
    private readonly Dictionary<DateOnly, byte[]> _salts = [];

    /// <summary>The key of a browser: by the address that it comes from and what it calls itself.</summary>
    public Task<string> OfBrowserAsync(DateOnly day, long pageId, IPAddress? address, string agent, CancellationToken ct) =>
        OfAsync(day, pageId, $"browser\n{(address is { IsIPv4MappedToIPv6: true } ? address.MapToIPv4() : address)}\n{agent}", ct);

    /// <summary>The key of a visitor by the name that the page has for them.</summary>
    public Task<string> OfNameAsync(DateOnly day, long pageId, string name, CancellationToken ct) => OfAsync(day, pageId, $"name\n{name}", ct);

    private async Task<string> OfAsync(DateOnly day, long pageId, string visitor, CancellationToken ct)
    {
        var hash = HMACSHA256.HashData(await SaltAsync(day, ct), Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{pageId}\n{visitor}")));
        return Base64Url.EncodeToString(hash.AsSpan(0, KeyLength));
    }

    private async Task<byte[]> SaltAsync(DateOnly day, CancellationToken ct)
    {
        lock (_lock)
        {
            if (_salts.TryGetValue(day, out var known))
            {
                return known;
            }
        }

        var salt = await FindAsync(day, ct) ?? await MakeAsync(day, ct);
        lock (_lock)
        {
            // Those of days that are over are not kept here either.
            foreach (var old in _salts.Keys.Where(other => other < day.AddDays(-2)).ToList())
            {
                _salts.Remove(old);
            }

            return _salts[day] = salt;
        }
    }

    private async Task<byte[]?> FindAsync(DateOnly day, CancellationToken ct)
    {
        await using var db = database.Create(AccessScope.Everything);
        return await db.VisitorSalts.Where(s => s.Day == day).Select(s => s.Salt).FirstOrDefaultAsync(ct);
    }

    private async Task<byte[]> MakeAsync(DateOnly day, CancellationToken ct)
    {
        try
        {
            return await database.WriteAsync(
                AccessScope.Everything,
                async (db, token) =>
                {
                    if (await db.VisitorSalts.Where(s => s.Day == day).Select(s => s.Salt).FirstOrDefaultAsync(token) is { } known)
                    {
                        return known;
                    }

                    var salt = RandomNumberGenerator.GetBytes(SaltLength);
                    db.VisitorSalts.Add(new VisitorSalt { Day = day, Salt = salt });
                    await db.SaveChangesAsync(token);
                    return salt;
                },
                ct);
        }
        catch (DbUpdateException exception) when (UniqueConstraint.IsViolatedBy(exception))
        {
            // Another server made it at the same moment.
            return await FindAsync(day, ct) ?? throw new InvalidOperationException("The salt of the day was there and is not any more.", exception);
        }
    }
}
