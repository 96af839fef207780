using FluentValidation;
using Headless.Server.Access;
using Headless.Server.Writing;

namespace Headless.Server.Features.Deliveries;

[GraphQLDescription("To whom something goes: exactly one of members, groups, the members of a group, a segment. groupId beside a segment: those of its members who are in the group.")]
public sealed record MailingAudienceInput(
    [property: ID<Member>] [property: GraphQLDescription("These members, at most 1 000.")] IReadOnlyList<long>? MemberIds,
    [property: ID<Group>] [property: GraphQLDescription("One message into each of these groups, at most 1 000; channel GROUP.")] IReadOnlyList<long>? GroupIds,
    [property: ID<Segment>] [property: GraphQLDescription("Everybody who is in this segment now.")] long? SegmentId,
    [property: ID<Group>] [property: GraphQLDescription("Every customer who is in this group now, or only those of the segment or of the members who are.")] long? GroupId);

/// <summary>The rules of <see cref="MailingAudienceInput"/>.</summary>
public sealed class MailingAudienceValidator : AbstractValidator<MailingAudienceInput>
{
    public MailingAudienceValidator()
    {
        RuleFor(a => a.MemberIds).Must(IsShort).WithErrorCode("TOO_MANY_IDS").WithMessage($"Name at most {Mailing.MaxNamed} members: make a segment of more.");
        RuleFor(a => a.GroupIds).Must(IsShort).WithErrorCode("TOO_MANY_IDS").WithMessage($"Name at most {Mailing.MaxNamed} groups.");
        RuleFor(a => a).Must(IsOne).OverridePropertyName("groupId").WithErrorCode("ONE_AUDIENCE")
            .WithMessage("Name one of memberIds, groupIds, segmentId and groupId; groupId may stand beside segmentId or memberIds.");
    }

    private static bool IsShort(IReadOnlyList<long>? ids) => ids is null || (ids.Count is > 0 and <= Mailing.MaxNamed);

    private static bool IsOne(MailingAudienceInput audience) => audience switch
    {
        { GroupIds: not null } => audience is { MemberIds: null, SegmentId: null, GroupId: null },
        { MemberIds: not null } => audience.SegmentId is null,
        _ => audience.SegmentId is not null || audience.GroupId is not null,
    };
}

/// <summary>Finds the recipients of mailings.</summary>
internal static class MailingRecipients
{
    /// <summary>Finds those whom an input names.</summary>
    /// <exception cref="NotFoundException">Something does not exist, or the caller may not see it.</exception>
    /// <exception cref="DomainException"><see cref="DomainErrorCodes.MailingTooLarge"/>, <see cref="DomainErrorCodes.MailingEmpty"/>.</exception>
    public static async Task<MailingTarget> FindAsync(CommunityDbContext db, Caller caller, MailingAudienceInput audience, CancellationToken ct)
    {
        if (audience.GroupId is { } groupId && !await db.Groups.AnyAsync(g => g.Id == groupId, ct))
        {
            throw new NotFoundException(nameof(Group), "audience.groupId");
        }

        if (audience.GroupIds is { } named)
        {
            var wanted = named.Distinct().ToArray();
            var found = await db.Groups.Where(g => EF.Parameter(wanted).Contains(g.Id)).Select(g => g.Id).ToHashSetAsync(ct);
            return new MailingTarget(MailingAudience.Groups, null, Require(wanted, found, nameof(Group), "audience.groupIds"), null, null);
        }

        if (audience.MemberIds is { } members)
        {
            var wanted = members.Distinct().ToArray();
            var found = await db.Members.Where(m => EF.Parameter(wanted).Contains(m.Id)).Select(m => m.Id).ToHashSetAsync(ct);
            return new MailingTarget(MailingAudience.Members, Require(wanted, found, nameof(Member), "audience.memberIds"), null, audience.GroupId, null);
        }

        if (audience.SegmentId is { } segmentId)
        {
            // Who may not know who is in it may not write to them either.
            var visible = caller.VisiblePrivacy;
            if (!await db.Segments.AnyAsync(s => s.Id == segmentId && s.Privacy <= visible, ct))
            {
                throw new NotFoundException(nameof(Segment), "audience.segmentId");
            }

            return new MailingTarget(MailingAudience.Segment, RequireSize(await MailingTarget.OfSegmentAsync(db, segmentId, audience.GroupId, Mailing.MaxRecipients + 1, ct)), null, audience.GroupId, segmentId);
        }

        return new MailingTarget(MailingAudience.GroupMembers, RequireSize(await MailingTarget.OfGroupAsync(db, audience.GroupId!.Value, Mailing.MaxRecipients + 1, ct)), null, audience.GroupId, null);
    }

    private static long[] Require(long[] wanted, HashSet<long> found, string type, string path)
    {
        var missing = Array.FindIndex(wanted, id => !found.Contains(id));
        return missing < 0 ? wanted : throw new NotFoundException(type, $"{path}[{missing}]");
    }

    private static List<long> RequireSize(List<long> members) => members.Count switch
    {
        0 => throw new DomainException(DomainErrorCodes.MailingEmpty, "Nobody is in the segment or the group, as far as you may see them: there is nobody to send to."),
        > Mailing.MaxRecipients => throw new DomainException(
            DomainErrorCodes.MailingTooLarge, $"One mailing goes to at most {Mailing.MaxRecipients} members: send to the parts of it, by group or by a narrower segment."),
        _ => members,
    };
}
