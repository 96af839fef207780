#if IN_TREE_ENGINE
using System.Text.Json;
using Headless.GraphQL.AspNetCore;
using Headless.GraphQL.Execution;
using Headless.Server.Access;

namespace Headless.Server.Hosting;

/// <summary>
/// A browser cannot set a header on a WebSocket, so a key or token may also come as <c>{"Authorization": "Bearer …"}</c> in the payload
/// of <c>connection_init</c>. Whoever may do nothing any more starts no operation, and their socket is closed.
/// </summary>
internal sealed class BearerSocketInterceptor(BearerDirectory bearers, ApiKeyDirectory keys, CallerWatch watch) : DefaultSocketSessionInterceptor
{
    private const string WatchKey = "Headless.CallerWatch";
    private const string Ended = "The API key has been revoked, it or the token has expired, or the role has changed.";
    private const int Forbidden = 4403;

    /// <summary>How long subscriptions have to tell their clients why they end before the socket does.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(1);

    public override async ValueTask<ConnectionStatus> OnConnectAsync(
        ISocketSession session, IOperationMessagePayload connectionInitMessage, CancellationToken cancellationToken = default)
    {
        if (SecretOf(connectionInitMessage.Payload) is { } secret)
        {
            if (await bearers.FindAsync(secret, cancellationToken) is not { } principal)
            {
                return ConnectionStatus.Reject(BearerDirectory.Refusal);
            }

            session.Connection.HttpContext.User = principal;
        }

        if (Caller.From(session.Connection.HttpContext.User) is { OperatorId: not null } caller)
        {
            session.Connection.ContextData[WatchKey] = watch.Begin(caller, () => _ = CloseAsync(session));
        }

        return ConnectionStatus.Accept();
    }

    public override async ValueTask OnRequestAsync(
        ISocketSession session, string operationSessionId, OperationRequestBuilder requestBuilder, CancellationToken cancellationToken = default)
    {
        if (Caller.From(session.Connection.HttpContext.User) is { OperatorId: not null } caller && !await keys.IsStillUsableAsync(caller, cancellationToken))
        {
            await session.Connection.CloseAsync(Ended, Forbidden, cancellationToken);
            return;
        }

        await base.OnRequestAsync(session, operationSessionId, requestBuilder, cancellationToken);
    }

    public override ValueTask OnCloseAsync(ISocketSession session, CancellationToken cancellationToken = default)
    {
        if (session.Connection.ContextData.TryGetValue(WatchKey, out var watched))
        {
            ((IDisposable)watched!).Dispose();
        }

        return base.OnCloseAsync(session, cancellationToken);
    }

    private static async Task CloseAsync(ISocketSession session)
    {
        await Task.Delay(Grace);
        await session.Connection.CloseAsync(Ended, Forbidden);
    }

    private static string? SecretOf(JsonElement? payload)
    {
        if (payload is not { ValueKind: JsonValueKind.Object } members)
        {
            return null;
        }

        foreach (var member in members.EnumerateObject())
        {
            if (member.NameEquals("Authorization") || member.NameEquals("authorization"))
            {
                var value = member.Value.ValueKind == JsonValueKind.String ? member.Value.GetString()! : string.Empty;
                return value.StartsWith(BearerDirectory.Scheme, StringComparison.OrdinalIgnoreCase) ? value[BearerDirectory.Scheme.Length..].Trim() : value;
            }
        }

        return null;
    }
}
#endif
