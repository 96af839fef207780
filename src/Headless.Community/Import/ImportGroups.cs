using Headless.Community.Data;
using Headless.Community.Ingestion;
using Microsoft.EntityFrameworkCore;

namespace Headless.Community.Import;

/// <summary>The group that an import is told by name.</summary>
public static class ImportGroups
{
    /// <summary>
    /// Finds a group by its name, or by its id on the platform; where there is none, adds one that is open, with the name for both.
    /// </summary>
    /// <param name="platform">Where a new one lives.</param>
    /// <param name="at">The time that a new one is opened, UTC.</param>
    /// <exception cref="ImportException"><see cref="ImportErrorCodes.GroupNeeded"/>: several groups have the name.</exception>
    public static Task<long> FindOrAddAsync(
        CommunityDatabase database, string name, Platform platform, DateTime at, CancellationToken cancellationToken) =>
        database.WriteAsync(
            AccessScope.Everything,
            async (context, token) =>
            {
                var found = await context.Groups
                    .Where(group => group.Name == name || (group.Platform == platform && group.ExternalId == name))
                    .Select(group => group.Id).Take(2).ToListAsync(token);
                switch (found)
                {
                    case [var only]:
                        return only;
                    case [_, _]:
                        throw new ImportException(
                            ImportErrorCodes.GroupNeeded, $"Several groups are called {name}: give the id that the group has on its platform.");
                }

                // It runs already: nobody is asked for its positioning before it may.
                var added = new Group { Platform = platform, ExternalId = name, Name = name, Status = GroupStatus.Active, OpensAt = at };
                context.Add(added);
                await context.SaveChangesAsync(token);
                context.Append(ActivityKind.GroupCreated, at, actorId: null, groupId: added.Id);
                context.Append(ActivityKind.GroupOpened, at, actorId: null, groupId: added.Id);
                await context.SaveChangesAsync(token);
                return added.Id;
            },
            cancellationToken);
}
