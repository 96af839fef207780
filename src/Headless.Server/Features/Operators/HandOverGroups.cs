using System.Text.Json;
using FluentValidation;
using Headless.Community.Ingestion;
using Headless.Server.Access;
using Headless.Server.Writing;

namespace Headless.Server.Features.Operators;

[GraphQLDescription("The work of one operator, for another one.")]
public sealed record HandOverGroupsInput(
    [property: ID<Operator>] [property: GraphQLDescription("Who gives it away.")] long FromOperatorId,
    [property: ID<Operator>] [property: GraphQLDescription("Who takes it over: active, and a LEAD, an OWNER or an ADMIN.")] long ToOperatorId,
    [property: ID<Group>] [property: GraphQLDescription("The groups, at most 1 000; every group that the first works in unless given.")] IReadOnlyList<long>? GroupIds,
    [property: GraphQLDescription("Why, for whoever reads the history; at most 1 000 characters.")] string Reason,
    [property: GraphQLDescription("Whether the accounts in those groups that the first controls pass, too; true unless given.")] bool? WithAccounts);

/// <summary>The rules of <see cref="HandOverGroupsInput"/>; those of the domain are the handover's.</summary>
public sealed class HandOverGroupsValidator : AbstractValidator<HandOverGroupsInput>
{
    /// <summary>The most groups that an input may name.</summary>
    public const int MaxGroups = 1_000;

    public HandOverGroupsValidator()
    {
        RuleFor(i => i.Reason).NotEmpty().MaximumLength(GroupHandover.ReasonMaxLength).PlainText();
        RuleFor(i => i.GroupIds)
            .Must(ids => ids is null || ids.Count is > 0 and <= MaxGroups)
            .WithErrorCode("TOO_MANY_IDS").WithMessage($"Name 1 to {MaxGroups} groups, or none for all.")
            .Must(ids => ids is null || ids.Distinct().Count() == ids.Count)
            .WithErrorCode("DUPLICATE_ID").WithMessage("Name each group once.");
    }
}

[GraphQLDescription("What passed from one operator to another.")]
public sealed record HandoverReport(
    [property: GraphQLDescription("How many groups passed.")] int GroupCount,
    [property: GraphQLDescription("How many accounts that staff controls passed with them.")] int AccountCount,
    [property: ListSize(AssumedSize = 50)] [property: GraphQLDescription("One entry for each group and role, as groupHandovers has them from now on.")]
    IReadOnlyList<GroupHandover> Handovers)
{
    internal static HandoverReport Of(IReadOnlyList<GroupHandover> handovers) => new(
        handovers.Select(h => h.GroupId).Distinct().Count(), handovers.Sum(h => h.AccountCount), handovers);
}

/// <summary>Passes groups from one operator to another.</summary>
[ExtendObjectType(OperationTypeNames.Mutation)]
public sealed class HandOverGroupsMutation
{
    [Authorize(Policies.Administer)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<DomainException>]
    [UseMutationConvention(PayloadFieldName = "report")]
    [GraphQLDescription(
        "Passes what an operator is in one, several or all of their groups to another one, in one transaction: assignments end and begin, the accounts that they control pass, the history keeps why. Sent again it is NOT_ASSIGNED and changes nothing.")]
    public static Task<HandoverReport> HandOverGroupsAsync(HandOverGroupsInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            input,
            async session =>
            {
                // Two handovers of a group at a time go one after the other: the second finds that there is nothing left to give.
                await session.Db.LockActivityLogAsync(session.CancellationToken);
                var from = await session.FindAsync<Operator>(input.FromOperatorId, "fromOperatorId");
                var to = await session.FindAsync<Operator>(input.ToOperatorId, "toOperatorId");
                var handovers = await session.HandOverAsync(from, to, input.GroupIds, input.Reason, input.WithAccounts ?? true);
                return handovers.Count > 0
                    ? HandoverReport.Of(handovers)
                    : throw new DomainException(DomainErrorCodes.NotAssigned, $"{from.Name} works in no group: there is nothing to hand over.");
            },
            cancellationToken);
}

/// <summary>The steps of a handover, for whoever hands over and whoever leaves.</summary>
internal static class Handovers
{
    /// <param name="session">Holds the lock of the log.</param>
    /// <param name="from">Who gives away.</param>
    /// <param name="to">Who takes over.</param>
    /// <param name="groupIds">The groups; null: all.</param>
    /// <param name="reason">Why.</param>
    /// <param name="withAccounts">Whether accounts pass, too: with all groups, those in groups that the first does not work in as well.</param>
    public static async Task<IReadOnlyList<GroupHandover>> HandOverAsync(
        this WriteSession session, Operator from, Operator to, IReadOnlyList<long>? groupIds, string reason, bool withAccounts)
    {
        var groups = await session.FindGroupsToHandOverAsync(from, groupIds);
        var accounts = withAccounts ? await session.FindAccountsAsync(from, groupIds is null ? null : [.. groups.Select(g => g.Id)]) : [];
        var handovers = new List<GroupHandover>();
        foreach (var group in groups)
        {
            var passed = GroupHandover.HandOver(
                group, from, to, [.. accounts.Where(a => a.GroupId == group.Id)], reason, session.Now, session.Caller.OperatorId);
            session.Db.GroupHandovers.AddRange(passed);
            handovers.AddRange(passed);
            foreach (var handover in passed)
            {
                session.Record(
                    ActivityKind.GroupHandedOver,
                    () => new ActivitySubject
                    {
                        GroupId = group.Id,
                        Text = reason,
                        Data = JsonSerializer.Serialize(new
                        {
                            from = from.Name, to = to.Name, role = handover.Role.ToString().ToUpperInvariant(), accounts = handover.AccountCount,
                        }),
                    });
            }
        }

        foreach (var account in accounts.Where(a => groups.TrueForAll(g => g.Id != a.GroupId)))
        {
            account.SetAccountKind(account.AccountKind, to.Id, session.Now, account.StaffDuty);
            session.Record(
                ActivityKind.MembershipUpdated,
                () => new ActivitySubject { GroupId = account.GroupId, MemberId = account.MemberId, MembershipId = account.Id, Text = reason });
        }

        return handovers;
    }

    private static async Task<List<Group>> FindGroupsToHandOverAsync(this WriteSession session, Operator from, IReadOnlyList<long>? groupIds)
    {
        var now = session.Now;
        var groups = session.Db.Groups.Include(g => g.Assignments.Where(a => a.Until == null || a.Until > now));
        if (groupIds is null)
        {
            return await groups
                .Where(g => g.Assignments.Any(a => a.OperatorId == from.Id && a.Since <= now && (a.Until == null || a.Until > now)))
                .OrderBy(g => g.Id)
                .ToListAsync(session.CancellationToken);
        }

        var wanted = groupIds.ToArray();
        var found = await groups.Where(g => EF.Parameter(wanted).Contains(g.Id)).ToDictionaryAsync(g => g.Id, session.CancellationToken);
        return [.. wanted.Select((id, index) => found.TryGetValue(id, out var group) ? group : throw new NotFoundException(nameof(Group), $"groupIds[{index}]"))];
    }

    /// <summary>The accounts that somebody controls now, in some groups or in all.</summary>
    private static Task<List<Membership>> FindAccountsAsync(this WriteSession session, Operator from, long[]? groupIds)
    {
        var accounts = session.Db.Memberships.Include(m => m.Controls).Where(m => m.ControlledById == from.Id && m.LeftAt == null);
        return (groupIds is null ? accounts : accounts.Where(m => EF.Parameter(groupIds).Contains(m.GroupId))).ToListAsync(session.CancellationToken);
    }
}
