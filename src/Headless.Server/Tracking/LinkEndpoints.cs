using Microsoft.Net.Http.Headers;

namespace Headless.Server.Tracking;

/// <summary>
/// <c>GET /l/{code}</c> leads to the page of a tracked link and counts. Where it leads is what is stored for the code and nothing else:
/// what a request adds to the address is not looked at.
/// </summary>
internal static class LinkEndpoints
{
    public const string Path = "/l";

    /// <summary>What programs say of themselves that fetch links without anybody looking: crawlers, previews of chats, command lines.</summary>
    private static readonly string[] s_machines =
    [
        "bot", "crawl", "spider", "slurp", "preview", "facebookexternalhit", "whatsapp", "skypeuripreview", "embedly", "curl/", "wget/", "python-", "okhttp", "go-http-client", "java/", "headless",
        "monitor", "lighthouse",
    ];

    public static void MapLinks(this IEndpointRouteBuilder endpoints) => endpoints.MapMethods(Path + "/{code:length(1,32)}", [HttpMethods.Get, HttpMethods.Head], FollowAsync);

    private static async Task FollowAsync(
        string code, HttpContext context, CommunityDatabase database, VisitorKeys visitors, ClickCounting counting, ReportingCalendar calendar, TimeProvider clock)
    {
        var (ct, response, now) = (context.RequestAborted, context.Response, clock.GetUtcNow().UtcDateTime);

        // Remembered anywhere on the way, a click would be seen once for all who click.
        response.Headers.CacheControl = "no-store";
        response.Headers["X-Robots-Tag"] = "noindex, nofollow";
        response.Headers["Referrer-Policy"] = "no-referrer";
        await using var db = database.Create(AccessScope.Everything);
        var link = await db.TrackedLinks.AsNoTracking().Where(l => l.Code == code)
            .Select(l => new { l.Id, l.PageId, l.Status, l.ExpiresAt, l.Page.Url, PageStatus = l.Page.Status, l.Page.Counting })
            .FirstOrDefaultAsync(ct);
        if (link is null)
        {
            response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        if (link.Status != TrackingStatus.Active || link.PageStatus != TrackingStatus.Active || link.ExpiresAt <= now || !TrackedPage.IsTarget(link.Url))
        {
            response.StatusCode = StatusCodes.Status410Gone;
            return;
        }

        response.StatusCode = StatusCodes.Status302Found;
        response.Headers.Location = new Uri(link.Url).AbsoluteUri;
        if (IsSomebody(context.Request))
        {
            var day = calendar.DayOf(now);
            var key = await visitors.OfBrowserAsync(day, link.PageId, context.Connection.RemoteIpAddress, context.Request.Headers.UserAgent.ToString(), ct);
            counting.Add(new PageHit(link.PageId, link.Id, link.Counting == PageCounting.Clicks, day, key));
        }
    }

    /// <summary>Whether it looks like somebody who wants to see the page: not a machine that says so, and nothing that is fetched ahead.</summary>
    private static bool IsSomebody(HttpRequest request)
    {
        var agent = request.Headers.UserAgent.ToString();
        return HttpMethods.IsGet(request.Method)
            && agent.Length > 0
            && !Array.Exists(s_machines, machine => agent.Contains(machine, StringComparison.OrdinalIgnoreCase))
            && !Says("Sec-Purpose", "prefetch") && !Says("Purpose", "prefetch") && !Says("X-Moz", "prefetch") && !Says("X-Purpose", "preview")
            && !Says(HeaderNames.Range, "bytes");

        bool Says(string header, string what) => request.Headers[header].ToString().Contains(what, StringComparison.OrdinalIgnoreCase);
    }
}
