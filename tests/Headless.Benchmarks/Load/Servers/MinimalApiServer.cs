using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Headless.Benchmarks.Load.Model;
using Microsoft.EntityFrameworkCore;

namespace Headless.Benchmarks.Load.Servers;

/// <summary>What somebody writes who does without GraphQL: a minimal API over EF Core that answers the same JSON, with split queries.</summary>
internal static class MinimalApiServer
{
    public static void AddServices(IServiceCollection services, Action<DbContextOptionsBuilder> configure)
    {
        services.AddDbContextPool<BenchmarkDbContext>(configure);
        services.ConfigureHttpJsonOptions(
            o => o.SerializerOptions.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseUpper)));
    }

    public static void Map(WebApplication app)
    {
        app.MapPost("/a", (QueryBody body) => new { data = new { __typename = "Query" } });
        app.MapPost("/b", async (QueryBody body, BenchmarkDbContext db, CancellationToken cancellationToken) =>
        {
            var nodes = await db.Groups.AsNoTracking().OrderBy(g => g.Name).Take(21)
                .Select(g => new { g.Id, g.Name, g.Type }).ToListAsync(cancellationToken);
            var hasNextPage = TrimTo(nodes, 20);
            var endCursor = Convert.ToBase64String(Encoding.UTF8.GetBytes(nodes[^1].Name));
            return new { data = new { groups = new { nodes, pageInfo = new { hasNextPage, endCursor } } } };
        });
        app.MapPost("/c", async (QueryBody body, BenchmarkDbContext db, CancellationToken cancellationToken) =>
        {
            var tag = "tag7";
            var members = db.Members.AsNoTracking().Where(m => m.Tags.Any(t => t.Name == tag));
            var totalCount = await members.CountAsync(cancellationToken);
            var nodes = await members.OrderBy(m => m.Id).Take(21)
                .Select(m => new { m.Id, m.Nickname, m.Points, Tags = m.Tags.Select(t => new { t.Name }).ToList() })
                .ToListAsync(cancellationToken);
            TrimTo(nodes, 20);
            return new { data = new { members = new { totalCount, nodes } } };
        });
        app.MapPost("/d", async (QueryBody body, BenchmarkDbContext db, CancellationToken cancellationToken) =>
        {
            var roles = new[] { MembershipRole.Owner, MembershipRole.Moderator };
            var nodes = await db.Groups.AsNoTracking().OrderBy(g => g.Name).Take(11)
                .Select(g => new
                {
                    g.Id,
                    g.Name,
                    Memberships = g.Memberships.Where(m => roles.Contains(m.Role))
                        .Select(m => new { m.Role, m.JoinedAt, Member = new { m.Member!.Nickname } }).ToList(),
                })
                .ToListAsync(cancellationToken);
            TrimTo(nodes, 10);
            return new { data = new { groups = new { nodes } } };
        });
        app.MapPost("/d2", async (QueryBody body, BenchmarkDbContext db, CancellationToken cancellationToken) =>
        {
            var nodes = await db.Groups.AsNoTracking().OrderBy(g => g.Name).Take(11)
                .Select(g => new
                {
                    g.Id,
                    g.Name,
                    Memberships = g.Memberships.Select(m => new { m.Role, m.JoinedAt, Member = new { m.Member!.Nickname } }).ToList(),
                })
                .ToListAsync(cancellationToken);
            TrimTo(nodes, 10);
            return new { data = new { groups = new { nodes } } };
        });
        app.MapPost("/e", async (QueryBody body, BenchmarkDbContext db, CancellationToken cancellationToken) =>
        {
            int[] ids = [1, 2, 3, 4, 5];
            var groups = await db.Groups.AsNoTracking().Where(g => ids.Contains(g.Id))
                .Select(g => new { g.Id, g.Name }).ToDictionaryAsync(g => g.Id, cancellationToken);
            return new { data = new { a = groups[1], b = groups[2], c = groups[3], d = groups[4], e = groups[5] } };
        });
    }

    private static bool TrimTo<T>(List<T> rows, int count)
    {
        if (rows.Count <= count)
        {
            return false;
        }

        rows.RemoveAt(count);
        return true;
    }

    /// <summary>Read and parsed as a GraphQL request is, so that both servers do the same work.</summary>
    internal sealed record QueryBody(string Query);
}
