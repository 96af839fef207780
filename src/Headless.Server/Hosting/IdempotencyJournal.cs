#if IN_TREE_ENGINE
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Headless.GraphQL.Execution;
using Headless.Server.Access;
using Headless.Server.Writing;

namespace Headless.Server.Hosting;

/// <summary>
/// Answers a mutation that is sent again under its idempotency key with what it answered the first time, byte for byte, without running
/// it. The key comes in the header <c>Idempotency-Key</c> or as <c>extensions.idempotencyKey</c>; there is one for all the mutations
/// of a document.
/// </summary>
/// <remarks>
/// That the key was used commits with the first change, the answer is kept right after the last. A process that ends in between leaves a
/// receipt without an answer: the mutation does not run again, and repetitions are told that the answer is lost. What changes nothing
/// leaves nothing, so that a refused request can be corrected and sent under the same key.
/// </remarks>
internal sealed class IdempotencyJournal(MutationReceipts receipts, TimeProvider clock, ILogger<IdempotencyJournal> logger) : IMutationJournal
{
    public const string Header = "Idempotency-Key";

    /// <summary>Says in an answer over HTTP that it was given before.</summary>
    public const string ReplayedHeader = "Idempotency-Replayed";

    private const int MaxKeyLength = 200;

    public async ValueTask<ExecutionResult> ExecuteAsync(
        OperationRequest request, Func<CancellationToken, ValueTask<ExecutionResult>> execute, CancellationToken cancellationToken)
    {
        var http = request.ContextData?.TryGetValue(nameof(HttpContext), out var value) == true ? value as HttpContext : null;
        var keys = KeysOf(request, http);
        var caller = request.Services.GetRequiredService<Caller>();
        if (keys.Count == 0 || caller.OperatorId is not { } operatorId)
        {
            return await execute(cancellationToken);
        }

        if (keys.Count > 1 || keys[0].Length is 0 or > MaxKeyLength || keys[0].Any(c => c is < '!' or > '~'))
        {
            return Refuse(
                "IDEMPOTENCY_KEY_INVALID",
                $"An idempotency key is 1 to {MaxKeyLength} visible ASCII characters, such as a UUID, the same in the header and in the extensions where it is in both.",
                StatusCodes.Status400BadRequest);
        }

        var claim = new MutationClaim(operatorId, keys[0]);
        using var running = receipts.TryBegin(claim);
        return running is null ? InUse(http) : await ExecuteOnceAsync(request, http, claim, execute, cancellationToken);
    }

    private async ValueTask<ExecutionResult> ExecuteOnceAsync(
        OperationRequest request,
        HttpContext? http,
        MutationClaim claim,
        Func<CancellationToken, ValueTask<ExecutionResult>> execute,
        CancellationToken cancellationToken)
    {
        var requestHash = HashOf(request);
        if (await receipts.FindAsync(claim, cancellationToken) is { } known)
        {
            return Repeat(known, claim, requestHash, http);
        }

        var receipt = receipts.Prepare(claim, requestHash);
        ExecutionResult result;
        using (receipt.Begin())
        {
            // A client that has gone away is one that comes back with its key: its mutation goes on, and its answer is kept.
            result = await execute(CancellationToken.None);
        }

        if (!receipt.IsCommitted)
        {
            // Nothing was changed: by a refusal, or because another process had the key between the look above and the change.
            if (await receipts.FindAsync(claim, CancellationToken.None) is not { } taken)
            {
                return result;
            }

            await result.DisposeAsync();
            return Repeat(taken, claim, requestHash, http);
        }

        if (result is OperationResult answer)
        {
            try
            {
                await receipts.KeepAsync(claim, answer.Payload, CancellationToken.None);
            }
            catch (Exception exception)
            {
                logger.LogError(exception, "The answer to a mutation with an idempotency key could not be kept; a repetition will be told that it is lost.");
            }
        }

        return result;
    }

    private OperationResult Repeat(MutationReceipt known, MutationClaim claim, byte[] requestHash, HttpContext? http)
    {
        if (!known.RequestHash.AsSpan().SequenceEqual(requestHash))
        {
            return Refuse(
                "IDEMPOTENCY_KEY_REUSED",
                "The idempotency key belongs to another request that you sent before: choose a new key for a new request.",
                StatusCodes.Status422UnprocessableEntity);
        }

        if (known.Answer is { Length: 0 })
        {
            return Refuse(
                "IDEMPOTENCY_ANSWER_LOST",
                $"The request was carried out at {known.CreatedAt:O}. Its answer is not kept any longer, because a member has been erased since. It is not carried out again: read what it has changed.",
                StatusCodes.Status409Conflict);
        }

        if (known.Answer is { } kept && MutationReceipts.Read(claim, kept) is { } answer)
        {
            if (http is { Response.HasStarted: false })
            {
                http.Response.Headers[ReplayedHeader] = "true";
            }

            return OperationResult.Repeated(answer);
        }

        return clock.GetUtcNow().UtcDateTime - known.CreatedAt < MutationReceipts.AnswerDelay
            ? InUse(http)
            : Refuse(
                "IDEMPOTENCY_ANSWER_LOST",
                $"The request was carried out at {known.CreatedAt:O}, at least its first mutation, but the server ended before its answer was kept. It is not carried out again: read what it has changed.",
                StatusCodes.Status409Conflict);
    }

    private static OperationResult InUse(HttpContext? http)
    {
        if (http is { Response.HasStarted: false })
        {
            http.Response.Headers.RetryAfter = "1";
        }

        return Refuse(
            "IDEMPOTENCY_KEY_IN_USE",
            "A request with this idempotency key is being carried out: send yours again in a second to get its answer.",
            StatusCodes.Status409Conflict,
            retryAfter: 1);
    }

    private static OperationResult Refuse(string code, string message, int status, int? retryAfter = null)
    {
        var error = ErrorBuilder.New().SetMessage(message).SetCode(code);
        return OperationResult.Refused((retryAfter is null ? error : error.SetExtension("retryAfter", retryAfter)).Build(), status);
    }

    /// <summary>The different keys that the request brings. The header of a socket's upgrade is not its operations'.</summary>
    private static List<string> KeysOf(OperationRequest request, HttpContext? http)
    {
        var keys = new List<string>();
        if (http is { WebSockets.IsWebSocketRequest: false } && http.Request.Headers.TryGetValue(Header, out var values))
        {
            // The IETF's draft has a structured field, a string in quotes; most clients send the key as it is.
            keys.AddRange(values.Select(value => value is ['"', .., '"'] ? value[1..^1] : value ?? string.Empty));
        }

        if (request.Extensions.ValueKind == JsonValueKind.Object && request.Extensions.TryGetProperty("idempotencyKey"u8, out var extension))
        {
            keys.Add(extension.ValueKind == JsonValueKind.String ? extension.GetString()! : string.Empty);
        }

        return [.. keys.Distinct(StringComparer.Ordinal)];
    }

    private static byte[] HashOf(OperationRequest request)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(request.ExecutedDocument.Span);
        hash.AppendData([0]);
        hash.AppendData(Encoding.UTF8.GetBytes(request.OperationName ?? string.Empty));
        hash.AppendData([0]);
        if (request.Variables.ValueKind == JsonValueKind.Object)
        {
            // Written anew, so that spaces make no difference.
            hash.AppendData(JsonSerializer.SerializeToUtf8Bytes(request.Variables));
        }

        return hash.GetHashAndReset();
    }
}
#endif
