using System.Globalization;
using System.Text.Json;
using Headless.GraphQL.Types;
using Microsoft.Extensions.DependencyInjection;

namespace Headless.GraphQL.Tests.Authoring;

public sealed class BindingTests : IAsyncLifetime
{
    private TestSchema _schema = null!;

    public async ValueTask InitializeAsync() => _schema = await TestSchema.CreateAsync(builder =>
    {
        builder.Services.AddSingleton(new Greeter("hello"));
        builder.Services.AddKeyedSingleton("polite", new Greeter("good day"));
        builder.AddQueryType<Query>().AddInputObjectType<Point>(d => d.Description("A point.").Field(p => p.X).Name("x"));
    });

    public ValueTask DisposeAsync() => _schema.DisposeAsync();

    [Fact]
    public void CLR_types_have_their_schema_types_and_nullability()
        => _schema.Definition("Everything").ShouldBe("""
            type Everything {
              boolean: Boolean!
              int: Int!
              short: Short!
              byte: Byte!
              long: Long!
              float: Float!
              single: Float
              decimal: Decimal!
              string: String!
              maybe: String
              dateTime: DateTime!
              dateTimeOffset: DateTime
              date: LocalDate!
              time: LocalTime!
              duration: TimeSpan!
              uuid: UUID!
              url: URL!
              bytes: ByteArray!
              json: JSON
              any: Any
              color: Color!
              list: [String!]!
              matrix: [[Int]!]
              renamed: Int! @deprecated(reason: "Use `int`.")
              urlPath: String!
              later: [Color!]! @cost(weight: "10")
            }
            """.ReplaceLineEndings("\n"));

    [Fact]
    public void Enum_values_are_in_screaming_snake_case()
        => _schema.Definition("Color").ShouldBe("""
            enum Color {
              RED
              DARK_RED @deprecated(reason: "Too dark.")
              HTTPBLUE2
              VERY_DARK
            }
            """.ReplaceLineEndings("\n"));

    [Fact]
    public void Input_records_become_input_objects()
        => _schema.Definition("ShapeInput").ShouldBe("""
            input ShapeInput {
              name: String!
              points: [PointInput!]!
              tags: [String!]
              fill: Color
              nested: ShapeInput
              scale: Float! = 1.5
            }
            """.ReplaceLineEndings("\n"));

    [Fact]
    public void Exactly_one_field_of_a_one_of_input_can_be_given()
        => _schema.Definition("PetBy").ShouldBe("""
            input PetBy @oneOf {
              id: ID
              name: String
            }
            """.ReplaceLineEndings("\n"));

    [Theory]
    [InlineData("sum(a: 1, b: 2)", "3")]
    [InlineData("sum(a: 1)", "11")]
    [InlineData("join(items: [\"a\", \"b\"])", "\"a|b\"")]
    [InlineData("set(items: [1, 2, 2])", "2")]
    [InlineData("optional", "\"absent\"")]
    [InlineData("optional(value: null)", "\"null\"")]
    [InlineData("optional(value: \"x\")", "\"x\"")]
    [InlineData("color(color: DARK_RED)", "\"DARK_RED\"")]
    [InlineData("when(time: \"2026-11-22T01:00:00+01:00\")", "\"2026-11-22T00:00:00 Utc\"")]
    [InlineData("greet", "\"hello\"")]
    [InlineData("greetPolitely", "\"good day\"")]
    [InlineData("state", "\"from the request\"")]
    [InlineData("missingState", "null")]
    [InlineData("user", "\"nobody\"")]
    [InlineData("describe(shape: { name: \"S\", points: [{ x: 1, y: 2 }], nested: { name: \"T\", points: [], tags: [\"t\"], fill: RED, scale: 2 } })", "\"S (1,2) scale 1.5 > T t Red scale 2\"")]
    [InlineData("petName(by: { name: \"Rex\" })", "\"Rex\"")]
    [InlineData("petName(by: { id: \"7\" })", "\"pet 7\"")]
    [InlineData("settings(input: { limit: 5 })", "\"5 default\"")]
    [InlineData("any(json: { a: [1, true] })", "\"{\\\"a\\\":[1,true]}\"")]
    public async Task Parameters_are_bound(string field, string expected)
    {
        var answer = await _schema.ExecuteAsync("{ value: " + field + " }", configure: request => request.SetGlobalState("note", "from the request"));

        using var json = JsonDocument.Parse(answer);
        json.RootElement.TryGetProperty("errors", out _).ShouldBeFalse(answer);
        JsonElement.DeepEquals(json.RootElement.GetProperty("data").GetProperty("value"), JsonElement.Parse(expected)).ShouldBeTrue(answer);
    }

