using Headless.GraphQL.Tests.Authoring.Workshop;
using Microsoft.Extensions.DependencyInjection;

namespace Headless.GraphQL.Tests.Authoring;

public sealed class WorkshopSchemaTests : IAsyncLifetime
{
    private TestSchema _schema = null!;

    public async ValueTask InitializeAsync() => _schema = await TestSchema.CreateAsync(builder =>
    {
        builder.Services.AddSingleton<Conference>();
        builder
            .AddQueryType()
            .AddMutationType()
            .AddGlobalObjectIdentification()
            .AddMutationConventions(applyToAllMutations: true)
            .AddErrorInterfaceType<IUserError>()
            .AddDataLoader<TrackByIdDataLoader>()
            .AddType<TrackType>()
            .AddTypeExtension(typeof(TrackQueries))
            .AddTypeExtension<SessionQueries>()
            .AddTypeExtension<TrackExtensions>()
            .AddTypeExtension<SessionExtensions>()
            .AddTypeExtension<SpeakerExtensions>()
            .AddTypeExtension<TrackMutations>();
    });

    public ValueTask DisposeAsync() => _schema.DisposeAsync();

    [Fact]
    public void The_schema_prints_as_it_is_declared()
    {
        var path = Path.Combine(AppContext.BaseDirectory, "Authoring", "workshop.graphql");
        _schema.Sdl.ShouldBe(File.ReadAllText(path).ReplaceLineEndings("\n").TrimEnd());
    }

    [Fact]
    public async Task Fields_of_every_kind_are_resolved()
    {
        var answer = await _schema.ExecuteAsync("""
            {
              tracks { id name upperName nameLength sessions(level: ADVANCED_TOPICS) { title level track { name } speakerIds speakers { id name bio website } } }
            }
            """);

        answer.ShouldBe("""{"data":{"tracks":[{"id":"VHJhY2s6Mg==","name":"Clients","upperName":"CLIENTS","nameLength":7,"sessions":[]},{"id":"VHJhY2s6MQ==","name":"Engines","upperName":"ENGINES","nameLength":7,"sessions":[{"title":"Planning","level":"ADVANCED_TOPICS","track":{"name":"Engines"},"speakerIds":["U3BlYWtlcjox","U3BlYWtlcjoy"],"speakers":[{"id":"U3BlYWtlcjox","name":"Ada","bio":"Writes engines.","website":"https://ada.example/"},{"id":"U3BlYWtlcjoy","name":"Brian","bio":null,"website":null}]}]}]}}""");
    }

    [Fact]
    public async Task Nodes_are_found_by_their_ids_in_one_batch()
    {
        var answer = await _schema.ExecuteAsync("""
            {
              node(id: "U3BlYWtlcjox") { id ... on Speaker { name } }
              nodes(ids: ["VHJhY2s6MQ==", "VHJhY2s6Mg", "VHJhY2s6OTk=", "U2Vzc2lvbjox", "bm90aGluZw==", "%%"]) { __typename id }
              trackById(id: "VHJhY2s6MQ==") { name }
              sessionById(id: "U2Vzc2lvbjoy") { title }
            }
            """);

        answer.ShouldBe("""{"data":{"node":{"id":"U3BlYWtlcjox","name":"Ada"},"nodes":[{"__typename":"Track","id":"VHJhY2s6MQ=="},{"__typename":"Track","id":"VHJhY2s6Mg=="},null,{"__typename":"Session","id":"U2Vzc2lvbjox"},null,null],"trackById":{"name":"Engines"},"sessionById":{"title":"Caching"}}}""");
        _schema.Services.GetRequiredService<Conference>().TrackBatches.ShouldBe([[1, 2, 99]]);
    }

    [Fact]
    public async Task An_unknown_or_malformed_id_is_no_node()
    {
        var answer = await _schema.ExecuteAsync("""{ a: node(id: "") { id } b: node(id: "VHJhY2s6eA==") { id } c: node(id: "VHJhY2s6OTk=") { id } d: node(id: "U29tZXRoaW5nOjE=") { id } }""");

        answer.ShouldBe("""{"data":{"a":null,"b":null,"c":null,"d":null}}""");
    }

