using FluentValidation;
using Headless.Server.Access;
using Headless.Server.Features.Orders;
using Headless.Server.Writing;

namespace Headless.Server.Features.Campaigns;

[GraphQLDescription("A change of a campaign. A field that is not given stays as it is; null clears it where it may be empty.")]
public sealed record UpdateCampaignInput(
    [property: ID<Campaign>] [property: GraphQLDescription("The campaign.")] long Id,
    [property: GraphQLDescription("The version that you read; given, the change is refused when somebody else was faster.")] long? Version,
    [property: GraphQLDescription("The name.")] Optional<string?> Name,
    [property: GraphQLDescription("What it is to achieve.")] Optional<CampaignGoal?> Goal,
    [property: GraphQLDescription("Its form.")] Optional<CampaignKind?> Kind,
    [property: ID<Group>] [property: GraphQLDescription("The groups that it runs in, at most 1 000. They take the place of those that the caller may see; others stay.")] IReadOnlyList<long>? GroupIds,
    [property: GraphQLDescription("When it starts.")] Optional<DateTimeOffset?> StartsAt,
    [property: GraphQLDescription("When it ends, later than startsAt.")] Optional<DateTimeOffset?> EndsAt,
    [property: GraphQLDescription("The IANA time zone in which its schedule is meant.")] Optional<string?> TimeZone,
    [property: GraphQLDescription("What makes people come.")] Optional<string?> Hook,
    [property: GraphQLDescription("What it may cost; null: no budget is set.")] Optional<MoneyInput?> Budget);

/// <summary>The rules of <see cref="UpdateCampaignInput"/>.</summary>
public sealed class UpdateCampaignValidator : AbstractValidator<UpdateCampaignInput>
{
    public UpdateCampaignValidator()
    {
        RuleFor(i => i.Version).GreaterThan(0);
        RuleFor(i => i.Name.Value).NotEmpty().MaximumLength(Campaign.NameMaxLength).PlainText().When(i => i.Name.HasValue).OverridePropertyName("name");
        RuleFor(i => i.Goal.Value).NotNull().When(i => i.Goal.HasValue).OverridePropertyName("goal");
        RuleFor(i => i.Kind.Value).NotNull().When(i => i.Kind.HasValue).OverridePropertyName("kind");
        RuleFor(i => i.GroupIds).GroupIds();
        RuleFor(i => i.TimeZone.Value).NotNull().IanaTimeZone().When(i => i.TimeZone.HasValue).OverridePropertyName("timeZone");
        RuleFor(i => i.Hook.Value).MaximumLength(Campaign.HookMaxLength).PlainText().OverridePropertyName("hook");
        RuleFor(i => i.Budget.Value!).SetValidator(new MoneyValidator()).When(i => i.Budget is { HasValue: true, Value: not null }).OverridePropertyName("budget");
    }
}

/// <summary>Changes a campaign.</summary>
[ExtendObjectType(OperationTypeNames.Mutation)]
public sealed class UpdateCampaignMutation
{
    [Authorize(Policies.Write)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<StaleVersionException>]
    [Error<DomainException>]
    [GraphQLDescription("Changes what is said of a campaign. Its status has mutations of its own; the window of one that is over stays as it was.")]
    public static Task<Campaign> UpdateCampaignAsync(UpdateCampaignInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            input,
            async session =>
            {
                var campaign = await session.FindAsync<Campaign>(input.Id, "id", q => q.Include(c => c.CampaignGroups));
                session.Expect(campaign, input.Version);
                var groupIds = await session.FindGroupIdsAsync(campaign.Id);
                if (input.GroupIds is { } ids)
                {
                    groupIds = await MoveAsync(session, campaign, groupIds, ids);
                }

                if (input.StartsAt.HasValue || input.EndsAt.HasValue)
                {
                    Reschedule(campaign, input);
                }

                if (input.Budget.HasValue)
                {
                    campaign.SetBudget(input.Budget.Value?.Amount, input.Budget.Value?.Currency);
                }

                campaign.Name = input.Name.Or(campaign.Name)!;
                campaign.Goal = input.Goal.Or(campaign.Goal)!.Value;
                campaign.Kind = input.Kind.Or(campaign.Kind)!.Value;
                campaign.TimeZone = input.TimeZone.Or(campaign.TimeZone)!;
                campaign.Hook = input.Hook.Or(campaign.Hook);
                session.RecordCampaign(ActivityKind.CampaignUpdated, campaign, groupIds);
                return campaign;
            },
            cancellationToken);

    /// <returns>The groups that it runs in from now on.</returns>
    private static async Task<List<long>> MoveAsync(WriteSession session, Campaign campaign, List<long> before, IReadOnlyList<long> ids)
    {
        var groups = await session.FindGroupsAsync(ids);
        session.RequireVisible(groups);

        // Rows of groups that the caller may not see are not loaded, and so stay.
        var visible = campaign.CampaignGroups.Select(row => row.GroupId).ToHashSet();
        campaign.CampaignGroups.RemoveAll(row => !ids.Contains(row.GroupId));
        campaign.CampaignGroups.AddRange(ids
            .Where(id => !visible.Contains(id))
            .Select(id => new CampaignGroup { CampaignId = campaign.Id, GroupId = id }));

        // A campaign that runs elsewhere is another version of it, though no column of its own row changes.
        session.Db.Entry(campaign).Property(c => c.Name).IsModified = true;
        return [.. before.Where(id => !visible.Contains(id)).Concat(ids).Order()];
    }

    private static void Reschedule(Campaign campaign, UpdateCampaignInput input)
    {
        if (campaign.Status is CampaignStatus.Ended or CampaignStatus.Reviewed or CampaignStatus.Cancelled)
        {
            throw InvalidInputException.Of(
                input.StartsAt.HasValue ? "startsAt" : "endsAt", "CAMPAIGN_OVER", "The campaign is over: when it took place cannot be changed.");
        }

        campaign.Reschedule(
            input.StartsAt.HasValue ? input.StartsAt.Value?.UtcDateTime : campaign.StartsAt,
            input.EndsAt.HasValue ? input.EndsAt.Value?.UtcDateTime : campaign.EndsAt);
    }
}
