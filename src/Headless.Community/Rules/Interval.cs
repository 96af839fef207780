namespace Headless.Community;

internal static class Interval
{
    /// <summary>Refuses an end that does not come after its start; an open side is fine.</summary>
    public static void Require(DateTime? start, DateTime? end, string startName, string endName)
    {
        if (start is { } from && end is { } to && to <= from)
        {
            throw new DomainException(
                DomainErrorCodes.InvalidInterval,
                $"{endName} ({to:O}) must be later than {startName} ({from:O}).");
        }
    }
}
