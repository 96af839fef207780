using System.Text.RegularExpressions;

namespace Headless.Community.Moderation;

/// <summary>Links in texts: with a scheme, with www, or a bare name under one of the usual domains.</summary>
internal static class LinkFinder
{
    /// <summary>The first link to a host that is not allowed; null: there is none.</summary>
    public static (int Start, int Length)? Find(string text, IReadOnlyList<string> allowedHosts)
    {
        if (!text.Contains('.'))
        {
            return null;
        }

        foreach (var match in s_link.EnumerateMatches(text))
        {
            var host = HostOf(text.AsSpan(match.Index, match.Length));
            if (!IsAllowed(host, allowedHosts))
            {
                return (match.Index, match.Length);
            }
        }

        return null;
    }

    /// <summary>The hosts of a list with one on each line.</summary>
    public static string[] Hosts(string? lines) =>
        lines?.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];

    private static ReadOnlySpan<char> HostOf(ReadOnlySpan<char> link)
    {
        var scheme = link.IndexOf("://");
        link = scheme < 0 ? link : link[(scheme + 3)..];
        var end = link.IndexOfAny("/?#");
        link = end < 0 ? link : link[..end];
        link = link[(link.LastIndexOf('@') + 1)..];
        var port = link.IndexOf(':');
        return (port < 0 ? link : link[..port]).TrimEnd('.');
    }

    private static bool IsAllowed(ReadOnlySpan<char> host, IReadOnlyList<string> allowedHosts)
    {
        foreach (var allowed in allowedHosts)
        {
            if (host.EndsWith(allowed, StringComparison.OrdinalIgnoreCase)
                && (host.Length == allowed.Length || host[host.Length - allowed.Length - 1] == '.'))
            {
                return true;
            }
        }

        return false;
    }

    private static readonly Regex s_link = new(
        """(?:https?://|www\.)[a-z0-9@:%._~-]+[^\s<>"'，。！？；、）】》]*|\b(?:[a-z0-9](?:[a-z0-9-]{0,62})\.)+(?:com|net|org|cn|io|me|co|top|xyz|shop|vip|app|cc|tv|info|link|site|online|club|ru|de|uk|jp|hk|tw)\b(?:/[^\s<>"'，。！？；、）】》]*)?""",
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
}