    [Fact]
    public async Task More_nodes_than_fit_a_batch_are_refused()
    {
        var answer = await _schema.ExecuteAsync("query($ids: [ID!]!) { nodes(ids: $ids) { id } }", new { ids = Enumerable.Repeat("VHJhY2s6MQ==", 51) });

        answer.ShouldBe("""{"errors":[{"message":"51 ids were given; 50 at most can be fetched at once.","locations":[{"line":1,"column":23}],"path":["nodes"],"extensions":{"code":"TOO_MANY_NODES"}}],"data":null}""");
    }

    [Theory]
    [InlineData("U3BlYWtlcjox", "The id is not that of a Track.")]
    [InlineData("1", "The value is not the id of a Track.")]
    [InlineData("VHJhY2s6eA==", "The value is not the id of a Track.")]
    public async Task An_id_of_another_type_is_an_error_of_the_field(string id, string message)
    {
        var answer = await _schema.ExecuteAsync("query($id: ID!) { trackById(id: $id) { name } }", new { id });

        answer.ShouldBe($$$"""{"errors":[{"message":"{{{message}}}","locations":[{"line":1,"column":19}],"path":["trackById"],"extensions":{"code":"INVALID_ID","argument":"id"}}],"data":{"trackById":null}}""");
    }

    [Fact]
    public async Task A_mutation_answers_its_result_in_its_payload()
    {
        var answer = await _schema.ExecuteAsync("""
            mutation {
              renameTrack(input: { id: "VHJhY2s6MQ==", name: "Motors" }) { track { id name } errors { ... on Error { message } } }
              closeConference { closed }
              countTo(number: 3)
            }
            """);

        answer.ShouldBe("""{"data":{"renameTrack":{"track":{"id":"VHJhY2s6MQ==","name":"Motors"},"errors":null},"closeConference":{"closed":true},"countTo":3}}""");
    }

    [Fact]
    public async Task A_mutation_answers_the_errors_that_it_states()
    {
        const string document = "mutation($id: ID!, $name: String!) { renameTrack(input: { id: $id, name: $name }) { track { name } errors { __typename ... on Error { message code } ... on NameTakenError { name } } } }";

        (await _schema.ExecuteAsync(document, new { id = "VHJhY2s6OTk=", name = "Motors" }))
            .ShouldBe("""{"data":{"renameTrack":{"track":null,"errors":[{"__typename":"TrackNotFoundError","message":"There is no track 99.","code":"TRACK_NOT_FOUND"}]}}}""");
        (await _schema.ExecuteAsync(document, new { id = "VHJhY2s6MQ==", name = "Clients" }))
            .ShouldBe("""{"data":{"renameTrack":{"track":null,"errors":[{"__typename":"NameTakenError","message":"'Clients' is taken.","code":"NAME_TAKEN","name":"Clients"}]}}}""");
    }

    [Fact]
    public async Task A_wrong_id_inside_of_the_input_is_an_error_that_names_it()
    {
        var answer = await _schema.ExecuteAsync("""mutation { addSession(input: { title: "T", speakerIds: ["U3BlYWtlcjox", "VHJhY2s6MQ=="] }) { session { title } } }""");

        answer.ShouldBe("""{"errors":[{"message":"The id is not that of a Speaker.","locations":[{"line":1,"column":12}],"path":["addSession"],"extensions":{"code":"INVALID_ID","argument":"input.speakerIds.1"}}],"data":null}""");
    }

    [Theory]
    [InlineData("", "Engines")]
    [InlineData("trackId: null", null)]
    [InlineData("trackId: \"VHJhY2s6Mg==\"", "Clients")]
    public async Task An_optional_field_tells_absent_from_null(string trackId, string? track)
    {
        var answer = await _schema.ExecuteAsync($$"""mutation { addSession(input: { title: "T", speakerIds: ["U3BlYWtlcjox"], {{trackId}} }) { session { level track { name } } } }""");

        var expected = track is null ? "null" : $$"""{"name":"{{track}}"}""";
        answer.ShouldBe("""{"data":{"addSession":{"session":{"level":"BEGINNER","track":""" + expected + "}}}}");
    }
}
