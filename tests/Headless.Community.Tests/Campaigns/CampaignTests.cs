using static Headless.Community.Tests.RuleAssertions;

namespace Headless.Community.Tests.Campaigns;

public sealed class CampaignTests
{
    [Fact]
    public void A_campaign_takes_these_steps_and_no_other() => AllowedSteps(new Dictionary<CampaignStatus, Action<CampaignStatus>>
    {
        [CampaignStatus.Draft] = from => New(from).Unschedule(),
        [CampaignStatus.Scheduled] = from => New(from).Schedule(Noon),
        [CampaignStatus.Preheating] = from => New(from).Preheat(),
        [CampaignStatus.Running] = from => New(from).Start(Noon),
        [CampaignStatus.Ended] = from => New(from).End(Noon),
        [CampaignStatus.Reviewed] = from => New(from).CompleteReview("learnt"),
        [CampaignStatus.Cancelled] = from => New(from).Cancel("rain"),
    }).ShouldBe(
    [
        "Draft → Scheduled", "Draft → Cancelled",
        "Scheduled → Draft", "Scheduled → Preheating", "Scheduled → Running", "Scheduled → Cancelled",
        "Preheating → Running", "Preheating → Cancelled",
        "Running → Ended", "Running → Cancelled",
        "Ended → Reviewed",
    ]);

    [Fact]
    public void A_campaign_is_scheduled_with_a_window_in_the_future()
    {
        ShouldBeRefused(() => new Campaign { Name = "c", StartsAt = Noon }.Schedule(Noon), "CAMPAIGN_WINDOW_REQUIRED");
        ShouldBeRefused(() => new Campaign { Name = "c", StartsAt = Noon, EndsAt = Noon }.Schedule(Noon), "INVALID_INTERVAL");
        ShouldBeRefused(() => New(CampaignStatus.Draft).Schedule(Noon.AddDays(2)), "CAMPAIGN_STARTS_IN_PAST");
    }

    [Fact]
    public void A_scheduled_campaign_keeps_a_window()
    {
        var campaign = New(CampaignStatus.Scheduled);
        ShouldBeRefused(() => campaign.Reschedule(Noon, null), "CAMPAIGN_WINDOW_REQUIRED");
        ShouldBeRefused(() => campaign.Reschedule(Noon, Noon.AddHours(-1)), "INVALID_INTERVAL");
        campaign.Reschedule(Noon.AddDays(3), Noon.AddDays(4));
        (campaign.StartsAt, campaign.EndsAt).ShouldBe((Noon.AddDays(3), Noon.AddDays(4)));
    }

    [Fact]
    public void Starting_and_ending_early_moves_the_window()
    {
        var campaign = New(CampaignStatus.Scheduled);
        campaign.Start(Noon);
        campaign.End(Noon.AddHours(1));
        (campaign.StartsAt, campaign.EndsAt).ShouldBe((Noon, Noon.AddHours(1)));

        var punctual = New(CampaignStatus.Scheduled);
        punctual.Start(Noon.AddDays(1).AddMinutes(1));
        punctual.End(Noon.AddDays(2).AddMinutes(1));
        (punctual.StartsAt, punctual.EndsAt).ShouldBe((Noon.AddDays(1), Noon.AddDays(2)));
    }

    [Fact]
    public void A_budget_has_an_amount_and_a_currency()
    {
        var campaign = New(CampaignStatus.Draft);
        campaign.SetBudget(3000.5m, "CNY");
        (campaign.Budget, campaign.Currency).ShouldBe((3000.5m, "CNY"));
        ShouldBeRefused(() => campaign.SetBudget(1, null), "INVALID_CURRENCY");
        ShouldBeRefused(() => campaign.SetBudget(1, "yuan"), "INVALID_CURRENCY");
        ShouldBeRefused(() => campaign.SetBudget(-1, "CNY"), "INVALID_AMOUNT");
        ShouldBeRefused(() => campaign.SetBudget(0.00001m, "CNY"), "INVALID_AMOUNT");
        ShouldBeRefused(() => campaign.SetBudget(1_000_000_000_001m, "CNY"), "INVALID_AMOUNT");
        (campaign.Budget, campaign.Currency).ShouldBe((3000.5m, "CNY"));
        campaign.SetBudget(null, "CNY");
        (campaign.Budget, campaign.Currency).ShouldBe((null, null));
    }

    private static Campaign New(CampaignStatus status) =>
        new() { Name = "周四", Status = status, StartsAt = Noon.AddDays(1), EndsAt = Noon.AddDays(2) };
}
