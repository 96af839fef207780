using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using Headless.GraphQL.AspNetCore;
using Microsoft.Extensions.DependencyInjection;

namespace Headless.Server.Tests.Transport;

public sealed class PostTests
{
    private const string Hello = """{"query":"{ hello }"}""";

    [Fact]
    public async Task A_query_is_answered_with_exactly_its_result()
    {
        await using var server = await TransportServer.StartAsync();

        var response = await server.PostAsync("""{"query":"query Q($n: String) { hello(name: $n) }","operationName":"Q","variables":{"n":"Ann"},"extensions":{"x":1}}""");

        response.ShouldBe(new Answer(200, "application/json; charset=utf-8", """{"data":{"hello":"Hello Ann"}}"""));
    }

    [Fact]
    public async Task A_mutation_is_executed()
    {
        await using var server = await TransportServer.StartAsync();

        (await server.PostAsync("""{"query":"mutation { a: increment b: increment }"}""")).Body.ShouldBe("""{"data":{"a":1,"b":2}}""");
    }

    [Theory]
    [InlineData("application/json", 200, "application/json; charset=utf-8")]
    [InlineData("*/*", 200, "application/json; charset=utf-8")]
    [InlineData(null, 200, "application/json; charset=utf-8")]
    [InlineData("application/graphql-response+json", 400, "application/graphql-response+json; charset=utf-8")]
    public async Task A_request_error_has_no_data_and_its_status_depends_on_the_media_type(string? accept, int status, string contentType)
    {
        await using var server = await TransportServer.StartAsync();
        foreach (var body in new[]
        {
            """{"query":"{"}""",
            """{"query":"{ nobody }"}""",
            """{"query":"query($a: Int!) { add(a: $a, b: 1) }","variables":{"a":"one"}}""",
            """{"query":"{ hello }","operationName":"Missing"}""",
        })
        {
            var response = await server.PostAsync(body, accept);

            (response.Status, response.ContentType).ShouldBe((status, contentType), body);
            response.Body.ShouldStartWith("""{"errors":[{"message":""");
            response.Body.ShouldNotContain("\"data\"");
        }
    }

    [Theory]
    [InlineData("""{"query":"{"}""", 400)]
    [InlineData("""{"query":"{ nobody }"}""", 422)]
    [InlineData("""{"query":"query($a: Int!) { add(a: $a, b: 1) }"}""", 422)]
    [InlineData("""{"query":"{ hello }","operationName":"Missing"}""", 422)]
    [InlineData("""{"query":"{ hello fail }"}""", 294)]
    [InlineData("""{"query":"{ hello }"}""", 200)]
    public async Task The_drafts_status_codes_can_be_chosen(string body, int status)
    {
        await using var server = await TransportServer.StartAsync(o => o.StatusCodes = HttpStatusCodeProfile.Draft);

        (await server.PostAsync(body, "application/graphql-response+json")).Status.ShouldBe(status);
        (await server.PostAsync(body, "application/json")).Status.ShouldBe(200);
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("application/graphql-response+json")]
    public async Task A_field_error_leaves_the_status_200(string accept)
    {
        await using var server = await TransportServer.StartAsync();

        (await server.PostAsync("""{"query":"{ fail hello }"}""", accept)).ShouldBe(new Answer(
            200,
            accept + "; charset=utf-8",
            """{"errors":[{"message":"Sorry","locations":[{"line":1,"column":3}],"path":["fail"],"extensions":{"code":"SORRY"}}],"data":{"fail":null,"hello":"Hello World"}}"""));
    }

    [Theory]
    [InlineData("{", "The request is not valid JSON: line 1, byte 2.")]
    [InlineData("", "The request is not valid JSON: line 1, byte 1.")]
    [InlineData("[]", "Batches of requests are not supported: send one JSON object.")]
    [InlineData("{}", "The parameter \"query\" is missing.")]
    [InlineData("""{"query":{}}""", "The parameter \"query\" must be a string.")]
    [InlineData("""{"query":"{ hello }","variables":[]}""", "The parameter \"variables\" must be a JSON object.")]
    public async Task What_is_not_a_request_is_answered_400_whatever_is_accepted(string body, string message)
    {
        await using var server = await TransportServer.StartAsync();
        var expected = $$$"""{"errors":[{"message":{{{System.Text.Json.JsonSerializer.Serialize(message, TransportServer.Relaxed)}}},"extensions":{"code":"INVALID_REQUEST"}}]}""";

        (await server.PostAsync(body, "application/json")).ShouldBe(new Answer(400, "application/json; charset=utf-8", expected));
        (await server.PostAsync(body, "application/graphql-response+json")).ShouldBe(new Answer(400, "application/graphql-response+json; charset=utf-8", expected));
        (await server.PostAsync(body, "text/event-stream")).ShouldBe(new Answer(400, "application/json; charset=utf-8", expected));
    }

