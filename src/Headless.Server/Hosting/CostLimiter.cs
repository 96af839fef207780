#if IN_TREE_ENGINE
using System.Globalization;
using Headless.GraphQL.Execution;
using Headless.GraphQL.Language;
using Headless.Server.Access;
using Headless.Server.Delivery;

namespace Headless.Server.Hosting;

/// <summary>
/// Takes what each request costs from its caller's budget, and says in headers what is left: one unit for being looked at, the rest of
/// the operation's cost before it runs. A request beyond the budget is refused with 429, on a socket with an error.
/// </summary>
internal sealed class CostLimiter(RateLimiter limiter, RateLimitOptions options, TimeProvider clock) : IRequestLimiter
{
    public const string Code = "RATE_LIMITED";

    /// <summary>Limit, remaining units and seconds until the budget is whole, as the IETF's draft of RateLimit headers had them.</summary>
    private const string Limit = "RateLimit-Limit";

    private const string Remaining = "RateLimit-Remaining";
    private const string Reset = "RateLimit-Reset";
    private const string Policy = "RateLimit-Policy";

    private static readonly string s_httpContext = nameof(HttpContext);

    private readonly string _window = string.Create(CultureInfo.InvariantCulture, $";w={Math.Ceiling(options.Window.TotalSeconds)}");

    /// <summary>The headers, for pages of other sites to read.</summary>
    public static string[] Headers { get; } = [Limit, Remaining, Reset, Policy, "Retry-After"];

    public OperationResult? Enter(OperationRequest request) => Take(request, 1);

    public OperationResult? Admit(OperationRequest request, OperationType kind, CostMetrics cost) =>
        Take(request, Math.Max(0, Math.Ceiling(Math.Max(cost.FieldCost, cost.TypeCost)) - 1));

    private OperationResult? Take(OperationRequest request, double cost)
    {
        var http = request.ContextData is { } data && data.TryGetValue(s_httpContext, out var value) ? value as HttpContext : null;
        var budget = request.Services.GetRequiredService<RequestBudget>();
        if (request.ContextData?.ContainsKey(IEventDocuments.DeliveredActivities) == true)
        {
            // A payload of a webhook: sent by the server, not asked for by its operator.
            return null;
        }

        if (limiter.Take(request.Services.GetRequiredService<Caller>(), http?.Connection.RemoteIpAddress, cost) is not { } state)
        {
            return null;
        }

        budget.State = state;
        budget.Cost += cost;
        var hasHeaders = http is { Response.HasStarted: false };
        if (hasHeaders)
        {
            Write(http!.Response.Headers, state);
        }

        return state.IsGranted ? null : Refuse(state, hasHeaders ? http!.Response.Headers : null);
    }

    private void Write(IHeaderDictionary headers, BudgetState state)
    {
        var limit = state.Limit.ToString(CultureInfo.InvariantCulture);
        headers[Limit] = limit;
        headers[Remaining] = state.Remaining.ToString(CultureInfo.InvariantCulture);
        headers[Reset] = Seconds(state.ResetAt - clock.GetUtcNow().UtcDateTime);
        headers[Policy] = limit + _window;
    }

    private static OperationResult Refuse(BudgetState state, IHeaderDictionary? headers)
    {
        var seconds = Seconds(state.RetryAfter);
        if (headers is not null)
        {
            headers.RetryAfter = seconds;
        }

        return OperationResult.Refused(
            ErrorBuilder.New()
                .SetMessage($"You have asked for more than {state.Limit} units of cost of late: try again in {seconds} s, and ask for less at a time.")
                .SetCode(Code)
                .SetExtension("retryAfter", int.Parse(seconds, CultureInfo.InvariantCulture))
                .SetExtension("resetAt", state.ResetAt)
                .Build(),
            StatusCodes.Status429TooManyRequests);
    }

    private static string Seconds(TimeSpan time) => Math.Max(0, (long)Math.Ceiling(time.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
}
#endif
