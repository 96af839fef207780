using System.Globalization;
using Headless.Community;
using Headless.Community.Data;

namespace Headless.Metrics;

/// <summary>A set of groups by what they are; all that is given must hold, and none but those that the caller may see.</summary>
/// <remarks>Two that say the same are equal, so that figures over them are computed together.</remarks>
public sealed class MetricGroups : IEquatable<MetricGroups>
{
    private readonly string _text;

    public MetricGroups(
        IReadOnlyCollection<long>? ids, IReadOnlyCollection<Platform>? platforms, IReadOnlyCollection<GroupType>? types, IReadOnlyCollection<GroupPurpose>? purposes,
        IReadOnlyCollection<GroupPhase>? phases, IReadOnlyCollection<GroupStatus>? statuses, long? operatorId)
    {
        (Ids, Platforms, Types, Phases, Statuses, OperatorId) = (Sorted(ids), Sorted(platforms), Sorted(types), Sorted(phases), Sorted(statuses), operatorId);
        Purposes = purposes?.Aggregate(default(GroupPurpose), (all, purpose) => all | purpose);
        _text = string.Join(
            ';', Text(Ids), Text(Platforms), Text(Types), Purposes?.ToString("D"), Text(Phases), Text(Statuses), OperatorId?.ToString(CultureInfo.InvariantCulture));
    }

    public long[]? Ids { get; }

    public Platform[]? Platforms { get; }

    public GroupType[]? Types { get; }

    /// <summary>Groups with any of them.</summary>
    public GroupPurpose? Purposes { get; }

    public GroupPhase[]? Phases { get; }

    public GroupStatus[]? Statuses { get; }

    /// <summary>The groups whose staff this operator is among at present.</summary>
    public long? OperatorId { get; }

    public bool Equals(MetricGroups? other) => other?._text == _text;

    public override bool Equals(object? obj) => Equals(obj as MetricGroups);

    public override int GetHashCode() => _text.GetHashCode(StringComparison.Ordinal);

    internal IQueryable<Group> Apply(CommunityDbContext db, DateTime now)
    {
        IQueryable<Group> groups = db.Groups;
        if (Ids is { } ids)
        {
            groups = groups.Where(g => ids.Contains(g.Id));
        }

        if (Platforms is { } platforms)
        {
            groups = groups.Where(g => platforms.Contains(g.Platform));
        }

        if (Types is { } types)
        {
            groups = groups.Where(g => types.Contains(g.Type));
        }

        if (Purposes is { } purposes)
        {
            groups = groups.Where(g => (g.PurposeFlags & purposes) != 0);
        }

        if (Phases is { } phases)
        {
            groups = groups.Where(g => phases.Contains(g.Phase));
        }

        if (Statuses is { } statuses)
        {
            groups = groups.Where(g => statuses.Contains(g.Status));
        }

        if (OperatorId is { } operatorId)
        {
            groups = groups.Where(g => db.GroupAssignments.Any(a =>
                a.GroupId == g.Id && a.OperatorId == operatorId && a.Since <= now && (a.Until == null || a.Until > now)));
        }

        return groups;
    }

    private static T[]? Sorted<T>(IReadOnlyCollection<T>? values) => values is null ? null : [.. values.Distinct().Order()];

    private static string Text<T>(T[]? values) => values is null ? "" : $"[{string.Join(',', values)}]";
}
