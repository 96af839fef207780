using Headless.GraphQL;
using Headless.GraphQL.Types;
using Microsoft.Extensions.DependencyInjection;

namespace Headless.Server.Tests.Access;

/// <summary><c>node</c> and <c>nodes</c> need READ, whatever they find.</summary>
public sealed class NodeAccessTests(AccessServerFixture server) : IClassFixture<AccessServerFixture>
{
    [Fact]
    public async Task Every_type_with_a_global_id_needs_a_permission_to_be_found_by_it()
    {
        var schema = (await server.Factory.Services.GetRequiredService<IRequestExecutorResolver>().GetRequestExecutorAsync()).Schema;
        schema.TryGetType("Node", out var node).ShouldBeTrue();
        var types = schema.GetPossibleTypes((InterfaceType)node).Select(t => t.Name).ToList();
        types.Count.ShouldBeGreaterThan(10);
        var serializer = server.Factory.Services.GetRequiredService<INodeIdSerializer>();

        Dictionary<string, string> open = [];
        foreach (var type in types)
        {
            var id = serializer.Format(type, 1L);
            foreach (var (caller, code) in new[] { ("NOBODY", "UNAUTHENTICATED"), ("INTEGRATION", "FORBIDDEN") })
            {
                foreach (var query in new[] { "query($id: ID!) { found: node(id: $id) { id } }", "query($id: ID!) { found: nodes(ids: [$id]) { id } }" })
                {
                    var answer = (await server.QueryAsync(query, new { id }, server.Keys[caller])).GetRawText();
                    if (!answer.Contains($"\"code\":\"{code}\"", StringComparison.Ordinal))
                    {
                        open[$"{type} for {caller}"] = answer;
                    }
                }
            }
        }

        open.ShouldBeEmpty();
    }
}
