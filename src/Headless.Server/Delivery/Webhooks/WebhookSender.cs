using System.Net;
using System.Text;

namespace Headless.Server.Delivery.Webhooks;

/// <summary>What came of one request.</summary>
/// <param name="StatusCode">The answer's; null where none came.</param>
/// <param name="Failure">What went wrong; null for a success.</param>
/// <param name="Message">The same in words.</param>
/// <param name="Response">How the answer begins.</param>
/// <param name="RetryAfter">How long the receiver wants to be left alone.</param>
public sealed record WebhookAnswer(int? StatusCode, WebhookFailure? Failure, string? Message, string? Response = null, TimeSpan? RetryAfter = null)
{
    public DateTime At { get; init; }

    public TimeSpan Duration { get; init; }
}

/// <summary>Sends messages to webhooks. Follows no redirects, uses no proxy, keeps no cookies, and reads of an answer its first kilobyte.</summary>
public sealed class WebhookSender : IDisposable
{
    private readonly WebhookOptions _options;
    private readonly WebhookSecrets _secrets;
    private readonly TimeProvider _clock;
    private readonly HttpClient _http;

    public WebhookSender(WebhookOptions options, WebhookSecrets secrets, WebhookNetwork network, TimeProvider clock)
    {
        (_options, _secrets, _clock) = (options, secrets, clock);
        _http = new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseProxy = false,
            UseCookies = false,
            AutomaticDecompression = DecompressionMethods.None,
            ActivityHeadersPropagator = null,
            ConnectTimeout = options.ConnectTimeout,
            ConnectCallback = (context, ct) => network.ConnectAsync(context.DnsEndPoint, ct),

            // A name is looked up again after a minute, however busy its connection is.
            PooledConnectionLifetime = TimeSpan.FromMinutes(1),
            PooledConnectionIdleTimeout = TimeSpan.FromSeconds(30),
            MaxResponseHeadersLength = 16,
            MaxResponseDrainSize = 4 * 1024,
            ResponseDrainTimeout = TimeSpan.FromSeconds(1),
        })
        {
            Timeout = System.Threading.Timeout.InfiniteTimeSpan,
        };
    }

    /// <summary>Signs and posts a message, and waits for the answer.</summary>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public async Task<WebhookAnswer> SendAsync(Webhook webhook, string messageId, ReadOnlyMemory<byte> body, CancellationToken cancellationToken)
    {
        var at = _clock.GetUtcNow();
        var began = _clock.GetTimestamp();
        var answer = SecretsOf(webhook, at.UtcDateTime) is { } secrets
            ? await PostAsync(webhook.Url, messageId, at, body, secrets, cancellationToken)
            : new WebhookAnswer(null, WebhookFailure.SecretUnreadable, "The secret cannot be read with Webhooks:ProtectionKey: set the former key, or rotate the secret.");
        return answer with { At = at.UtcDateTime, Duration = _clock.GetElapsedTime(began) };
    }

    public void Dispose() => _http.Dispose();

    private List<byte[]>? SecretsOf(Webhook webhook, DateTime at)
    {
        if (_secrets.Read(webhook.Secret) is not { } secret)
        {
            return null;
        }

        return webhook.SignsWithFormer(at) && _secrets.Read(webhook.FormerSecret!) is { } former ? [secret, former] : [secret];
    }

    private async Task<WebhookAnswer> PostAsync(
        string url, string messageId, DateTimeOffset at, ReadOnlyMemory<byte> body, List<byte[]> secrets, CancellationToken cancellationToken)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timeout.CancelAfter(_options.Timeout);
        using var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = new ReadOnlyMemoryContent(body) };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", "application/json");
        request.Headers.TryAddWithoutValidation("User-Agent", "Headless-Webhooks/1");
        request.Headers.TryAddWithoutValidation(WebhookSignature.IdHeader, messageId);
        request.Headers.TryAddWithoutValidation(WebhookSignature.TimestampHeader, at.ToUnixTimeSeconds().ToString(System.Globalization.CultureInfo.InvariantCulture));
        request.Headers.TryAddWithoutValidation(WebhookSignature.SignatureHeader, WebhookSignature.Sign(secrets, messageId, at, body.Span));
        try
        {
            using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, timeout.Token);
            var status = (int)response.StatusCode;
            var text = await ReadBeginningAsync(response.Content, timeout.Token);
            return response.IsSuccessStatusCode
                ? new WebhookAnswer(status, null, null, text)
                : new WebhookAnswer(status, WebhookFailure.Status, Explain(status), text, RetryAfterOf(response, at));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new WebhookAnswer(null, WebhookFailure.Timeout, $"No answer within {_options.Timeout.TotalSeconds:0.#} s.");
        }
        catch (HttpRequestException exception)
        {
            return Explain(exception);
        }
    }

    private static string Explain(int status) => status switch
    {
        >= 300 and < 400 => $"{status}: redirects are not followed; give the webhook the address that they lead to.",
        410 => "410: the receiver wants no more.",
        _ => $"{status} is no success; a receiver answers 2xx once it has the message safe.",
    };

    private WebhookAnswer Explain(HttpRequestException exception)
    {
        for (Exception? inner = exception; inner is not null; inner = inner.InnerException)
        {
            switch (inner)
            {
                case HostNotFoundException:
                    return new WebhookAnswer(null, WebhookFailure.NameNotResolved, inner.Message);
                case AddressRefusedException:
                    return new WebhookAnswer(null, WebhookFailure.AddressRefused, inner.Message);
                case OperationCanceledException or TimeoutException:
                    return new WebhookAnswer(null, WebhookFailure.Timeout, $"No connection within {_options.ConnectTimeout.TotalSeconds:0.#} s.");
            }
        }

        return exception.HttpRequestError is HttpRequestError.InvalidResponse or HttpRequestError.ConfigurationLimitExceeded
            ? new WebhookAnswer(null, WebhookFailure.InvalidAnswer, "What came back is no answer of HTTP.")
            : new WebhookAnswer(null, WebhookFailure.Connection, Cut($"The connection could not be made, or broke: {exception.HttpRequestError}."));
    }

    /// <summary>The first kilobyte, as far as it is text.</summary>
    private static async Task<string?> ReadBeginningAsync(HttpContent content, CancellationToken cancellationToken)
    {
        var buffer = new byte[WebhookAttempt.ResponseMaxLength];
        var length = 0;
        try
        {
            await using var stream = await content.ReadAsStreamAsync(cancellationToken);
            length = await stream.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken);
        }
        catch (Exception exception) when (exception is IOException or HttpRequestException)
        {
            // The status has come, and that is what counts.
        }

        var text = Encoding.UTF8.GetString(buffer, 0, length).Replace("\0", string.Empty, StringComparison.Ordinal);
        return length == 0 ? null : text;
    }

    private static TimeSpan? RetryAfterOf(HttpResponseMessage response, DateTimeOffset at) =>
        response.StatusCode is not (HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable) ? null
        : response.Headers.RetryAfter is not { } after ? null
        : after.Delta ?? (after.Date is { } date ? date - at : null);

    private static string Cut(string text) => text.Length <= WebhookAttempt.MessageMaxLength ? text : text[..WebhookAttempt.MessageMaxLength];
}
