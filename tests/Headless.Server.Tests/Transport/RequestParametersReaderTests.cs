using System.Text;
using Headless.GraphQL.AspNetCore;

namespace Headless.Server.Tests.Transport;

public sealed class RequestParametersReaderTests
{
    private const int MaxDepth = 64;

    [Fact]
    public void All_parameters_are_read_whatever_their_order()
    {
        var parameters = Read("""
            {"extensions":{"a":1},"unknown":{"deep":[1,{}]},"variables":{"n":9007199254740993},"operationName":"Q\u00e9","query":"{ a(s: \"\uD83D\uDCA9\") }","documentId":"sha256:00"}
            """);

        Encoding.UTF8.GetString(parameters.Query!).ShouldBe("{ a(s: \"💩\") }");
        parameters.OperationName.ShouldBe("Qé");
        parameters.Variables.GetRawText().ShouldBe("""{"n":9007199254740993}""");
        parameters.Extensions.GetRawText().ShouldBe("""{"a":1}""");
        parameters.DocumentId.ShouldBe("sha256:00");
    }

    [Fact]
    public void Null_counts_as_absent()
    {
        var parameters = Read("""{"query":null,"variables":null,"operationName":null,"extensions":null,"documentId":null,"id":null}""");

        parameters.HasDocument.ShouldBeFalse();
        parameters.OperationName.ShouldBeNull();
        parameters.Variables.ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Undefined);
        parameters.Extensions.ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Undefined);
    }

    [Fact]
    public void The_last_of_duplicate_properties_counts()
    {
        var parameters = Read("""{"query":"{ a }","query":"{ b }","variables":{"x":1},"variables":{"x":2}}""");

        Encoding.UTF8.GetString(parameters.Query!).ShouldBe("{ b }");
        parameters.Variables.GetRawText().ShouldBe("""{"x":2}""");
    }

    [Theory]
    [InlineData("""{"id":"a"}""", "a")]
    [InlineData("""{"id":"a","documentId":"b"}""", "b")]
    [InlineData("""{"documentId":"b","id":"a"}""", "b")]
    public void A_stored_document_is_named_by_documentId_or_by_id(string json, string expected)
        => Read(json).DocumentId.ShouldBe(expected);

    [Theory]
    [InlineData("", "The request is not valid JSON: line 1, byte 1.")]
    [InlineData("{", "The request is not valid JSON: line 1, byte 2.")]
    [InlineData("{\n  query: 1}", "The request is not valid JSON: line 2, byte 3.")]
    [InlineData("""{"query":"{ a }"} {}""", "The request is not valid JSON: line 1, byte 19.")]
    [InlineData("""{"query":"{ a }",}""", "The request is not valid JSON: line 1, byte 18.")]
    [InlineData("[]", "Batches of requests are not supported: send one JSON object.")]
    [InlineData("""[{"query":"{ a }"}]""", "Batches of requests are not supported: send one JSON object.")]
    [InlineData("\"{ a }\"", "The request must be a JSON object.")]
    [InlineData("null", "The request must be a JSON object.")]
    [InlineData("""{"query":1}""", "The parameter \"query\" must be a string.")]
    [InlineData("""{"query":["{ a }"]}""", "The parameter \"query\" must be a string.")]
    [InlineData("""{"operationName":{}}""", "The parameter \"operationName\" must be a string.")]
    [InlineData("""{"variables":"{}"}""", "The parameter \"variables\" must be a JSON object.")]
    [InlineData("""{"variables":[]}""", "The parameter \"variables\" must be a JSON object.")]
    [InlineData("""{"extensions":true}""", "The parameter \"extensions\" must be a JSON object.")]
    [InlineData("""{"documentId":5}""", "The parameter \"documentId\" must be a string.")]
    [InlineData("""{"query":"\ud83d"}""", "The parameter \"query\" holds half of a surrogate pair.")]
    [InlineData("""{"operationName":"\udca9\ud83d"}""", "The parameter \"operationName\" holds half of a surrogate pair.")]
    [InlineData("""{"variables":{"a":["\ud83d"]}}""", "The parameter \"variables\" holds half of a surrogate pair.")]
    [InlineData("""{"variables":{"\ud83d":1}}""", "The parameter \"variables\" holds half of a surrogate pair.")]
    public void What_is_not_a_request_is_refused_with_a_reason(string json, string expected)
        => Should.Throw<InvalidRequestException>(() => Read(json)).Message.ShouldBe(expected);

    [Fact]
    public void Bytes_that_are_not_utf8_are_refused()
        => Should.Throw<InvalidRequestException>(() => RequestParametersReader.Read([.. "{\"query\":\""u8, 0xC3, 0x28, .. "\"}"u8], MaxDepth))
            .Message.ShouldBe("The request is not valid UTF-8.");

    [Theory]
    [InlineData(63, true)]
    [InlineData(64, false)]
    [InlineData(10_000, false)]
    [InlineData(400_000, false)]
    public void Nesting_is_limited(int depth, bool accepted)
    {
        var json = $$"""{"variables":{{string.Concat(Enumerable.Repeat("{\"a\":", depth - 1))}}{}{{new string('}', depth - 1)}}}""";

        if (accepted)
        {
            Read(json).Variables.GetRawText().Length.ShouldBe((depth * 6) - 4);
        }
        else
        {
            Should.Throw<InvalidRequestException>(() => Read(json)).Message.ShouldStartWith("The request is not valid JSON: line 1, byte ");
        }
    }

    [Theory]
    [InlineData("1")]
    [InlineData("[]")]
    [InlineData("{}{}")]
    [InlineData("{")]
    [InlineData("null x")]
    public void A_map_in_a_url_must_be_one_json_object(string json)
        => Should.Throw<InvalidRequestException>(() => RequestParametersReader.ReadMap(json, "variables", MaxDepth));

    private static RequestParameters Read(string json) => RequestParametersReader.Read(Encoding.UTF8.GetBytes(json), MaxDepth);
}
