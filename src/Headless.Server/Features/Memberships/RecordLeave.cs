using FluentValidation;
using Headless.Community.Ingestion;
using Headless.Server.Access;
using Headless.Server.Features.Ingestion;
using Headless.Server.Writing;

namespace Headless.Server.Features.Memberships;

[GraphQLDescription("A stay that ended.")]
public sealed record RecordLeaveInput(
    [property: ID<Membership>] [property: GraphQLDescription("The stay.")] long MembershipId,
    [property: GraphQLDescription("When; now unless given.")] DateTimeOffset? LeftAt,
    [property: GraphQLDescription("Who ended it: REMOVED where you take somebody out; UNKNOWN unless given.")] LeaveKind? LeaveKind,
    [property: GraphQLDescription("Why.")] string? LeaveReason,
    [property: GraphQLDescription("Any text of yours. Sent again with the same one, the mutation changes nothing and answers the stay of the first time.")] string? IdempotencyKey);

/// <summary>The rules of <see cref="RecordLeaveInput"/>; those of the domain are ingestion's.</summary>
public sealed class RecordLeaveValidator : AbstractValidator<RecordLeaveInput>
{
    public RecordLeaveValidator()
    {
        RuleFor(i => i.LeaveReason).MaximumLength(Membership.LeaveReasonMaxLength).PlainText();
        RuleFor(i => i.IdempotencyKey).IdempotencyKey();
    }
}

/// <summary>Records that somebody left a group or was removed.</summary>
[ExtendObjectType(OperationTypeNames.Mutation)]
public sealed class RecordLeaveMutation
{
    [Authorize(Policies.Write)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<ActivityRejectedException>]
    [GraphQLDescription("Records that somebody left a group or was removed, as recordActivities does for many at once.")]
    public static async Task<Membership> RecordLeaveAsync(
        RecordLeaveInput input,
        ActivityIngestion ingestion,
        Caller caller,
        CommunityDbContext db,
        TimeProvider clock,
        IValidator<RecordLeaveInput> validator,
        CancellationToken cancellationToken)
    {
        validator.Require(input);
        var stay = await db.Memberships.AsNoTracking()
                .Where(m => m.Id == input.MembershipId)
                .Select(m => new { m.GroupId, m.Group.Platform, m.MemberId, m.JoinedAt })
                .FirstOrDefaultAsync(cancellationToken)
            ?? throw new NotFoundException(nameof(Membership), "membershipId");

        // Reports name people by their accounts; any of theirs leads to the member, one on the group's platform to the one who left.
        var account = await db.Identities.AsNoTracking()
                .Where(i => i.MemberId == stay.MemberId)
                .OrderBy(i => i.Platform == stay.Platform ? 0 : 1).ThenBy(i => i.Id)
                .FirstOrDefaultAsync(cancellationToken)
            ?? throw new ActivityRejectedException("NO_IDENTITY", "The member has no account by which a leave could be reported: add an identity first.", "membershipId");
        return await ingestion.RecordStayAsync<RecordLeaveInput>(
            new ActivityInput
            {
                Kind = ActivityInputKind.Leave,
                ExternalId = StayRecording.ExternalIdOf(input.IdempotencyKey),
                OccurredAt = input.LeftAt ?? clock.GetUtcNow(),
                Group = new GroupReference(stay.GroupId),
                Member = new IdentityReference(account.Platform, account.ExternalId),
                LeaveKind = input.LeaveKind,
                LeaveReason = input.LeaveReason,
            },
            caller,
            db,
            cancellationToken);
    }
}
