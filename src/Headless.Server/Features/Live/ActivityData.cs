using System.Text.Json;

namespace Headless.Server.Features.Live;

/// <summary>Rows that activities name in their data, because the log has no column for them.</summary>
internal static class ActivityData
{
    public const string JobId = "jobId";
    public const string PageId = "pageId";

    /// <summary>The key of such a row; null where the activity names none.</summary>
    public static long? IdOf(Activity activity, string name)
    {
        if (activity.Data is null)
        {
            return null;
        }

        using var data = JsonDocument.Parse(activity.Data);
        return data.RootElement.ValueKind == JsonValueKind.Object && data.RootElement.TryGetProperty(name, out var value) && value.TryGetInt64(out var id) ? id : null;
    }
}
