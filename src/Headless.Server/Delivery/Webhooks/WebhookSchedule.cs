namespace Headless.Server.Delivery.Webhooks;

/// <summary>When a delivery that failed is tried again: ten attempts over a little more than three days, as Standard Webhooks proposes.</summary>
internal static class WebhookSchedule
{
    private static readonly TimeSpan[] s_delays =
    [
        TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30), TimeSpan.FromHours(2), TimeSpan.FromHours(5),
        TimeSpan.FromHours(10), TimeSpan.FromHours(14), TimeSpan.FromHours(20), TimeSpan.FromHours(24),
    ];

    /// <summary>A receiver may ask for so much at most.</summary>
    private static readonly TimeSpan s_longest = TimeSpan.FromHours(24);

    /// <summary>By so much of itself a delay is longer at random, so that what failed together does not come back together.</summary>
    private const double Jitter = 0.1;

    /// <summary>When to try again; null: not any more.</summary>
    /// <param name="failed">How many attempts have failed in this round, the present one included.</param>
    /// <param name="at">When the present one failed, UTC.</param>
    /// <param name="retryAfter">What the receiver asked for.</param>
    public static DateTime? Next(int failed, DateTime at, TimeSpan? retryAfter)
    {
        if (failed > s_delays.Length)
        {
            return null;
        }

        var delay = s_delays[failed - 1] * (1 + (Random.Shared.NextDouble() * Jitter));
        var wanted = retryAfter is { } asked && asked > TimeSpan.Zero ? (asked < s_longest ? asked : s_longest) : TimeSpan.Zero;
        return at + (delay > wanted ? delay : wanted);
    }
}
