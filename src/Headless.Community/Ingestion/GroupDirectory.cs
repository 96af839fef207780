using Headless.Community.Data;
using Microsoft.EntityFrameworkCore;

namespace Headless.Community.Ingestion;

/// <summary>The groups that a batch names and its caller may write to.</summary>
internal sealed class GroupDirectory
{
    private readonly Dictionary<long, Group> _byId;
    private readonly Dictionary<(Platform Platform, string ExternalId), Group> _byExternalId;

    private GroupDirectory(List<Group> groups)
    {
        _byId = groups.ToDictionary(group => group.Id);
        _byExternalId = groups.ToDictionary(group => (group.Platform, group.ExternalId));
    }

    public long[] Ids => [.. _byId.Keys];

    public static async Task<GroupDirectory> LoadAsync(
        CommunityDbContext context, IEnumerable<GroupReference> references, AccessScope access, DateTime now, CancellationToken cancellationToken)
    {
        var distinct = references.Distinct().ToList();
        var ids = distinct.Where(reference => reference.Id is not null).Select(reference => reference.Id!.Value).Distinct().ToArray();
        var externalIds = distinct.Where(reference => reference.Id is null).Select(reference => reference.ExternalId!).Distinct().ToArray();
        var visible = context.Groups.AsNoTracking();
        if (!access.IsEverything)
        {
            var operatorId = access.OperatorId ?? 0;
            visible = visible.Where(group => context.GroupAssignments.Any(assignment =>
                assignment.GroupId == group.Id && assignment.OperatorId == operatorId
                && assignment.Since <= now && (assignment.Until == null || assignment.Until > now)));
        }

        var groups = new Dictionary<long, Group>();
        if (ids.Length > 0)
        {
            foreach (var group in await visible.Where(group => EF.Parameter(ids).Contains(group.Id)).ToListAsync(cancellationToken))
            {
                groups.Add(group.Id, group);
            }
        }

        if (externalIds.Length > 0)
        {
            // Ids of several platforms at once may find a few too many; looking up finds the right ones.
            foreach (var group in await visible.WhereIn(context, group => group.ExternalId, externalIds).ToListAsync(cancellationToken))
            {
                groups.TryAdd(group.Id, group);
            }
        }

        return new GroupDirectory([.. groups.Values]);
    }

    public Group? Find(GroupReference reference) => reference.Id is { } id
        ? _byId.GetValueOrDefault(id)
        : _byExternalId.GetValueOrDefault((reference.Platform!.Value, reference.ExternalId!));
}
