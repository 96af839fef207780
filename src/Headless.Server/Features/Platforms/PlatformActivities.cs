using System.Text.Json;
using System.Text.Json.Nodes;
using Headless.Server.Writing;

namespace Headless.Server.Features.Platforms;

/// <summary>How changes of what is known about platforms get into the log.</summary>
internal static class PlatformActivities
{
    public static void RecordPlatform<TKey, TValue>(this WriteSession session, ActivityKind kind, Platform platform, TKey key, TValue value)
        where TKey : struct, Enum
    {
        var (platformName, keyName) = (JsonNamingPolicy.SnakeCaseUpper.ConvertName(platform.ToString()), JsonNamingPolicy.SnakeCaseUpper.ConvertName(key.ToString()));
        session.Record(
            kind,
            () => new ActivitySubject
            {
                Text = $"{platformName} {keyName}",
                Data = new JsonObject { ["platform"] = platformName, ["key"] = keyName, ["value"] = JsonValue.Create(value) }.ToJsonString(),
            });
    }
}
