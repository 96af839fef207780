using FluentValidation;
using Headless.Server.Access;
using Headless.Server.Features.Members;
using Headless.Server.Reading;
using Headless.Server.Writing;

namespace Headless.Server.Features.Campaigns;

[GraphQLDescription("For whom a campaign is, and when people begin to be warmed up for it. A field that is not given stays as it is; null clears it.")]
public sealed record SetCampaignAudienceInput(
    [property: ID<Campaign>] [property: GraphQLDescription("The campaign: not over.")] long CampaignId,
    [property: ID<Segment>] [property: GraphQLDescription("The segment: a LIVE one is who fulfils it at any time, a FROZEN one (freezeSegment) stays as it was.")] Optional<long?> SegmentId,
    [property: GraphQLDescription("When a SCHEDULED campaign becomes PREHEATING by itself: before startsAt.")] Optional<DateTimeOffset?> PreheatsAt,
    [property: GraphQLDescription("The version that you read; given, the change is refused when somebody else was faster.")] long? Version);

/// <summary>The rules of <see cref="SetCampaignAudienceInput"/>.</summary>
public sealed class SetCampaignAudienceValidator : AbstractValidator<SetCampaignAudienceInput>
{
    public SetCampaignAudienceValidator() => RuleFor(i => i.Version).GreaterThan(0);
}

/// <summary>Says for whom a campaign is.</summary>
[ExtendObjectType(OperationTypeNames.Mutation)]
public sealed class SetCampaignAudienceMutation
{
    [Authorize(Policies.Write)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<StaleVersionException>]
    [Error<DomainException>]
    [GraphQLDescription("Says for whom a campaign is, and when it becomes PREHEATING by itself.")]
    public static Task<Campaign> SetCampaignAudienceAsync(SetCampaignAudienceInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            input,
            async session =>
            {
                var campaign = await session.FindAsync<Campaign>(input.CampaignId, "campaignId");
                session.Expect(campaign, input.Version);
                if (campaign.Status is CampaignStatus.Ended or CampaignStatus.Reviewed or CampaignStatus.Cancelled)
                {
                    throw new DomainException(DomainErrorCodes.CampaignUnderWay, "The campaign is over: for whom it was cannot be changed.");
                }

                if (input.SegmentId.HasValue)
                {
                    campaign.SegmentId = (await session.FindAsync<Segment>(input.SegmentId.Value, "segmentId"))?.Id;
                }

                if (input.PreheatsAt.HasValue)
                {
                    campaign.PreheatFrom(input.PreheatsAt.Value?.UtcDateTime);
                }

                session.RecordCampaign(ActivityKind.CampaignAudienceSet, campaign, await session.FindGroupIdsAsync(campaign.Id));
                return campaign;
            },
            cancellationToken);
}

/// <summary>For whom a campaign is.</summary>
[ExtendObjectType<Campaign>]
public sealed class CampaignAudience
{
    [Cost(1)]
    [GraphQLDescription("The segment that it is for; null: everybody in its groups.")]
    public static Task<Segment?> GetSegmentAsync([Parent(nameof(Campaign.SegmentId))] Campaign campaign, ByIdDataLoader<Segment> segments, CancellationToken cancellationToken) =>
        segments.LoadAsync(campaign.SegmentId, cancellationToken);
}

/// <summary>Everybody whom a campaign is for.</summary>
[ExtendObjectType(OperationTypeNames.Query)]
public sealed class CampaignAudienceQuery
{
    [Authorize(Policies.Read)]
    [UsePaging(IncludeTotalCount = true)]
    [UseProjection]
    [UseFiltering<MemberFilterInput>]
    [UseSorting<MemberSortInput>]
    [GraphQLDescription("Whom a campaign is for, as far as the caller may see them: customers in its groups now, and in its segment where it has one. Nobody where the caller may not see the campaign.")]
    public static IQueryable<Member> GetCampaignAudience([ID<Campaign>] [GraphQLDescription("The campaign.")] long campaignId, CommunityDbContext db) =>
        db.Members.Where(m =>
            db.Memberships.Any(s => s.MemberId == m.Id && s.LeftAt == null && s.AccountKind == AccountKind.Customer && db.CampaignGroups.Any(g => g.CampaignId == campaignId && g.GroupId == s.GroupId))
            && db.Campaigns.Any(c => c.Id == campaignId
                && (c.SegmentId == null || db.SegmentMembers.Any(s => s.SegmentId == c.SegmentId && s.MemberId == m.Id && s.LeftAt == null))));
}