    [Theory]
    [InlineData("application/json;charset=utf-8", 200)]
    [InlineData("application/json; charset=\"UTF-8\"", 200)]
    [InlineData("Application/JSON", 200)]
    [InlineData("application/json; charset=utf-16", 415)]
    [InlineData("application/json; charset=iso-8859-1", 415)]
    [InlineData("text/plain", 415)]
    [InlineData("application/x-www-form-urlencoded", 415)]
    [InlineData("multipart/form-data; boundary=x", 415)]
    [InlineData("application/graphql", 415)]
    [InlineData("application/jsonx", 415)]
    [InlineData("", 415)]
    public async Task Only_json_in_utf8_is_read(string contentType, int status)
    {
        await using var server = await TransportServer.StartAsync();
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes("""{"query":"mutation { increment }"}"""));
        content.Headers.TryAddWithoutValidation("Content-Type", contentType);

        var response = await server.Http.PostAsync("/graphql", content);

        ((int)response.StatusCode).ShouldBe(status);
        server.Probe.Counter.ShouldBe(status == 200 ? 1 : 0);
        if (status == 415)
        {
            response.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        }
    }

    [Fact]
    public async Task Text_that_is_not_utf8_is_refused_and_not_repaired()
    {
        await using var server = await TransportServer.StartAsync();
        using var content = new ByteArrayContent([.. "{\"query\":\"{ hello(name: \\\""u8, 0xFF, .. "\\\") }\"}"u8]);
        content.Headers.ContentType = new("application/json");

        var response = await server.Http.PostAsync("/graphql", content);

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await response.Content.ReadAsStringAsync()).ShouldBe("""{"errors":[{"message":"The request is not valid UTF-8.","extensions":{"code":"INVALID_REQUEST"}}]}""");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_body_at_the_limit_is_read_and_one_byte_more_is_413(bool chunked)
    {
        const int limit = 1024 * 1024;
        await using var server = await TransportServer.StartAsync();

        (await SendAsync(limit)).StatusCode.ShouldBe(HttpStatusCode.OK);
        var refused = await SendAsync(limit + 1);
        refused.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        refused.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");

        async Task<HttpResponseMessage> SendAsync(int size)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql");
            request.Content = new StringContent(Hello.PadRight(size), new MediaTypeHeaderValue("application/json"));
            request.Headers.TransferEncodingChunked = chunked;
            return await server.Http.SendAsync(request);
        }
    }

    [Theory]
    [InlineData("text/html")]
    [InlineData("application/xml")]
    [InlineData("application/json;q=0")]
    public async Task An_answer_that_nobody_can_read_is_406_and_nothing_is_executed(string accept)
    {
        await using var server = await TransportServer.StartAsync();

        var response = await server.PostAsync("""{"query":"mutation { increment }"}""", accept);

        (response.Status, response.ContentType).ShouldBe((406, "application/problem+json"));
        server.Probe.Counter.ShouldBe(0);
    }

    [Theory]
    [InlineData("HEAD")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("PATCH")]
    [InlineData("OPTIONS")]
    [InlineData("TRACE")]
    public async Task Other_methods_are_405_with_those_that_are_allowed(string method)
    {
        await using var server = await TransportServer.StartAsync();
        using var request = new HttpRequestMessage(new HttpMethod(method), "/graphql");

        var response = await server.Http.SendAsync(request);

        response.StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed);
        response.Content.Headers.Allow.ShouldBe(["GET", "POST"]);
    }

    [Fact]
    public async Task A_subscription_needs_an_event_stream()
    {
        await using var server = await TransportServer.StartAsync();

        var response = await server.PostAsync("""{"query":"subscription { count(to: 1) }"}""");

        response.Status.ShouldBe(406);
        response.Body.ShouldStartWith("{\"errors\":[{\"message\":");
        server.Probe.StreamStarted.Task.IsCompleted.ShouldBeFalse();
    }

    [Fact]
    public async Task An_operation_that_takes_too_long_is_504_where_the_media_type_has_status_codes()
    {
        await using var server = await TransportServer.StartAsync(
            requestOptions: new() { ExecutionTimeout = TimeSpan.FromMilliseconds(50) });
        const string errors = """{"errors":[{"message":"The execution took longer than 0.05 seconds and was aborted.","extensions":{"code":"EXECUTION_TIMEOUT"}}]}""";

        (await server.PostAsync("""{"query":"{ wait }"}""", "application/graphql-response+json"))
            .ShouldBe(new Answer(504, "application/graphql-response+json; charset=utf-8", errors));
        (await server.PostAsync("""{"query":"{ wait }"}""", "application/json"))
            .ShouldBe(new Answer(200, "application/json; charset=utf-8", errors));
    }

    [Fact]
    public async Task A_client_that_goes_away_cancels_its_operation()
    {
        await using var server = await TransportServer.StartAsync();
        using var leaving = new CancellationTokenSource();
        using var content = new StringContent("""{"query":"{ wait }"}""", new MediaTypeHeaderValue("application/json"));

        var request = server.Http.PostAsync("/graphql", content, leaving.Token);
        await server.Probe.WaitStarted.Task.WaitAsync(TimeSpan.FromSeconds(60));
        await leaving.CancelAsync();

        await server.Probe.WaitCancelled.Task.WaitAsync(TimeSpan.FromSeconds(60));
        await Should.ThrowAsync<OperationCanceledException>(() => request);
        (await server.PostAsync(Hello)).Status.ShouldBe(200);
    }

    [Fact]
    public async Task A_body_that_ends_early_does_no_harm()
    {
        await using var server = await TransportServer.StartAsync();
        using (var socket = new TcpClient())
        {
            await socket.ConnectAsync(server.Address.Host, server.Address.Port);
            await socket.GetStream().WriteAsync(Encoding.ASCII.GetBytes(
                "POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 500\r\n\r\n{\"query\":\"mutation { increment }\"}"));
        }

        (await server.PostAsync(Hello)).Status.ShouldBe(200);
        server.Probe.Counter.ShouldBe(0);
    }

    [Fact]
    public async Task The_interceptor_completes_the_request_and_can_refuse_it()
    {
        await using var server = await TransportServer.StartAsync(configure: builder => builder.AddHttpRequestInterceptor<CallerInterceptor>());

        using var named = new HttpRequestMessage(HttpMethod.Post, "/graphql");
        named.Headers.Add("Caller", "Ann");
        named.Content = new StringContent("""{"query":"{ caller }"}""", new MediaTypeHeaderValue("application/json"));
        (await (await server.Http.SendAsync(named)).Content.ReadAsStringAsync()).ShouldBe("""{"data":{"caller":"Ann"}}""");

        (await server.PostAsync("""{"query":"{ caller }"}""", "application/graphql-response+json")).ShouldBe(new Answer(
            400,
            "application/graphql-response+json; charset=utf-8",
            """{"errors":[{"message":"Who are you?","extensions":{"code":"NO_CALLER"}}]}"""));
    }

    private sealed class CallerInterceptor : DefaultHttpRequestInterceptor
    {
        public override ValueTask OnCreateAsync(
            Microsoft.AspNetCore.Http.HttpContext context,
            Headless.GraphQL.Execution.IRequestExecutor requestExecutor,
            Headless.GraphQL.Execution.OperationRequestBuilder requestBuilder,
            CancellationToken cancellationToken)
        {
            var caller = context.Request.Headers["Caller"].ToString();
            if (caller.Length == 0)
            {
                throw new Headless.GraphQL.GraphQLException(
                    Headless.GraphQL.ErrorBuilder.New().SetMessage("Who are you?").SetCode("NO_CALLER").Build());
            }

            requestBuilder.SetGlobalState("caller", caller);
            return base.OnCreateAsync(context, requestExecutor, requestBuilder, cancellationToken);
        }
    }
}
