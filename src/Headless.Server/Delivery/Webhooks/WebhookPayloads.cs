using System.Buffers;
using System.Text.Json;
using Headless.Server.Access;

namespace Headless.Server.Delivery.Webhooks;

/// <summary>
/// What is sent: <c>type</c>, <c>timestamp</c> and <c>data</c>, as Standard Webhooks has it, and the <c>cursor</c>. <c>data</c> is what the
/// webhook's document selects of the activity, with the rights that the webhook has now; what it may not see is null, with an entry in <c>errors</c>.
/// </summary>
public sealed class WebhookPayloads(IEventDocuments documents, IActivityCursors cursors)
{
    /// <summary>The type of a message that only tries the way.</summary>
    public const string Ping = "PING";

    /// <summary>What a webhook without a document of its own is sent.</summary>
    public const string StandardQuery = """
        subscription {
          onActivity {
            id cursor kind occurredAt recordedAt source externalId isEffective isExcluded
            group { id name }
            member { id }
            tag { id name }
            campaign { id name }
            contentItem { id title }
            order { id }
          }
        }
        """;

    /// <summary>Larger than any sensible message.</summary>
    internal const int MaxLength = 256 * 1024;

    /// <summary>The body for an activity; null where the webhook's document leaves it out.</summary>
    public async Task<ReadOnlyMemory<byte>?> BuildAsync(string? query, Activity activity, Caller caller, CancellationToken cancellationToken)
    {
        if (await documents.ExecuteAsync(query ?? StandardQuery, activity, caller, cancellationToken) is not { } answer)
        {
            return null;
        }

        using var document = JsonDocument.Parse(answer);
        var body = new ArrayBufferWriter<byte>(answer.Length + 256);
        using (var writer = new Utf8JsonWriter(body, new JsonWriterOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            writer.WriteStartObject();
            writer.WriteString("type", JsonNamingPolicy.SnakeCaseUpper.ConvertName(activity.Kind.ToString()));
            writer.WriteString("timestamp", Spell(activity.OccurredAt));
            writer.WriteString("cursor", cursors.Encode(activity.Id));
            writer.WritePropertyName("data");
            if (document.RootElement.TryGetProperty("data", out var data) && data.ValueKind == JsonValueKind.Object)
            {
                // The one root field of a subscription.
                data.EnumerateObject().First().Value.WriteTo(writer);
            }
            else
            {
                writer.WriteNullValue();
            }

            if (document.RootElement.TryGetProperty("errors", out var errors))
            {
                writer.WritePropertyName("errors");
                errors.WriteTo(writer);
            }

            writer.WriteEndObject();
        }

        return body.WrittenMemory;
    }

    /// <summary>The body of a message that only tries the way.</summary>
    public static ReadOnlyMemory<byte> BuildPing(Webhook webhook, DateTime at) =>
        JsonSerializer.SerializeToUtf8Bytes(new { type = Ping, timestamp = Spell(at), data = new { webhook = new { name = webhook.Name } } });

    /// <summary>As the API writes times.</summary>
    private static string Spell(DateTime at) => at.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", System.Globalization.CultureInfo.InvariantCulture);
}
