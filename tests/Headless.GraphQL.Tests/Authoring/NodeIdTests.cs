using Headless.GraphQL.Authoring;

namespace Headless.GraphQL.Tests.Authoring;

public sealed class NodeIdTests
{
    private readonly DefaultNodeIdSerializer _serializer = new();

    public static TheoryData<string, object, string> Ids => new()
    {
        { "Foo", "", "Rm9vOg==" },
        { "Foo", "abc", "Rm9vOmFiYw==" },
        { "Track", 1, "VHJhY2s6MQ==" },
        { "Track", 1L, "VHJhY2s6MQ==" },
        { "Track", long.MinValue, "VHJhY2s6LTkyMjMzNzIwMzY4NTQ3NzU4MDg=" },
        { "Foo", (short)6, "Rm9vOjY=" },
        { "Foo", Guid.Empty, "Rm9vOgAAAAAAAAAAAAAAAAAAAAA=" },
        { "Foo", "???>>>", "Rm9vOj8_Pz4-Pg==" },
        { "Gruppe", "größe", "R3J1cHBlOmdyw7bDn2U=" },
    };

    [Theory]
    [MemberData(nameof(Ids))]
    public void An_id_is_type_and_key_in_base64_with_the_url_safe_alphabet(string typeName, object internalId, string expected)
    {
        _serializer.Format(typeName, internalId).ShouldBe(expected);
        _serializer.Parse(expected, internalId.GetType()).ShouldBe(new NodeId(typeName, internalId));
    }

    [Fact]
    public void A_long_text_survives()
    {
        var text = new string('a', 600);
        _serializer.Parse(_serializer.Format("Foo", text), typeof(string)).ShouldBe(new NodeId("Foo", text));
    }

    [Theory]
    [InlineData("VHJhY2s6MQ")]
    [InlineData("VHJhY2s6MQ==")]
    [InlineData("VHJhY2sKbDE=")]
    public void Ids_without_padding_and_in_the_former_format_are_read(string id)
        => _serializer.Parse(id, typeof(long)).ShouldBe(new NodeId("Track", 1L));

    [Fact]
    public void The_standard_alphabet_is_read()
        => _serializer.Parse("Rm9vOj8/Pz4+Pg==", typeof(string)).ShouldBe(new NodeId("Foo", "???>>>"));

    [Theory]
    [InlineData("")]
    [InlineData("=")]
    [InlineData("1")]
    [InlineData("hello world")]
    [InlineData("Rm9v")]
    [InlineData("OjE=")]
    [InlineData("VHJhY2s6")]
    [InlineData("VHJhY2s6MXg=")]
    [InlineData("VHJhY2s6IDE=")]
    [InlineData("VHJhY2s6OTIyMzM3MjAzNjg1NDc3NTgwOA==")]
    [InlineData("VHJhY2s6MQ==\u0000")]
    public void What_is_no_id_of_a_number_is_refused(string id)
        => Should.Throw<NodeIdInvalidFormatException>(() => _serializer.Parse(id, typeof(long)));

    [Fact]
    public void A_text_that_is_too_long_is_refused()
        => Should.Throw<NodeIdInvalidFormatException>(() => _serializer.Parse(new string('A', 2_000), typeof(string)));
}
