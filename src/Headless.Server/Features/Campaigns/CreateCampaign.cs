using FluentValidation;
using Headless.Server.Access;
using Headless.Server.Features.Orders;
using Headless.Server.Writing;

namespace Headless.Server.Features.Campaigns;

[GraphQLDescription("A campaign to enter.")]
public sealed record CreateCampaignInput(
    [property: GraphQLDescription("The name, at most 200 characters.")] string Name,
    [property: GraphQLDescription("What it is to achieve; ACTIVATE unless given.")] CampaignGoal? Goal,
    [property: GraphQLDescription("Its form; PROMOTION unless given.")] CampaignKind? Kind,
    [property: ID<Group>] [property: GraphQLDescription("The groups that it runs in, at most 1 000; OWNER and ADMIN have to name one of theirs.")] IReadOnlyList<long>? GroupIds,
    [property: GraphQLDescription("When it starts; needed before it is scheduled.")] DateTimeOffset? StartsAt,
    [property: GraphQLDescription("When it ends, later than startsAt; needed before it is scheduled.")] DateTimeOffset? EndsAt,
    [property: GraphQLDescription("The IANA time zone in which its schedule is meant; Asia/Shanghai unless given.")] string? TimeZone,
    [property: GraphQLDescription("What makes people come.")] string? Hook,
    [property: GraphQLDescription("What it may cost.")] MoneyInput? Budget);

/// <summary>The rules of <see cref="CreateCampaignInput"/>.</summary>
public sealed class CreateCampaignValidator : AbstractValidator<CreateCampaignInput>
{
    public CreateCampaignValidator()
    {
        RuleFor(i => i.Name).NotEmpty().MaximumLength(Campaign.NameMaxLength).PlainText();
        RuleFor(i => i.GroupIds).GroupIds();
        RuleFor(i => i.TimeZone).IanaTimeZone();
        RuleFor(i => i.Hook).MaximumLength(Campaign.HookMaxLength).PlainText();
        RuleFor(i => i.Budget!).SetValidator(new MoneyValidator()).When(i => i.Budget is not null);
    }
}

/// <summary>Enters a campaign.</summary>
[ExtendObjectType(OperationTypeNames.Mutation)]
public sealed class CreateCampaignMutation
{
    [Authorize(Policies.Write)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<DomainException>]
    [GraphQLDescription("Enters a campaign as a draft.")]
    public static Task<Campaign> CreateCampaignAsync(CreateCampaignInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            input,
            async session =>
            {
                var groups = await session.FindGroupsAsync(input.GroupIds ?? []);
                session.RequireVisible(groups);
                var campaign = new Campaign
                {
                    Name = input.Name,
                    Goal = input.Goal ?? CampaignGoal.Activate,
                    Kind = input.Kind ?? CampaignKind.Promotion,
                    Hook = input.Hook,
                };
                campaign.TimeZone = input.TimeZone ?? campaign.TimeZone;
                campaign.Reschedule(input.StartsAt?.UtcDateTime, input.EndsAt?.UtcDateTime);
                campaign.SetBudget(input.Budget?.Amount, input.Budget?.Currency);
                campaign.CampaignGroups.AddRange(groups.Select(g => new CampaignGroup { Campaign = campaign, GroupId = g.Id }));
                session.Db.Campaigns.Add(campaign);
                session.RecordCampaign(ActivityKind.CampaignCreated, campaign, [.. groups.Select(g => g.Id)]);
                return campaign;
            },
            cancellationToken);
}
