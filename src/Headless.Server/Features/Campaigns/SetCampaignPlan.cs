using FluentValidation;
using Headless.Server.Access;
using Headless.Server.Writing;

namespace Headless.Server.Features.Campaigns;

[GraphQLDescription("Something that is said or done before each occurrence of a campaign.")]
public sealed record CampaignStepInput(
    [property: GraphQLDescription("NOTICE is announced in every group by itself; RED_PACKET and TEASER become tasks for staff. A COUNTDOWN is given with the countdown fields.")] CampaignStepKind Kind,
    [property: GraphQLDescription("How many days before, 0 to 60; 0 is the day itself.")] int DaysBefore,
    [property: GraphQLDescription("The local time, such as 18:30.")] string At,
    [property: GraphQLDescription("What is said or to be done, at most 1 000 characters.")] string Text);

[GraphQLDescription("When a campaign takes place again and again, and what comes before. It takes the place of the plan that it had.")]
public sealed record SetCampaignPlanInput(
    [property: ID<Campaign>] [property: GraphQLDescription("The campaign: a draft, or scheduled.")] long CampaignId,
    [property: GraphQLDescription("A rule of RFC 5545: FREQ=WEEKLY;BYDAY=TH;COUNT=4. DAILY, WEEKLY and MONTHLY, with INTERVAL, BYDAY, BYMONTHDAY, BYMONTH and COUNT or UNTIL; without an end it ends after 366 days, and with more than 500 days it is refused.")] string Rule,
    [property: GraphQLDescription("The day from which the rule counts, in the campaign's time zone.")] DateOnly FirstOn,
    [property: GraphQLDescription("The local time at which each begins, such as 20:00.")] string StartsAt,
    [property: GraphQLDescription("How long each takes, in minutes: 1 to 44 640.")] int DurationMinutes,
    [property: Cost(0)] [property: GraphQLDescription("What is said and done before each, at most 20.")] IReadOnlyList<CampaignStepInput>? Steps,
    [property: GraphQLDescription("How many minutes before each the countdown begins; there is none unless given.")] int? CountdownFromMinutes,
    [property: GraphQLDescription("The minutes between two announcements of the countdown; at most 24 of them are made.")] int? CountdownEveryMinutes,
    [property: GraphQLDescription("What the countdown says; the connector adds how long it is.")] string? CountdownText,
    [property: GraphQLDescription("The version of the campaign that you read; given, the change is refused when somebody else was faster.")] long? Version);

/// <summary>The rules of <see cref="SetCampaignPlanInput"/>.</summary>
public sealed class SetCampaignPlanValidator : AbstractValidator<SetCampaignPlanInput>
{
    public SetCampaignPlanValidator()
    {
        RuleFor(i => i.Rule).NotEmpty().MaximumLength(Recurrence.MaxLength).PlainText();
        RuleFor(i => i.StartsAt).LocalTime();
        RuleFor(i => i.DurationMinutes).InclusiveBetween(1, CampaignPlan.MaxDurationInMinutes);
        RuleFor(i => i.Steps).Must(steps => steps is null || steps.Count <= CampaignPlan.MaxSteps).WithErrorCode("TOO_MANY_STEPS").WithMessage($"Give at most {CampaignPlan.MaxSteps} steps.");
        RuleForEach(i => i.Steps).ChildRules(step =>
        {
            step.RuleFor(s => s.Kind).NotEqual(CampaignStepKind.Countdown);
            step.RuleFor(s => s.DaysBefore).InclusiveBetween(0, CampaignPlan.MaxDaysBefore);
            step.RuleFor(s => s.At).LocalTime();
            step.RuleFor(s => s.Text).NotEmpty().MaximumLength(CampaignPlan.TextMaxLength).PlainText();
        });
        RuleFor(i => i.CountdownFromMinutes).InclusiveBetween(1, CampaignPlan.MinutesOfDay);
        RuleFor(i => i.CountdownEveryMinutes).InclusiveBetween(1, CampaignPlan.MinutesOfDay);
        RuleFor(i => i.CountdownEveryMinutes).NotNull().When(i => i.CountdownFromMinutes is not null);
        RuleFor(i => i.CountdownText).NotEmpty().When(i => i.CountdownFromMinutes is not null);
        RuleFor(i => i.CountdownText).MaximumLength(CampaignPlan.TextMaxLength).PlainText();
    }
}

/// <summary>Plans campaigns that take place again and again.</summary>
[ExtendObjectType(OperationTypeNames.Mutation)]
public sealed class SetCampaignPlanMutation
{
    [Authorize(Policies.Write)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<StaleVersionException>]
    [Error<DomainException>]
    [GraphQLDescription("Plans when a campaign takes place: its occurrences, and the notices, countdowns and tasks before each. Its window becomes that of all of them. Times are local to the campaign's time zone, also across a change of clocks.")]
    public static Task<Campaign> SetCampaignPlanAsync(SetCampaignPlanInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            input,
            async session =>
            {
                var campaign = await session.FindAsync<Campaign>(input.CampaignId, "campaignId");
                session.Expect(campaign, input.Version);
                if (campaign.Status is not (CampaignStatus.Draft or CampaignStatus.Scheduled))
                {
                    throw new DomainException(DomainErrorCodes.CampaignUnderWay, "The campaign is under way or over: move or cancel single occurrences instead.");
                }

                await session.Db.CampaignOccurrences.Where(o => o.CampaignId == campaign.Id).ExecuteDeleteAsync(session.CancellationToken);
                await session.Db.CampaignPlans.Where(p => p.CampaignId == campaign.Id).ExecuteDeleteAsync(session.CancellationToken);
                var plan = new CampaignPlan
                {
                    CampaignId = campaign.Id,
                    Rule = input.Rule.Trim(),
                    FirstOn = input.FirstOn,
                    StartMinute = LocalTimes.MinuteOf(input.StartsAt)!.Value,
                    DurationInMinutes = input.DurationMinutes,
                    CountdownFromMinutes = input.CountdownFromMinutes,
                    CountdownEveryMinutes = input.CountdownEveryMinutes,
                    CountdownText = input.CountdownText,
                };
                plan.Steps.AddRange((input.Steps ?? []).Select(s => new CampaignStep { CampaignPlan = plan, Kind = s.Kind, DaysBefore = s.DaysBefore, Minute = LocalTimes.MinuteOf(s.At)!.Value, Text = s.Text }));
                var occurrences = CampaignPlanning.Expand(campaign, plan, session.Now);
                campaign.Reschedule(occurrences[0].StartsAt, occurrences[^1].EndsAt);
                session.Db.CampaignPlans.Add(plan);
                session.Db.CampaignOccurrences.AddRange(occurrences);
                session.RecordCampaign(ActivityKind.CampaignPlanned, campaign, await session.FindGroupIdsAsync(campaign.Id), plan.Rule);
                return campaign;
            },
            cancellationToken);
}
