using System.Text.Json;
using Headless.Community;
using Headless.Community.Data;
using Headless.Server.Access;
using Headless.Server.Tests.Fixtures;
using Headless.Server.Tests.Transport;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.IdentityModel.Tokens;

namespace Headless.Server.Tests.Access;

/// <summary>A server that takes the tokens of an issuer on this machine, which it asks for new keys at most once in a tenth of a second.</summary>
public sealed class TokenServerFixture : ServerFixture
{
    public TestIssuer Issuer { get; private set; } = null!;

    protected override IEnumerable<KeyValuePair<string, string>> Settings =>
    [
        new("Access:Token:Authority", Issuer.Address), new("Access:Token:Audiences:0", TestIssuer.Audience), new("Access:Token:RefreshInterval", "00:00:00.1"),
        new("Access:Token:ClockSkew", "00:00:05"),
    ];

    public override async ValueTask InitializeAsync()
    {
        // Down at the start: the server starts all the same.
        Issuer = await TestIssuer.StartAsync();
        Issuer.IsDown = true;
        await base.InitializeAsync();
        await AddAsync("lead", OperatorRole.Lead);
        await AddAsync("analyst", OperatorRole.Analyst);
        await AddAsync("gone", OperatorRole.Lead, isActive: false);
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await Issuer.DisposeAsync();
    }

    public Task<long> AddAsync(string subject, OperatorRole role, bool isActive = true, string? email = null) => Database.WriteAsync(
        AccessScope.Everything,
        async (db, ct) =>
        {
            var added = new Operator { Name = subject, Subject = subject, Role = role, IsActive = isActive, Email = email };
            db.Operators.Add(added);
            await db.SaveChangesAsync(ct);
            return added.Id;
        },
        TestContext.Current.CancellationToken);
}

/// <summary>Tokens of an identity provider beside API keys: which of them are believed, and whose they are.</summary>
public sealed class TokenTests(TokenServerFixture server) : IClassFixture<TokenServerFixture>, IAsyncLifetime
{
    private const string Nobody = "UNAUTHENTICATED";

    /// <summary>The first look at the issuer fails; the next one succeeds.</summary>
    public async ValueTask InitializeAsync()
    {
        if (server.Issuer.IsDown)
        {
            (await WhoAsync(server.Issuer.Issue("lead"))).ShouldBe(Nobody);
            server.Issuer.IsDown = false;
            await Task.Delay(TimeSpan.FromMilliseconds(150), TestContext.Current.CancellationToken);
            (await WhoAsync(server.Issuer.Issue("lead"))).ShouldBe("LEAD");
        }
    }

    public ValueTask DisposeAsync() => default;

    [Theory]
    [InlineData("lead", "LEAD")]
    [InlineData("analyst", "ANALYST")]
    [InlineData("gone", Nobody)]
    [InlineData("stranger", Nobody)]
    [InlineData("", Nobody)]
    public async Task A_token_acts_as_the_operator_whose_subject_it_names_and_nobody_else_gets_in(string subject, string expected) =>
        (await WhoAsync(server.Issuer.Issue(subject))).ShouldBe(expected);

    [Fact]
    public async Task A_token_without_a_subject_is_nobodys() => (await WhoAsync(server.Issuer.Issue())).ShouldBe(Nobody);

    public static TheoryData<string> Bad =>
    [
        "expired", "not yet valid", "wrong audience", "no audience", "wrong issuer", "no expiry", "alg none", "public key as secret", "another key under the same id",
        "tampered", "no signature", "garbage", "huge",
    ];

