using FluentValidation;
using Headless.Server.Writing;

namespace Headless.Server.Features.Campaigns;

/// <summary>Rules that the inputs about campaigns share.</summary>
internal static class CampaignRules
{
    /// <summary>The most groups that a mutation may name.</summary>
    public const int MaxGroups = 1_000;

    /// <summary>A name of the IANA time zone database that this machine knows.</summary>
    public static IRuleBuilderOptions<T, string?> IanaTimeZone<T>(this IRuleBuilder<T, string?> rule) => rule
        .Must(id => id is null || LocalDays.IsTimeZone(id))
        .WithErrorCode("UNKNOWN_TIME_ZONE")
        .WithMessage("'{PropertyName}' must be an IANA time zone, such as Asia/Shanghai.");

    /// <summary>At most <see cref="MaxGroups"/> groups, each once.</summary>
    public static IRuleBuilderOptions<T, IReadOnlyList<long>?> GroupIds<T>(this IRuleBuilder<T, IReadOnlyList<long>?> rule) => rule
        .Must(ids => ids is null || ids.Count <= MaxGroups)
        .WithErrorCode("TOO_MANY_IDS").WithMessage($"Name at most {MaxGroups} groups.")
        .Must(ids => ids is null || ids.Distinct().Count() == ids.Count)
        .WithErrorCode("DUPLICATE_ID").WithMessage("Name each group once.");

    /// <summary>Finds the groups of an input.</summary>
    /// <exception cref="NotFoundException">One does not exist, or the caller may not see it.</exception>
    public static async Task<List<Group>> FindGroupsAsync(this WriteSession session, IReadOnlyList<long> ids)
    {
        var wanted = ids.ToArray();
        var found = await session.Db.Groups.Where(g => EF.Parameter(wanted).Contains(g.Id)).ToDictionaryAsync(g => g.Id, session.CancellationToken);
        return [.. wanted.Select((id, index) => found.TryGetValue(id, out var group) ? group : throw new NotFoundException(nameof(Group), $"groupIds[{index}]"))];
    }

    /// <summary>An OWNER or ADMIN sees a campaign only through a group.</summary>
    /// <exception cref="InvalidInputException">The caller could not see it.</exception>
    public static void RequireVisible(this WriteSession session, IReadOnlyCollection<Group> groups)
    {
        if (groups.Count == 0 && !session.Caller.Scope.IsEverything)
        {
            throw InvalidInputException.Of("groupIds", "GROUP_REQUIRED", "Name at least one of your groups: you could not see the campaign otherwise.");
        }
    }
}
