using System.Text.Json;
using Headless.Community;
using Headless.Community.Data;
using Headless.Server.Tests.Fixtures;
using Headless.Server.Tests.Transport;
using Microsoft.EntityFrameworkCore;

namespace Headless.Server.Tests.Access;

/// <summary>New secrets for keys, and what becomes of those who are connected when a key ends.</summary>
public sealed class ApiKeyRotationTests(ServerFixture server) : IClassFixture<ServerFixture>
{
    private const string Rotate =
        """
        mutation($input: RotateApiKeyInput!) {
          rotateApiKey(input: $input) { issuedApiKey { secret apiKey { id prefix } } errors { __typename ... on Error { code } ... on InvalidInputError { fields { path code } } } }
        }
        """;

    [Fact]
    public async Task The_former_secret_works_beside_the_new_one_for_the_overlap_and_one_from_before_that_does_not()
    {
        var first = await server.CreateKeyAsync(OperatorRole.Integration);
        var id = await IdOfAsync(first);

        var second = await RotateAsync(first, new { id });
        var third = await RotateAsync(second, new { id });

        (await WhoAsync(first)).ShouldBe("UNAUTHENTICATED");
        (await WhoAsync(second)).ShouldBe("INTEGRATION");
        (await WhoAsync(third)).ShouldBe("INTEGRATION");
        var key = (await server.DataAsync("{ viewer { apiKey { prefix rotatedAt formerValidUntil } } }", null, third)).GetProperty("viewer").GetProperty("apiKey");
        third.ShouldStartWith(key.GetProperty("prefix").GetString()!);
        (key.GetProperty("formerValidUntil").GetDateTimeOffset() - key.GetProperty("rotatedAt").GetDateTimeOffset()).ShouldBe(TimeSpan.FromDays(1));
    }

    [Fact]
    public async Task Without_an_overlap_the_former_secret_stops_at_once()
    {
        var first = await server.CreateKeyAsync(OperatorRole.Analyst);
        var second = await RotateAsync(first, new { id = await IdOfAsync(first), overlapMinutes = 0 });

        (await WhoAsync(first)).ShouldBe("UNAUTHENTICATED");
        (await WhoAsync(second)).ShouldBe("ANALYST");
    }

    [Fact]
    public async Task The_overlap_ends()
    {
        var first = await server.CreateKeyAsync(OperatorRole.Analyst);
        var second = await RotateAsync(first, new { id = await IdOfAsync(first) });
        await server.Database.WriteAsync(
            AccessScope.Everything,
            (db, ct) => db.ApiKeys.Where(k => k.Hash == ApiKey.HashOf(second)).ExecuteUpdateAsync(s => s.SetProperty(k => k.FormerValidUntil, TestClock.UtcNow.UtcDateTime.AddSeconds(-1)), ct),
            TestContext.Current.CancellationToken);

        (await WhoAsync(first)).ShouldBe("UNAUTHENTICATED");
        (await WhoAsync(second)).ShouldBe("ANALYST");
    }

    [Theory]
    [InlineData(OperatorRole.Owner)]
    [InlineData(OperatorRole.Analyst)]
    [InlineData(OperatorRole.Integration)]
    public async Task Nobody_but_a_lead_rotates_or_sees_the_key_of_another(OperatorRole role)
    {
        var others = await IdOfAsync(await server.CreateKeyAsync(OperatorRole.Lead));
        var mine = await server.CreateKeyAsync(role);

        (await server.DataAsync(Rotate, new { input = new { id = others } }, mine)).ShouldBeJson(
            """{ "rotateApiKey": { "issuedApiKey": null, "errors": [{ "__typename": "NotFoundError", "code": "NOT_FOUND" }] } }""");
        (await server.DataAsync("query($id: ID!) { node(id: $id) { id } }", new { id = others }, mine)).ShouldBeJson("""{ "node": null }""");
        var own = await server.DataAsync("{ viewer { apiKeys { nodes { id } } } }", null, mine);
        own.GetProperty("viewer").GetProperty("apiKeys").GetProperty("nodes").EnumerateArray().Select(k => k.GetProperty("id").GetString()).ShouldBe([await IdOfAsync(mine)]);
    }

