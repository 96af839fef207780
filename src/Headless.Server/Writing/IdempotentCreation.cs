using System.Linq.Expressions;

namespace Headless.Server.Writing;

/// <summary>Rows that keep the idempotency key that they were made with: made again, the first one is the answer.</summary>
internal static class IdempotentCreation
{
    /// <summary>The row that was made with the key; null where the key is new or none was given.</summary>
    /// <exception cref="AlreadyExistsException">The key is that of a row which the caller may not see.</exception>
    public static async Task<T?> FindByKeyAsync<T>(this WriteSession session, string? key, Expression<Func<T, bool>> hasKey)
        where T : Entity
    {
        if (key is null)
        {
            return null;
        }

        var known = await session.Db.Set<T>().FirstOrDefaultAsync(hasKey, session.CancellationToken);
        if (known is null)
        {
            await session.RequireNoneAsync(hasKey, "Something that you may not see was made with that idempotency key: choose another one.", "idempotencyKey");
        }

        return known;
    }
}
