using System.Net;
using System.Text.RegularExpressions;

namespace Headless.Server.Tests.Transport;

public sealed partial class GraphiQLTests
{
    private const string Browser = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    [Fact]
    public async Task Without_built_assets_the_page_loads_pinned_modules_from_the_cdn_its_policy_names()
    {
        await using var server = await TransportServer.StartAsync(o => o.Tool.DefaultQuery = "{ hello(name: \"<b>\") }");

        var (response, page) = await OpenAsync(server);

        response.Content.Headers.ContentType!.ToString().ShouldBe("text/html; charset=utf-8");
        page.ShouldContain("data-endpoint=\"/graphql\"");
        page.ShouldContain("data-default-query=\"{ hello(name: &quot;&lt;b&gt;&quot;) }\"");
        page.ShouldContain("https://esm.sh/graphiql@5.4.0");
        Policy(response).ShouldContain("https://esm.sh");
    }

    [Fact]
    public async Task It_has_an_address_of_its_own_for_those_who_accept_anything_and_talks_to_the_endpoint()
    {
        await using var server = await TransportServer.StartAsync();
        await using var without = await TransportServer.StartAsync(o => o.Tool.Enable = false);

        (await server.Http.GetStringAsync("/graphql/ui")).ShouldContain("data-endpoint=\"/graphql\"");
        (await without.Http.GetAsync("/graphql/ui")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task With_built_assets_the_page_and_its_policy_need_nobody_else()
    {
        using var webRoot = new WebRoot();
        webRoot.Add("graphiql/graphiql.js", "export {};");
        webRoot.Add("graphiql/graphiql.css", "body {}");
        webRoot.Add("secret.txt", "secret");
        await using var server = await TransportServer.StartAsync(webRoot: webRoot.Path);

        var (response, page) = await OpenAsync(server);

        page.ShouldNotContain("https://");
        Policy(response).ShouldNotContain("https:");
        page.ShouldContain("src=\"/graphql/graphiql/graphiql.js\"");
        var script = await server.Http.GetAsync("/graphql/graphiql/graphiql.js");
        script.Content.Headers.ContentType!.MediaType.ShouldBe("text/javascript");
        (await script.Content.ReadAsStringAsync()).ShouldBe("export {};");
        (await server.Http.GetStringAsync("/graphql/graphiql/graphiql.css")).ShouldBe("body {}");
        (await server.Http.GetAsync("/graphql/graphiql/missing.js")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await server.Http.GetAsync("/graphql/graphiql/%2e%2e/secret.txt")).StatusCode.ShouldNotBe(HttpStatusCode.OK);
        (await server.Http.GetAsync("/graphql/graphiql/..%2fsecret.txt")).StatusCode.ShouldNotBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Every_script_of_the_page_has_the_nonce_of_its_policy_and_each_page_its_own()
    {
        await using var server = await TransportServer.StartAsync();

        var (response, page) = await OpenAsync(server);
        var (other, _) = await OpenAsync(server);

        var nonce = Nonce().Match(Policy(response)).Groups[1].Value;
        nonce.Length.ShouldBe(24);
        Nonce().Match(Policy(other)).Groups[1].Value.ShouldNotBe(nonce);
        page.Split("<script").Skip(1).ShouldAllBe(script => script.Contains($"nonce=\"{nonce}\""));
    }

    [Fact]
    public async Task There_is_no_page_outside_development_unless_set_so()
    {
        using var webRoot = new WebRoot();
        webRoot.Add("graphiql/graphiql.js", "export {};");
        await using var production = await TransportServer.StartAsync(environment: "Production", webRoot: webRoot.Path);
        await using var enabled = await TransportServer.StartAsync(o => o.Tool.Enable = true, environment: "Production");

        var response = await production.GetAsync("", Browser);
        (response.Status, response.ContentType).ShouldBe((400, "application/json; charset=utf-8"));
        (await production.GetAsync("", "text/html")).Status.ShouldBe(406);
        (await production.Http.GetAsync("/graphql/graphiql/graphiql.js")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await enabled.GetAsync("", Browser)).ContentType.ShouldBe("text/html; charset=utf-8");
    }

    private static async Task<(HttpResponseMessage Response, string Page)> OpenAsync(TransportServer server)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/graphql");
        request.Headers.TryAddWithoutValidation("Accept", Browser);
        var response = await server.Http.SendAsync(request);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        return (response, await response.Content.ReadAsStringAsync());
    }

    private static string Policy(HttpResponseMessage response) => response.Headers.GetValues("Content-Security-Policy").Single();

    [GeneratedRegex("'nonce-([^']+)'")]
    private static partial Regex Nonce();

    private sealed class WebRoot : IDisposable
    {
        public string Path { get; } = Directory.CreateTempSubdirectory("graphiql-").FullName;

        public void Add(string name, string text)
        {
            var file = System.IO.Path.Combine(Path, name);
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(file)!);
            File.WriteAllText(file, text);
        }

        public void Dispose() => Directory.Delete(Path, recursive: true);
    }
}
