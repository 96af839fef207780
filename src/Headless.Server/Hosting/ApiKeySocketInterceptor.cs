#if IN_TREE_ENGINE
using System.Text.Json;
using Headless.GraphQL.AspNetCore;
using Headless.GraphQL.Execution;
using Headless.Server.Access;

namespace Headless.Server.Hosting;

/// <summary>
/// A browser cannot set a header on a WebSocket, so a key may also come as <c>{"Authorization": "Bearer KEY"}</c> in the payload
/// of <c>connection_init</c>. It is looked up again for each operation: a revoked key starts nothing more.
/// </summary>
internal sealed class ApiKeySocketInterceptor(ApiKeyDirectory keys) : DefaultSocketSessionInterceptor
{
    private const string Bearer = "Bearer ";
    private const string SecretKey = "Headless.ApiKey";

    public override async ValueTask<ConnectionStatus> OnConnectAsync(
        ISocketSession session, IOperationMessagePayload connectionInitMessage, CancellationToken cancellationToken = default)
    {
        if (SecretOf(connectionInitMessage.Payload) is { } secret)
        {
            if (await keys.FindAsync(secret, cancellationToken) is not { } principal)
            {
                return ConnectionStatus.Reject("The API key is unknown, revoked or expired.");
            }

            session.Connection.HttpContext.User = principal;
            session.Connection.ContextData[SecretKey] = secret;
        }

        return ConnectionStatus.Accept();
    }

    public override async ValueTask OnRequestAsync(
        ISocketSession session, string operationSessionId, OperationRequestBuilder requestBuilder, CancellationToken cancellationToken = default)
    {
        if (session.Connection.ContextData.TryGetValue(SecretKey, out var secret)
            && await keys.FindAsync((string)secret!, cancellationToken) is null)
        {
            await session.Connection.CloseAsync("The API key has been revoked or has expired.", 4403, cancellationToken);
            return;
        }

        await base.OnRequestAsync(session, operationSessionId, requestBuilder, cancellationToken);
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
                return value.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) ? value[Bearer.Length..].Trim() : value;
            }
        }

        return null;
    }
}
#endif
