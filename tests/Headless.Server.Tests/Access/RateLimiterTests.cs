using System.Net;
using Headless.Server.Access;
using Microsoft.Extensions.Configuration;

namespace Headless.Server.Tests.Access;

/// <summary>The budgets themselves, by a clock that stands still until it is moved.</summary>
public sealed class RateLimiterTests
{
    private readonly StillClock _clock = new();

    [Fact]
    public void A_budget_refills_evenly_and_holds_no_more_than_its_limit()
    {
        var limiter = Limiter(new RateLimitOptions { AnonymousLimit = 60, Window = TimeSpan.FromMinutes(1) });

        Take(limiter, 60).ShouldBe("granted, 0 of 60 left, whole in 60 s");
        Take(limiter, 10).ShouldBe("refused, 0 of 60 left, whole in 60 s, again in 10 s");
        _clock.Now += TimeSpan.FromSeconds(10);
        Take(limiter, 10).ShouldBe("granted, 0 of 60 left, whole in 60 s");
        _clock.Now += TimeSpan.FromHours(1);
        Take(limiter, 1).ShouldBe("granted, 59 of 60 left, whole in 1 s");
    }

    [Fact]
    public void What_is_refused_takes_nothing()
    {
        var limiter = Limiter(new RateLimitOptions { AnonymousLimit = 60, Window = TimeSpan.FromMinutes(1) });
        Take(limiter, 40);

        Take(limiter, 30).ShouldBe("refused, 20 of 60 left, whole in 40 s, again in 10 s");
        Take(limiter, 20).ShouldBe("granted, 0 of 60 left, whole in 60 s");
    }

    /// <summary>Otherwise it could never run, and its caller would be told to try again for ever.</summary>
    [Fact]
    public void What_costs_more_than_a_budget_holds_takes_a_whole_one() =>
        Take(Limiter(new RateLimitOptions { AnonymousLimit = 60, Window = TimeSpan.FromMinutes(1) }), 1_000).ShouldBe("granted, 0 of 60 left, whole in 60 s");

    [Fact]
    public void Clocks_that_go_back_give_nothing_and_take_nothing()
    {
        var limiter = Limiter(new RateLimitOptions { AnonymousLimit = 60, Window = TimeSpan.FromMinutes(1) });
        Take(limiter, 10);
        _clock.Now -= TimeSpan.FromHours(1);

        Take(limiter, 10).ShouldBe("granted, 40 of 60 left, whole in 20 s");
    }

    [Fact]
    public void Many_addresses_fill_no_memory_and_share_a_budget_beyond_the_most_that_are_told_apart()
    {
        var limiter = Limiter(new RateLimitOptions { AnonymousLimit = 60, Window = TimeSpan.FromMinutes(1), MaxCallers = 100 });
        for (var i = 0; i < 110; i++)
        {
            limiter.Take(Nobody, new IPAddress([10, 0, 0, (byte)i]), 1)!.Value.IsGranted.ShouldBeTrue();
        }

        limiter.Callers.ShouldBe(100);
        Take(limiter, 1, "10.1.0.1").ShouldBe("granted, 49 of 60 left, whole in 11 s");

        // Those that are whole again are forgotten.
        _clock.Now += TimeSpan.FromSeconds(5);
        Take(limiter, 1, "10.1.0.2").ShouldBe("granted, 59 of 60 left, whole in 1 s");
        limiter.Callers.ShouldBe(1);
    }

    [Theory]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:2:ffff::9", true)]
    [InlineData("2001:db8:1:2::1", "2001:db8:1:3::1", false)]
    [InlineData("192.0.2.1", "::ffff:192.0.2.1", true)]
    [InlineData("192.0.2.1", "192.0.2.2", false)]
    public void An_address_is_one_of_IPv4_or_a_network_of_IPv6(string one, string other, bool isSame)
    {
        var limiter = Limiter(new RateLimitOptions { AnonymousLimit = 60 });
        Take(limiter, 30, one);

        Take(limiter, 10, other).ShouldStartWith(isSame ? "granted, 20 of 60" : "granted, 50 of 60");
    }

    [Fact]
    public void Without_a_limit_there_is_no_budget() =>
        Limiter(new RateLimitOptions { AnonymousLimit = 0 }).Take(Nobody, null, 1_000_000).ShouldBeNull();

    [Theory]
    [InlineData("Limit", "-1")]
    [InlineData("AnonymousLimit", "-1")]
    [InlineData("MaxCallers", "0")]
    [InlineData("Window", "00:00:00")]
    public void A_setting_that_cannot_be_stops_the_start(string setting, string value)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new($"RateLimit:{setting}", value)]).Build();

        Should.Throw<InvalidOperationException>(() => RateLimitOptions.From(configuration)).Message.ShouldStartWith("RateLimit: Limit and AnonymousLimit");
    }

    private static Caller Nobody { get; } = Caller.From(null);

    private RateLimiter Limiter(RateLimitOptions options) => new(options, _clock);

    private string Take(RateLimiter limiter, double cost, string? address = null)
    {
        var state = limiter.Take(Nobody, address is null ? null : IPAddress.Parse(address), cost)!.Value;
        var whole = $"{state.Remaining} of {state.Limit} left, whole in {Math.Ceiling((state.ResetAt - _clock.Now.UtcDateTime).TotalSeconds - 0.001)} s";
        return state.IsGranted ? $"granted, {whole}" : $"refused, {whole}, again in {Math.Ceiling(state.RetryAfter.TotalSeconds - 0.001)} s";
    }

    private sealed class StillClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 11, 22, 7, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
