using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Headless.Community;
using Headless.Community.Data;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Headless.Server.Tests.Fixtures;

/// <summary>
/// The server on an empty SQLite file of its own, in Development and without the demo community. A request without a key acts as
/// its LEAD.
/// </summary>
public class ServerFixture : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("headless-").FullName;
    private WebApplicationFactory<Program>? _factory;

    /// <summary>The hosted server.</summary>
    public WebApplicationFactory<Program> Factory => _factory!;

    public CommunityDatabase Database => Factory.Services.GetRequiredService<CommunityDatabase>();

    /// <summary>The server's clock.</summary>
    public TestClock Clock { get; } = new();

    /// <summary>Settings beyond the database; read once, when the server starts.</summary>
    protected virtual IEnumerable<KeyValuePair<string, string>> Settings => [];

    protected virtual string Environment => "Development";

    /// <summary>Whether it listens on a free loopback port, for clients outside of this process; they have the system's clock, and so does it.</summary>
    protected virtual bool IsListening => false;

    /// <summary>Replaces services, before the settings above are made.</summary>
    protected virtual WebApplicationFactory<Program> Configure(WebApplicationFactory<Program> factory) => factory;

    public virtual async ValueTask InitializeAsync()
    {
        await EmptyDatabase.CopyToAsync(Path.Combine(_folder, "test.db"));
        _factory = Configure(new WebApplicationFactory<Program>()).WithWebHostBuilder(builder =>
        {
            builder.UseEnvironment(Environment);
            builder.UseSetting("Database:ConnectionString", $"Data Source={Path.Combine(_folder, "test.db")}");
            builder.UseSetting("Demo:Load", "false");
            builder.UseUrls("http://127.0.0.1:0");
            builder.UseSetting("Logging:LogLevel:Default", "Warning");
            builder.ConfigureTestServices(services => services.Replace(ServiceDescriptor.Singleton(IsListening ? TimeProvider.System : Clock)));
            foreach (var (key, value) in Settings)
            {
                builder.UseSetting(key, value);
            }
        });
        if (IsListening)
        {
            _factory.UseKestrel();
            _factory.StartServer();
        }

        using var client = _factory.CreateClient();
        (await client.GetAsync("/alive", TestContext.Current.CancellationToken)).EnsureSuccessStatusCode();
    }

    public virtual async ValueTask DisposeAsync()
    {
        if (_factory is not null)
        {
            await _factory.DisposeAsync();
        }

        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Posts an operation and returns the whole answer.</summary>
    /// <param name="query">The document.</param>
    /// <param name="variables">An object whose properties are the variables.</param>
    /// <param name="apiKey">The caller's key; null: the development's caller; empty: nobody, as from another machine.</param>
    public async Task<JsonElement> QueryAsync(string query, object? variables = null, string? apiKey = null)
    {
        using var client = Factory.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = JsonContent.Create(new { query, variables }) };
        if (apiKey is { Length: > 0 })
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", apiKey);
        }
        else if (apiKey is not null)
        {
            request.Headers.Add("X-Forwarded-For", "192.0.2.1");
        }

        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        using var document = await JsonDocument.ParseAsync(
            await response.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken), default, TestContext.Current.CancellationToken);
        return document.RootElement.Clone();
    }

    /// <summary>As <see cref="QueryAsync"/>, for an operation that must not fail: returns its data.</summary>
    public async Task<JsonElement> DataAsync(string query, object? variables = null, string? apiKey = null)
    {
        var answer = await QueryAsync(query, variables, apiKey);
        answer.TryGetProperty("errors", out var errors).ShouldBeFalse(errors.ToString());
        return answer.GetProperty("data");
    }

    /// <summary>Makes an operator with a key and returns the secret.</summary>
    /// <param name="role">The operator's role.</param>
    /// <param name="scopes">What the key opens; null: everything that the role may.</param>
    /// <param name="groupIds">The groups that the operator is assigned to.</param>
    public async Task<string> CreateKeyAsync(OperatorRole role, ApiKeyScope? scopes = null, params long[] groupIds) =>
        await Database.WriteAsync(
            AccessScope.Everything,
            async (db, ct) =>
            {
                var owner = new Operator { Name = $"{role} {Guid.NewGuid():N}"[..20], Role = role };
                db.Operators.Add(owner);
                await db.SaveChangesAsync(ct);
                var all = Enum.GetValues<ApiKeyScope>().Where(s => scopes is null || scopes.Value.HasFlag(s)).ToList();
                var (key, secret) = ApiKey.Issue(owner, "test", all);
                db.ApiKeys.Add(key);
                db.GroupAssignments.AddRange(groupIds.Select(id => new GroupAssignment
                {
                    GroupId = id,
                    OperatorId = owner.Id,
                    Role = role == OperatorRole.Owner ? AssignmentRole.Owner : AssignmentRole.Admin,
                    Since = TestClock.UtcNow.UtcDateTime.AddDays(-1),
                }));
                await db.SaveChangesAsync(ct);
                return secret;
            },
            TestContext.Current.CancellationToken);
}