    [Fact]
    public async Task A_lead_rotates_the_key_of_another_and_may_move_its_end()
    {
        var first = await server.CreateKeyAsync(OperatorRole.Integration);
        var id = await IdOfAsync(first);
        var end = TestClock.UtcNow.AddDays(30);

        var second = await RotateAsync(null, new { id, expiresAt = end });
        (await server.DataAsync("{ viewer { apiKey { expiresAt } } }", null, second)).GetProperty("viewer").GetProperty("apiKey").GetProperty("expiresAt").GetDateTimeOffset()
            .ShouldBe(end, TimeSpan.FromMilliseconds(1));

        (await server.DataAsync(Rotate, new { input = new { id, expiresAt = end.AddYears(10) } }, second)).ShouldBeJson(
            """{ "rotateApiKey": { "issuedApiKey": null, "errors": [{ "__typename": "InvalidInputError", "code": "INVALID_INPUT", "fields": [{ "path": "expiresAt", "code": "NOT_YOURS" }] }] } }""");
    }

    [Theory]
    [InlineData("""{ "overlapMinutes": -1 }""", "overlapMinutes")]
    [InlineData("""{ "overlapMinutes": 10081 }""", "overlapMinutes")]
    [InlineData("""{ "expiresAt": "2020-01-01T00:00:00Z" }""", "expiresAt")]
    [InlineData("""{ "version": 0 }""", "version")]
    public async Task Input_that_cannot_be_is_refused(string bad, string path)
    {
        var input = JsonSerializer.Deserialize<Dictionary<string, object>>(bad)!;
        input["id"] = await IdOfAsync(await server.CreateKeyAsync(OperatorRole.Integration));

        var error = (await server.DataAsync(Rotate, new { input })).GetProperty("rotateApiKey").GetProperty("errors")[0];
        error.GetProperty("fields")[0].GetProperty("path").GetString().ShouldBe(path);
    }

    [Fact]
    public async Task A_key_that_works_no_more_gets_no_new_secret()
    {
        var revoked = await IdOfAsync(await server.CreateKeyAsync(OperatorRole.Integration));
        await server.DataAsync("mutation($i: RevokeApiKeyInput!) { revokeApiKey(input: $i) { errors { __typename } } }", new { i = new { id = revoked } });
        (await server.DataAsync(Rotate, new { input = new { id = revoked } })).ShouldBeJson(
            """{ "rotateApiKey": { "issuedApiKey": null, "errors": [{ "__typename": "DomainError", "code": "API_KEY_REVOKED" }] } }""");

        var secret = await server.CreateKeyAsync(OperatorRole.Integration);
        var expired = await IdOfAsync(secret);
        await server.Database.WriteAsync(
            AccessScope.Everything,
            (db, ct) => db.ApiKeys.Where(k => k.Hash == ApiKey.HashOf(secret)).ExecuteUpdateAsync(s => s.SetProperty(k => k.ExpiresAt, TestClock.UtcNow.UtcDateTime.AddSeconds(-1)), ct),
            TestContext.Current.CancellationToken);
        (await server.DataAsync(Rotate, new { input = new { id = expired } })).ShouldBeJson(
            """{ "rotateApiKey": { "issuedApiKey": null, "errors": [{ "__typename": "DomainError", "code": "API_KEY_EXPIRED" }] } }""");
    }

