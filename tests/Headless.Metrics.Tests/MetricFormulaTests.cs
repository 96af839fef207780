namespace Headless.Metrics.Tests;

/// <summary>Fixtures of the articles (A.13) whose parts come from several places.</summary>
public sealed class MetricFormulaTests
{
    [Theory]
    [InlineData(50, 200, 3, 4, 0.25)]
    [InlineData(200, 50, -0.75, 0.25, 4)]
    public void Return_on_cost_is_three_numbers_with_three_names(int cost, int revenue, double roi, double roas, double costToSales)
    {
        var inputs = new MetricInputs { Cost = cost, Revenue = revenue, Orders = 40 };
        inputs.Currencies.Add("CNY");
        (Of(MetricKey.Roi, inputs).Value, Of(MetricKey.Roas, inputs).Value, Of(MetricKey.CostToSales, inputs).Value).ShouldBe((roi, roas, costToSales));
        Of(MetricKey.Roi, inputs).Currency.ShouldBe("CNY");
    }

    [Fact]
    public void A_target_that_was_exceeded_by_a_tenth_is_attained_by_eleven_tenths()
    {
        Of(MetricKey.TargetAttainment, new MetricInputs { Target = 300_000, Revenue = 330_000, Orders = 4 }).Value.ShouldBe(1.10);
        Of(MetricKey.TargetAttainment, new MetricInputs { Revenue = 330_000 }).NullReason.ShouldBe(MetricNullReason.TargetNotSet);
    }

    [Fact]
    public void Rates_of_what_was_sent_have_the_denominators_that_the_articles_leave_out()
    {
        var inputs = new MetricInputs { Reactions = new Reactions(200, 50, 50, 20, 10, 5) };
        (Of(MetricKey.OpenRate, inputs).Value, Of(MetricKey.CompletionRate, inputs).Value, Of(MetricKey.CommentRate, inputs).Value, Of(MetricKey.LikeRate, inputs).Value)
            .ShouldBe((0.25, 0.4, 0.2, 0.1));
        Of(MetricKey.OpenRate, new MetricInputs()).NullReason.ShouldBe(MetricNullReason.DeliveryNotTracked);
    }

    [Fact]
    public void Every_metric_has_a_definition_that_says_everything()
    {
        MetricDefinition.All.Select(d => d.Key).ShouldBe(Enum.GetValues<MetricKey>(), ignoreOrder: true);
        MetricDefinition.All.ShouldAllBe(d => d.Version > 0 && d.Name.Length > 0 && d.Formula.Length > 0 && d.Caveats.Length > 20 && d.Source.StartsWith('A'));
    }

    private static MetricValue Of(MetricKey key, MetricInputs inputs) =>
        MetricFormula.Compute(new MetricQuery(null, key, new MetricWindow(new DateOnly(2026, 11, 1), new DateOnly(2026, 12, 1))), "Asia/Shanghai", inputs);
}