    [Fact]
    public async Task Asynchronous_streams_are_lists()
        => (await _schema.ExecuteAsync("{ everything { later } }")).ShouldBe("""{"data":{"everything":{"later":["RED","VERY_DARK"]}}}""");

    public enum Color
    {
        Red,

        [GraphQLDeprecated("Too dark.")]
        DarkRed,

        HTTPBlue2,

        [GraphQLName("VERY_DARK")]
        Black,

        [GraphQLIgnore]
        Secret,
    }

    public sealed record Point(int X, int Y);

    public sealed record Shape(string Name, IReadOnlyList<Point> Points, string[]? Tags, Color? Fill, Shape? Nested, double Scale = 1.5);

    [OneOf]
    [GraphQLName("PetBy")]
    public sealed record PetBy([property: GraphQLType<IdType>] string? Id, string? Name);

    public sealed class Settings
    {
        public int Limit { get; set; }

        public string? Mode { get; init; } = "default";
    }

    public sealed record Greeter(string Text);

    public sealed class Everything
    {
        public bool Boolean => true;

        public int Int => 1;

        public short Short => 1;

        public byte Byte => 1;

        public long Long => 1;

        public double Float => 1;

        public float? Single => 1;

        public decimal Decimal => 1;

        public string String => "";

        public string? Maybe => null;

        public DateTime DateTime => default;

        public DateTimeOffset? DateTimeOffset => null;

        public DateOnly Date => default;

        public TimeOnly Time => default;

        public TimeSpan Duration => default;

        public Guid Uuid => default;

        public Uri Url => new("https://example.org/");

        public byte[] Bytes => [];

        public JsonElement? Json => null;

        public object? Any => null;

        public Color Color => default;

        public List<string> List => [];

        public IEnumerable<int?[]>? Matrix => null;

        [GraphQLDeprecated("Use `int`.")]
        [GraphQLName("renamed")]
        public int OldName => 1;

        public string URLPath => "";

        [GraphQLIgnore]
        public string Hidden => "";

        public void Change()
        {
        }

        public async IAsyncEnumerable<Color> GetLaterAsync()
        {
            await Task.Yield();
            yield return Color.Red;
            yield return Color.Black;
        }
    }

    public sealed class Query
    {
        public Everything GetEverything() => new();

        public int GetSum(int a, int b = 10) => a + b;

        public string GetJoin(IEnumerable<string> items) => string.Join('|', items);

        public int GetSet(HashSet<long> items) => items.Count;

        public string GetOptional(Optional<string?> value) => !value.HasValue ? "absent" : value.Value ?? "null";

        public Color GetColor(Color color) => color;

        public string GetWhen(DateTime time) => time.ToString("s", CultureInfo.InvariantCulture) + " " + time.Kind;

        public string GetGreet(Greeter greeter) => greeter.Text;

        public string GetGreetPolitely([Service("polite")] Greeter greeter) => greeter.Text;

        public string GetState([GlobalState("note")] string state) => state;

        public string? GetMissingState([GlobalState] string? nothing) => nothing;

        public string GetUser(System.Security.Claims.ClaimsPrincipal user) => user.Identity?.Name ?? "nobody";

        public string GetDescribe(Shape shape)
        {
            var text = shape.Name + string.Concat(shape.Points.Select(p => $" ({p.X},{p.Y})")) + string.Concat(shape.Tags?.Select(t => " " + t) ?? [])
                + (shape.Fill is { } fill ? " " + fill : "") + FormattableString.Invariant($" scale {shape.Scale}");
            return shape.Nested is null ? text : text + " > " + GetDescribe(shape.Nested);
        }

        public string GetPetName(PetBy by) => by.Name ?? "pet " + by.Id;

        public string GetSettings(Settings input) => $"{input.Limit} {input.Mode}";

        public string GetAny(JsonElement json) => JsonSerializer.Serialize(json);
    }
}
