using Headless.Server.Features.Members;

namespace Headless.Server.Transfers.Subjects;

/// <summary>What rows name by ids: groups, members, tags, campaigns.</summary>
internal sealed class RowReferences(INodeIdSerializer ids)
{
    public const string GroupIdColumn = "groupId";
    public const string GroupColumn = "group";

    public static IReadOnlyList<ImportColumn> GroupColumns { get; } =
    [
        new(GroupIdColumn, false, "The group, by its global id; the group of the import unless given."),
        new(GroupColumn, false, "The group, by its id on the platform, where groupId is not given."),
    ];

    public static IReadOnlyList<ImportColumn> AccountColumns { get; } =
    [
        new("platform", false, "The platform of the account, and of a group that is named by its id there: WECHAT, WECOM, QQ and so on; the platform of the import unless given."),
        new("account", false, "The account's id on the platform."),
    ];

    /// <summary>The key that a global id has here.</summary>
    /// <exception cref="RowException">It is the id of something else, or none.</exception>
    public long? Id<T>(ImportRow row, string column)
    {
        if (row.Text(column) is not { } text)
        {
            return null;
        }

        try
        {
            if (ids.Parse(text, typeof(long)) is { TypeName: var type, InternalId: long id } && type == typeof(T).Name)
            {
                return id;
            }
        }
        catch (NodeIdInvalidFormatException)
        {
        }

        throw new RowException("INVALID_ID", $"'{column}' is not the global id of a {typeof(T).Name}.", column);
    }

    /// <summary>The platform that a row names, or the import does.</summary>
    /// <exception cref="RowException">Neither does.</exception>
    public static Platform PlatformOf(ImportRow row, ImportJob job) => row.Choice<Platform>("platform") ?? job.Platform
        ?? throw new RowException("MISSING_VALUE", "Name the platform in every row, or for the whole import.", "platform");

    /// <summary>The account that a row names; null where it names none.</summary>
    public static (Platform Platform, string ExternalId)? AccountOf(ImportRow row, ImportJob job) =>
        row.Text("account") is { } account ? (PlatformOf(row, job), account) : null;

    /// <summary>The groups of rows, by one statement; a row whose group is not there is rejected.</summary>
    public async Task FindGroupsAsync(CommunityDbContext db, ImportBatch batch, CancellationToken ct)
    {
        var named = new Dictionary<int, (long? Id, Platform? Platform, string? ExternalId)>();
        batch.ForEachOpen((row, index) =>
        {
            if (Id<Group>(row, GroupIdColumn) is { } id)
            {
                named[index] = (id, null, null);
            }
            else if (row.Text(GroupColumn) is { } externalId)
            {
                named[index] = (null, PlatformOf(row, batch.Job), externalId);
            }
            else if (batch.Job.GroupId is { } of)
            {
                named[index] = (of, null, null);
            }
            else if (!batch.Caller.Scope.IsEverything)
            {
                throw new RowException("GROUP_REQUIRED", "Name one of your groups in every row, or for the whole import: you could not see it otherwise.", GroupIdColumn);
            }
        });
        long[] keys = [.. named.Values.Select(n => n.Id).OfType<long>().Distinct()];
        string[] externalIds = [.. named.Values.Select(n => n.ExternalId).OfType<string>().Distinct()];
        var byId = keys.Length == 0 ? [] : await db.Groups.AsNoTracking().Where(g => EF.Parameter(keys).Contains(g.Id)).Select(g => g.Id).ToHashSetAsync(ct);
        var byExternalId = externalIds.Length == 0 ? [] : (await db.Groups.AsNoTracking().WhereIn(db, g => g.ExternalId, externalIds)
            .Select(g => new { g.Id, g.Platform, g.ExternalId }).ToListAsync(ct)).ToDictionary(g => (g.Platform, g.ExternalId), g => g.Id);
        batch.ForEachOpen((row, index) =>
        {
            if (named.TryGetValue(index, out var group))
            {
                batch.GroupIds[index] = group.Id is { } id
                    ? byId.Contains(id) ? id : throw new RowException("UNKNOWN_GROUP", "There is no such group, or you may not see it.", GroupIdColumn)
                    : byExternalId.TryGetValue((group.Platform!.Value, group.ExternalId!), out var found) ? found
                    : throw new RowException("UNKNOWN_GROUP", $"There is no group '{group.ExternalId}' on {group.Platform.Value}, or you may not see it.", GroupColumn);
            }
        });
    }

    /// <summary>Who has accounts, of all that there are: those whom the caller may not see are told from those who are not there.</summary>
    public static async Task<Dictionary<(Platform Platform, string ExternalId), long>> FindAccountsAsync(
        CommunityDbContext db, IEnumerable<(Platform Platform, string ExternalId)> accounts, CancellationToken ct)
    {
        var wanted = accounts.ToHashSet();
        string[] externalIds = [.. wanted.Select(a => a.ExternalId).Distinct()];
        if (externalIds.Length == 0)
        {
            return [];
        }

        var found = await db.Identities.AsNoTracking().IgnoreQueryFilters().WhereIn(db, i => i.ExternalId, externalIds)
            .Select(i => new { i.Platform, i.ExternalId, i.MemberId }).ToListAsync(ct);
        return found.Where(i => wanted.Contains((i.Platform, i.ExternalId))).ToDictionary(i => (i.Platform, i.ExternalId), i => i.MemberId);
    }
}