    [Theory]
    [MemberData(nameof(Bad))]
    public async Task What_is_wrong_with_a_token_makes_it_nobodys(string what)
    {
        var issuer = server.Issuer;
        var good = issuer.Issue("lead");
        var parts = good.Split('.');
        var token = what switch
        {
            "expired" => issuer.Issue("lead", expires: TestClock.UtcNow.UtcDateTime.AddSeconds(-6), notBefore: TestClock.UtcNow.UtcDateTime.AddMinutes(-2)),
            "not yet valid" => issuer.Issue("lead", notBefore: TestClock.UtcNow.UtcDateTime.AddSeconds(30)),
            "wrong audience" => issuer.Issue("lead", audience: "another"),
            "no audience" => issuer.Issue("lead", audience: null),
            "wrong issuer" => issuer.Issue("lead", issuer: "https://evil.example"),
            "no expiry" => issuer.Issue("lead", hasExpiry: false),
            "alg none" => issuer.IssueUnsigned("lead"),
            "public key as secret" => issuer.Issue("lead", credentials: issuer.Confused()),
            "another key under the same id" => issuer.Issue("lead", credentials: new SigningCredentials(
                new RsaSecurityKey(System.Security.Cryptography.RSA.Create(2048)) { KeyId = issuer.Key.KeyId }, SecurityAlgorithms.RsaSha256)),
            "tampered" => $"{parts[0]}.{Base64UrlEncoder.Encode(Base64UrlEncoder.Decode(parts[1]).Replace("lead", "leaD", StringComparison.Ordinal))}.{parts[2]}",
            "no signature" => $"{parts[0]}.{parts[1]}.",
            "garbage" => "a.b.c",
            _ => $"{parts[0]}.{new string('A', 20_000)}.{parts[2]}",
        };

        (await WhoAsync(token)).ShouldBe(Nobody, what);
        (await WhoAsync(good)).ShouldBe("LEAD");
    }

    [Fact]
    public async Task Clocks_may_differ_a_little() =>
        (await WhoAsync(server.Issuer.Issue("lead", expires: TestClock.UtcNow.UtcDateTime.AddSeconds(-2), notBefore: TestClock.UtcNow.UtcDateTime.AddMinutes(-2)))).ShouldBe("LEAD");

    [Fact]
    public async Task A_key_that_the_issuer_has_changed_to_is_asked_for_and_one_that_it_has_left_opens_nothing()
    {
        var old = server.Issuer.Issue("lead");
        (await WhoAsync(old)).ShouldBe("LEAD");
        await Task.Delay(TimeSpan.FromMilliseconds(150), TestContext.Current.CancellationToken);

        server.Issuer.Rotate();

        (await WhoAsync(server.Issuer.Issue("lead"))).ShouldBe("LEAD");
        (await WhoAsync(old)).ShouldBe(Nobody);
    }

