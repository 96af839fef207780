using Headless.GraphQL.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Headless.Server.Tests.Transport;

public sealed class AcceptHeaderTests
{
    [Theory]
    [InlineData("")]
    [InlineData("*/*")]
    [InlineData("application/*")]
    [InlineData("application/json")]
    [InlineData("application/json; charset=utf-8")]
    [InlineData("text/html, application/xhtml+xml, application/xml;q=0.9, */*;q=0.8")]
    [InlineData("application/json, application/graphql-response+json;q=0.5")]
    [InlineData("application/graphql-response+json;q=0, */*")]
    public void A_client_that_does_not_name_the_newer_type_gets_json(string header)
        => Negotiate(header).ShouldBe(new AcceptedFormats(ResponseFormat.Json, false));

    [Theory]
    [InlineData("application/graphql-response+json")]
    [InlineData("application/graphql-response+json; charset=utf-8, application/json; charset=utf-8")]
    [InlineData("application/json, application/graphql-response+json")]
    [InlineData("application/graphql-response+json,application/json;q=0.9")]
    [InlineData("Application/GraphQL-Response+JSON, */*")]
    public void A_client_that_names_the_newer_type_gets_it(string header)
        => Negotiate(header).ShouldBe(new AcceptedFormats(ResponseFormat.GraphQLResponse, false));

    [Fact]
    public void A_client_that_takes_event_streams_too_gets_them_only_for_subscriptions()
        => Negotiate("application/graphql-response+json, application/graphql+json, application/json, text/event-stream, multipart/mixed")
            .ShouldBe(new AcceptedFormats(ResponseFormat.GraphQLResponse, true));

    [Theory]
    [InlineData("text/event-stream")]
    [InlineData("text/event-stream, application/json;q=0.5")]
    public void A_client_that_prefers_event_streams_gets_them_for_everything(string header)
        => Negotiate(header).ShouldBe(new AcceptedFormats(ResponseFormat.EventStream, true));

    [Theory]
    [InlineData("text/html")]
    [InlineData("text/*")]
    [InlineData("application/json;q=0")]
    [InlineData("application/xml, image/png")]
    [InlineData("not a media type")]
    public void Nothing_else_is_offered(string header)
        => Negotiate(header).ShouldBe(new AcceptedFormats(ResponseFormat.None, false));

    [Theory]
    [InlineData("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", true)]
    [InlineData("text/html", true)]
    [InlineData("application/json, text/html;q=0.9", false)]
    [InlineData("text/*", false)]
    [InlineData("*/*", false)]
    [InlineData("", false)]
    public void Only_a_browser_prefers_html(string header, bool expected)
        => AcceptHeader.PrefersHtml(header.Length == 0 ? StringValues.Empty : header).ShouldBe(expected);

    private static AcceptedFormats Negotiate(string header) => AcceptHeader.Negotiate(header.Length == 0 ? StringValues.Empty : header);
}
