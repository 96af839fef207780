using Headless.GraphQL.Authoring;

namespace Headless.GraphQL.Tests.Authoring;

public sealed class NamingConventionTests
{
    [Theory]
    [InlineData("Name", "name")]
    [InlineData("URL", "url")]
    [InlineData("URLPath", "urlPath")]
    [InlineData("IPAddress", "ipAddress")]
    [InlineData("Id", "id")]
    [InlineData("X", "x")]
    [InlineData("already", "already")]
    public void Fields_are_in_camel_case(string name, string expected) => NamingConventions.CamelCase(name).ShouldBe(expected);

    [Theory]
    [InlineData(nameof(Members.GetTracksAsync), "tracks")]
    [InlineData(nameof(Members.GetTrack), "track")]
    [InlineData(nameof(Members.Get), "get")]
    [InlineData(nameof(Members.Getaway), "getaway")]
    [InlineData(nameof(Members.LoadAsync), "loadAsync")]
    [InlineData(nameof(Members.Stream), "stream")]
    public void Methods_lose_get_and_async(string method, string expected)
        => NamingConventions.FieldName(typeof(Members).GetMethod(method)!).ShouldBe(expected);

    [Fact]
    public void Types_are_named_after_their_classes()
    {
        NamingConventions.OutputTypeName(typeof(List<Dictionary<string, int>>)).ShouldBe("ListOfDictionaryOfStringAndInt32");
        NamingConventions.InputTypeName(typeof(Members)).ShouldBe("MembersInput");
        NamingConventions.InputTypeName(typeof(RenameInput)).ShouldBe("RenameInput");
    }

    private sealed class RenameInput;

    private sealed class Members
    {
        public Task<int> GetTracksAsync() => Task.FromResult(1);

        public int GetTrack() => 1;

        public int Get() => 1;

        public int Getaway() => 1;

        public int LoadAsync() => 1;

        public int Stream() => 1;
    }
}
