using Headless.Server.Writing;

namespace Headless.Server.Features.Groups;

/// <summary>What entering a group and replicating one have in common.</summary>
internal static class GroupCreation
{
    public static Task RequireFreeExternalIdAsync(this WriteSession session, Platform platform, string externalId) => session.RequireNoneAsync<Group>(
        g => g.Platform == platform && g.ExternalId == externalId,
        $"There is a group with the external id '{externalId}' on that platform already.",
        "externalId");

    /// <summary>Takes the next number of a series, and the name that comes with it; null where there is no series.</summary>
    /// <remarks>Counted up by a statement of its own, which holds the row until the end: two groups at once wait for each other.</remarks>
    /// <exception cref="NotFoundException">There is no such series.</exception>
    /// <exception cref="DomainException"><see cref="DomainErrorCodes.GroupNameTooLong"/>.</exception>
    public static async Task<NumberInSeries?> TakeNumberAsync(this WriteSession session, long? seriesId, string? city, string? topic)
    {
        if (seriesId is not { } id)
        {
            return null;
        }

        await session.Db.GroupSeries.Where(s => s.Id == id)
            .ExecuteUpdateAsync(s => s.SetProperty(row => row.NextNumber, row => row.NextNumber + 1), session.CancellationToken);
        var series = await session.FindAsync<GroupSeries>(id, "seriesId");
        var number = series.NextNumber - 1;
        var name = series.NameOf(number, city, topic);
        return name.Length <= Group.NameMaxLength
            ? new NumberInSeries(series, number, name)
            : throw new DomainException(
                DomainErrorCodes.GroupNameTooLong, $"The series would call it '{name}', which has more than {Group.NameMaxLength} characters: shorten the city, the topic or the template.");
    }

    /// <summary>Adds the group, and assigns to it the OWNER or ADMIN who enters it: they would not see it otherwise.</summary>
    public static async Task AddGroupAsync(this WriteSession session, Group group)
    {
        session.Db.Groups.Add(group);
        if (session.Caller.Role is OperatorRole.Owner or OperatorRole.Admin)
        {
            var self = await session.FindAsync<Operator>(session.Caller.OperatorId!.Value, "callerId");
            group.Assign(self, self.Role == OperatorRole.Owner ? AssignmentRole.Owner : AssignmentRole.Admin, session.Now);
        }
    }
}

/// <summary>A number that was taken, for good.</summary>
internal sealed record NumberInSeries(GroupSeries Series, int Value, string Name);