    [Fact]
    public async Task Tokens_with_made_up_keys_do_not_flood_the_issuer()
    {
        await Task.Delay(TimeSpan.FromMilliseconds(150), TestContext.Current.CancellationToken);
        var asked = server.Issuer.Asked;
        var credentials = new SigningCredentials(new RsaSecurityKey(System.Security.Cryptography.RSA.Create(2048)) { KeyId = "made-up" }, SecurityAlgorithms.RsaSha256);
        var token = server.Issuer.Issue("lead", credentials: credentials);

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => WhoAsync(token)));

        answers.ShouldAllBe(who => who == Nobody);
        (server.Issuer.Asked - asked).ShouldBeInRange(1, 10);
    }

    [Fact]
    public async Task Keys_and_tokens_work_side_by_side()
    {
        (await WhoAsync(await server.CreateKeyAsync(OperatorRole.Analyst))).ShouldBe("ANALYST");
        (await WhoAsync(server.Issuer.Issue("lead"))).ShouldBe("LEAD");
        (await WhoAsync("hdl_a.b.c")).ShouldBe(Nobody);
    }

    [Fact]
    public async Task A_socket_takes_a_token_in_its_first_message_and_is_closed_when_it_expires()
    {
        var token = server.Issuer.Issue("lead", expires: TestClock.UtcNow.UtcDateTime.AddSeconds(-2), notBefore: TestClock.UtcNow.UtcDateTime.AddMinutes(-2));
        using var socket = await ConnectAsync(token);
        await socket.SendAsync("""{"id":"1","type":"subscribe","payload":{"query":"{ viewer { role } }"}}""");
        (await socket.ReceiveAsync()).ShouldBe("""{"id":"1","type":"next","payload":{"data":{"viewer":{"role":"LEAD"}}}}""");
        (await socket.ReceiveAsync()).ShouldBe("""{"id":"1","type":"complete"}""");

        (await socket.ReceiveAsync()).ShouldStartWith("close 4403");
    }

    [Fact]
    public async Task A_socket_refuses_a_token_that_is_not_valid()
    {
        var sockets = server.Factory.Server.CreateWebSocketClient();
        sockets.SubProtocols.Add("graphql-transport-ws");
        using var socket = SocketClient.Of(await sockets.ConnectAsync(new Uri(server.Factory.Server.BaseAddress, "/graphql"), TestContext.Current.CancellationToken));
        await socket.SendAsync(JsonSerializer.Serialize(new { type = "connection_init", payload = new { Authorization = $"Bearer {server.Issuer.IssueUnsigned("lead")}" } }));

        (await socket.ReceiveAsync()).ShouldStartWith("close 4403");
    }

    [Fact]
    public async Task A_change_of_the_operator_holds_at_once()
    {
        var id = await server.AddAsync("wanderer", OperatorRole.Lead);
        var token = server.Issuer.Issue("wanderer");
        (await WhoAsync(token)).ShouldBe("LEAD");
        var globalId = Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes($"Operator:{id}"));

        await server.DataAsync("mutation($i: UpdateOperatorInput!) { updateOperator(input: $i) { errors { __typename } } }", new { i = new { id = globalId, subject = "settled" } });

        (await WhoAsync(token)).ShouldBe(Nobody);
        (await WhoAsync(server.Issuer.Issue("settled"))).ShouldBe("LEAD");
    }

    [Fact]
    public async Task Two_operators_cannot_have_one_subject() =>
        (await server.DataAsync("""mutation { createOperator(input: { name: "Twin", role: LEAD, subject: "lead" }) { errors { __typename ... on AlreadyExistsError { path } } } }"""))
            .ShouldBeJson("""{ "createOperator": { "errors": [{ "__typename": "AlreadyExistsError", "path": "subject" }] } }""");

    [Theory]
    [InlineData("Access:Token:Audiences:0", null, "name the Audiences")]
    [InlineData("Access:Token:Authority", "http://issuer.example", "Authority is an https address")]
    [InlineData("Access:Token:Authority", "nonsense", "Authority is an https address")]
    [InlineData("Access:Token:KeySet", "keys.json", "give Authority or KeySet")]
    [InlineData("Access:Token:OperatorClaim", "name", "OperatorClaim is sub or email")]
    [InlineData("Access:Token:ClockSkew", "01:00:00", "ClockSkew is at most ten minutes")]
    public void Settings_by_which_no_token_can_be_trusted_stop_the_start(string setting, string? value, string message)
    {
        var settings = new Dictionary<string, string?>
        {
            ["Access:Token:Authority"] = "https://issuer.example", ["Access:Token:Audiences:0"] = "headless", [setting] = value,
        };
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();

        Should.Throw<InvalidOperationException>(() => TokenOptions.From(configuration, new HostingEnvironment { EnvironmentName = "Production" }))
            .Message.ShouldStartWith($"Access:Token: {message}");
    }

    private async Task<SocketClient> ConnectAsync(string token)
    {
        var sockets = server.Factory.Server.CreateWebSocketClient();
        sockets.SubProtocols.Add("graphql-transport-ws");
        return await SocketClient.InitialiseAsync(
            await sockets.ConnectAsync(new Uri(server.Factory.Server.BaseAddress, "/graphql"), TestContext.Current.CancellationToken),
            $$"""{"Authorization":"Bearer {{token}}"}""");
    }

    private Task<string> WhoAsync(string token) => WhoAsync(server, token);

    /// <summary>The role that a credential gets, or the code of its refusal.</summary>
    internal static async Task<string> WhoAsync(ServerFixture server, string token)
    {
        var answer = await server.QueryAsync("{ viewer { role } }", null, token);
        return answer.TryGetProperty("errors", out var errors)
            ? errors[0].GetProperty("extensions").GetProperty("code").GetString()!
            : answer.GetProperty("data").GetProperty("viewer").GetProperty("role").GetString()!;
    }
}

