using Headless.Server.Access;
using Headless.Server.Features.Ingestion;
using Headless.Server.Reading;

namespace Headless.Server.Features.JoinRequests;

/// <summary><c>type JoinEligibility</c>.</summary>
public sealed class JoinEligibilityObjectType : ObjectType<JoinEligibility>
{
    protected override void Configure(IObjectTypeDescriptor<JoinEligibility> descriptor)
    {
        descriptor.Description("Whether somebody may come into a group, requirement by requirement. It decides nothing: a join that is reported is recorded all the same, and flagged.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(e => e.IsEligible).Description("false: a requirement is not met. null: none is unmet, and one cannot be told. true: all are met.");
        descriptor.Field(e => e.Policy).Description("How people get into the group.");
        descriptor.Field(e => e.Requirements).Description("Each requirement of the group.");
    }
}

/// <summary><c>type JoinRequirement</c>.</summary>
public sealed class JoinRequirementObjectType : ObjectType<JoinRequirement>
{
    protected override void Configure(IObjectTypeDescriptor<JoinRequirement> descriptor)
    {
        descriptor.Description("One requirement of whoever wants to come into a group.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(r => r.Kind).Description("What is required.");
        descriptor.Field(r => r.State).Description("Whether it is met.");
        descriptor.Field(r => r.Reason).Description("Why, for a person, and what would help.");
    }
}

/// <summary><c>enum JoinRequirementKind</c>.</summary>
public sealed class JoinRequirementKindEnumType : EnumType<JoinRequirementKind>
{
    protected override void Configure(IEnumTypeDescriptor<JoinRequirementKind> descriptor)
    {
        descriptor.Description("What is required of whoever wants to come into a group.");
        descriptor.Value(JoinRequirementKind.GroupActive).Description("The group runs.");
        descriptor.Value(JoinRequirementKind.Capacity).Description("There is room.");
        descriptor.Value(JoinRequirementKind.NotAMember).Description("They are not there already.");
        descriptor.Value(JoinRequirementKind.NotBanned).Description("No ban keeps them out.");
        descriptor.Value(JoinRequirementKind.InvitedByStaff).Description("邀请式, INVITE_BY_ADMIN: an administrator of the group or above invites them.");
        descriptor.Value(JoinRequirementKind.RecommendedByMember).Description("推荐式, MEMBER_REFERRAL: a member of the group recommends them.");
        descriptor.Value(JoinRequirementKind.CampaignTakenPart).Description("活动式, CAMPAIGN: they took part in the campaign of the join terms.");
        descriptor.Value(JoinRequirementKind.EntryFeePaid).Description("付费式, PAID: an order paid the fee of the join terms.");
        descriptor.Value(JoinRequirementKind.Segment).Description("They belong to the segment of the join terms.");
    }
}

/// <summary><c>enum RequirementState</c>.</summary>
public sealed class RequirementStateEnumType : EnumType<RequirementState>
{
    protected override void Configure(IEnumTypeDescriptor<RequirementState> descriptor)
    {
        descriptor.Description("Whether a requirement is met.");
        descriptor.Value(RequirementState.Met).Description("It is.");
        descriptor.Value(RequirementState.Unmet).Description("It is not.");
        descriptor.Value(RequirementState.Unknown).Description("Nobody can tell from what is known here; reason says what would help.");
    }
}

/// <summary>Asks whether somebody may come in.</summary>
[ExtendObjectType(OperationTypeNames.Query)]
public sealed class JoinEligibilityQueries
{
    [Authorize(Policies.ReadPersonalData)]
    [Cost(20)]
    [GraphQLDescription("Whether somebody may come into a group, with every requirement and whether it is met. Null where the caller does not see the group or the member.")]
    public static async Task<JoinEligibility?> GetJoinEligibilityAsync(
        [ID<Group>] [GraphQLDescription("The group.")] long groupId,
        [ID<Member>] [GraphQLDescription("Who wants to come in: the member, or account where nobody has it yet.")] long? memberId,
        [GraphQLDescription("The account that wants to come in, where the member is not given.")] IdentityReferenceInput? account,
        [ID<Member>] [GraphQLDescription("The member who recommends or invites them.")] long? invitedById,
        [ID<Operator>] [GraphQLDescription("The operator who invites them.")] long? invitedByOperatorId,
        [ID<Order>] [GraphQLDescription("The order that paid the fee.")] long? orderId,
        [ID<Campaign>] [GraphQLDescription("The campaign that they took part in.")] long? campaignId,
        ByIdDataLoader<Group> groups,
        ByIdDataLoader<Member> members,
        CommunityDatabase database,
        TimeProvider clock,
        CancellationToken cancellationToken)
    {
        if ((memberId is null) == (account is null))
        {
            throw new GraphQLException(ErrorBuilder.New().SetMessage("Give either memberId or account.").SetCode("INVALID_ARGUMENTS").Build());
        }

        if (await groups.LoadAsync(groupId, cancellationToken) is not { } group
            || (memberId is { } id && await members.LoadAsync(id, cancellationToken) is null))
        {
            return null;
        }

        await using var db = database.Create(AccessScope.Everything);
        var known = memberId ?? await db.Identities.Where(i => i.Platform == account!.Platform && i.ExternalId == account.ExternalId)
            .Select(i => (long?)i.MemberId).FirstOrDefaultAsync(cancellationToken);
        return await new JoinEligibilityCheck(db, clock.GetUtcNow().UtcDateTime).RunAsync(
            group, known, account is null ? null : (account.Platform, account.ExternalId),
            new JoinEvidence(invitedById, invitedByOperatorId, orderId, campaignId), cancellationToken);
    }
}