    [Fact]
    public async Task Keys_and_operators_leave_activities()
    {
        var created = (await server.DataAsync("""mutation { createOperator(input: { name: "Logged", role: INTEGRATION }) { operator { id } } }"""))
            .GetProperty("createOperator").GetProperty("operator").GetProperty("id").GetString();
        var issued = (await server.DataAsync(
            "mutation($i: IssueApiKeyInput!) { issueApiKey(input: $i) { issuedApiKey { secret apiKey { id } } } }",
            new { i = new { operatorId = created, name = "sync", scopes = new[] { "READ" } } })).GetProperty("issueApiKey").GetProperty("issuedApiKey");
        var id = issued.GetProperty("apiKey").GetProperty("id").GetString()!;
        var rotated = await RotateAsync(null, new { id });
        await server.DataAsync("mutation($i: RevokeApiKeyInput!) { revokeApiKey(input: $i) { errors { __typename } } }", new { i = new { id } });
        await server.DataAsync("mutation($i: UpdateOperatorInput!) { updateOperator(input: $i) { errors { __typename } } }", new { i = new { id = created, name = "Logged again" } });
        await server.DataAsync("mutation($i: DeactivateOperatorInput!) { deactivateOperator(input: $i) { errors { __typename } } }", new { i = new { id = created } });
        await server.DataAsync("mutation($i: ActivateOperatorInput!) { activateOperator(input: $i) { errors { __typename } } }", new { i = new { id = created } });

        var log = await server.DataAsync("{ activities(last: 7) { nodes { kind text } } }");
        var first = issued.GetProperty("secret").GetString()![..12];
        log.GetProperty("activities").GetProperty("nodes").ShouldBeJson(
            $$"""
            [
              { "kind": "OPERATOR_CREATED", "text": "Logged" },
              { "kind": "API_KEY_ISSUED", "text": "Logged: sync ({{first}}…)" },
              { "kind": "API_KEY_ROTATED", "text": "Logged: sync ({{rotated[..12]}}…)" },
              { "kind": "API_KEY_REVOKED", "text": "Logged: sync ({{rotated[..12]}}…)" },
              { "kind": "OPERATOR_UPDATED", "text": "Logged again" },
              { "kind": "OPERATOR_DEACTIVATED", "text": "Logged again" },
              { "kind": "OPERATOR_ACTIVATED", "text": "Logged again" }
            ]
            """);
    }

    /// <summary>Nothing happens in the community in between: it is not an event that finds the key gone.</summary>
    [Theory]
    [InlineData("revoke")]
    [InlineData("rotate")]
    [InlineData("deactivate")]
    public async Task An_open_socket_ends_at_once_when_its_key_does(string how)
    {
        var secret = await server.CreateKeyAsync(OperatorRole.Analyst);
        var id = await IdOfAsync(secret);
        using var socket = await ConnectAsync(secret);
        await socket.SendAsync("""{"id":"1","type":"subscribe","payload":{"query":"subscription { onActivity(kinds: [GROUP_ARCHIVED]) { id } }"}}""");
        await socket.SendAsync("""{"type":"ping"}""");
        (await socket.ReceiveAsync()).ShouldBe("""{"type":"pong"}""");

        var operatorId = (await server.DataAsync("{ viewer { operator { id } } }", null, secret)).GetProperty("viewer").GetProperty("operator").GetProperty("id").GetString();
        await (how switch
        {
            "revoke" => server.DataAsync("mutation($i: RevokeApiKeyInput!) { revokeApiKey(input: $i) { errors { __typename } } }", new { i = new { id } }),
            "rotate" => server.DataAsync(Rotate, new { input = new { id, overlapMinutes = 0 } }),
            _ => server.DataAsync("mutation($i: DeactivateOperatorInput!) { deactivateOperator(input: $i) { errors { __typename } } }", new { i = new { id = operatorId } }),
        });

        // The stream is told why, unless the socket is quicker to close.
        var last = await socket.ReceiveAsync();
        if (!last.StartsWith("close", StringComparison.Ordinal))
        {
            last.ShouldContain("\"code\":\"UNAUTHENTICATED\"");
            last = await socket.ReceiveAsync();
        }

        (last.Contains("complete", StringComparison.Ordinal) ? await socket.ReceiveAsync() : last).ShouldStartWith("close 4403");
    }

    private async Task<SocketClient> ConnectAsync(string secret)
    {
        var sockets = server.Factory.Server.CreateWebSocketClient();
        sockets.SubProtocols.Add("graphql-transport-ws");
        return await SocketClient.InitialiseAsync(
            await sockets.ConnectAsync(new Uri(server.Factory.Server.BaseAddress, "/graphql"), TestContext.Current.CancellationToken),
            $$"""{"Authorization":"Bearer {{secret}}"}""");
    }

    private async Task<string> RotateAsync(string? key, object input)
    {
        var answer = (await server.DataAsync(Rotate, new { input }, key)).GetProperty("rotateApiKey");
        answer.GetProperty("errors").ValueKind.ShouldBe(JsonValueKind.Null, answer.GetRawText());
        return answer.GetProperty("issuedApiKey").GetProperty("secret").GetString()!;
    }

    private async Task<string> IdOfAsync(string secret) =>
        (await server.DataAsync("{ viewer { apiKey { id } } }", null, secret)).GetProperty("viewer").GetProperty("apiKey").GetProperty("id").GetString()!;

    private Task<string> WhoAsync(string secret) => TokenTests.WhoAsync(server, secret);
}