/// <summary>A server that knows the issuer's keys from a file, finds operators by their address, and takes their role from the token.</summary>
public sealed class KeySetServerFixture : ServerFixture
{
    private readonly string _file = Path.GetTempFileName();

    public TestIssuer Issuer { get; private set; } = null!;

    protected override IEnumerable<KeyValuePair<string, string>> Settings =>
    [
        new("Access:Token:KeySet", _file), new("Access:Token:Issuer", Issuer.Address), new("Access:Token:Audiences:0", "other"), new("Access:Token:Audiences:1", TestIssuer.Audience),
        new("Access:Token:OperatorClaim", "email"), new("Access:Token:RoleClaim", "groups"),
        new("Access:Token:Roles:community-leads", "Lead"), new("Access:Token:Roles:community-readers", "Analyst"),
    ];

    public override async ValueTask InitializeAsync()
    {
        Issuer = await TestIssuer.StartAsync();
        await File.WriteAllTextAsync(_file, Issuer.KeySet, TestContext.Current.CancellationToken);
        await base.InitializeAsync();
        await Database.WriteAsync(
            AccessScope.Everything,
            async (db, ct) =>
            {
                db.Operators.Add(new Operator { Name = "Mei", Email = "mei@example.com", Role = OperatorRole.Admin });
                db.Operators.Add(new Operator { Name = "Two", Email = "two@example.com", Role = OperatorRole.Lead });
                db.Operators.Add(new Operator { Name = "Too", Email = "two@example.com", Role = OperatorRole.Lead });
                await db.SaveChangesAsync(ct);
            },
            TestContext.Current.CancellationToken);
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await Issuer.DisposeAsync();
        File.Delete(_file);
    }
}

/// <summary>Keys from a file, operators by address, roles by claim.</summary>
public sealed class KeySetTokenTests(KeySetServerFixture server) : IClassFixture<KeySetServerFixture>
{
    [Theory]
    [InlineData("mei@example.com", true, new[] { "community-readers" }, "ANALYST")]
    [InlineData("mei@example.com", true, new[] { "community-readers", "community-leads", "canteen" }, "LEAD")]
    [InlineData("mei@example.com", true, new[] { "LEAD" }, "UNAUTHENTICATED")]
    [InlineData("mei@example.com", true, new string[0], "UNAUTHENTICATED")]
    [InlineData("mei@example.com", false, new[] { "community-leads" }, "UNAUTHENTICATED")]
    [InlineData("mei@example.com", null, new[] { "community-leads" }, "UNAUTHENTICATED")]
    [InlineData("two@example.com", true, new[] { "community-leads" }, "UNAUTHENTICATED")]
    [InlineData("nobody@example.com", true, new[] { "community-leads" }, "UNAUTHENTICATED")]
    public async Task A_verified_address_finds_the_operator_and_a_claim_their_role(string email, bool? isVerified, string[] groups, string expected)
    {
        List<(string, object)> claims = [("email", email), ("groups", groups)];
        if (isVerified is { } verified)
        {
            claims.Add(("email_verified", verified));
        }

        (await TokenTests.WhoAsync(server, server.Issuer.Issue("any", claims: [.. claims]))).ShouldBe(expected);
    }

    [Fact]
    public async Task A_key_that_is_not_in_the_file_opens_nothing()
    {
        var rotated = await TestIssuer.StartAsync();
        await using (rotated)
        {
            (await TokenTests.WhoAsync(server, rotated.Issue("any", issuer: server.Issuer.Address, claims: [("email", "mei@example.com"), ("email_verified", true), ("groups", "community-leads")])))
                .ShouldBe("UNAUTHENTICATED");
        }
    }
}
