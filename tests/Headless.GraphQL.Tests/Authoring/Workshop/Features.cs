using Headless.GraphQL.Types;

namespace Headless.GraphQL.Tests.Authoring.Workshop;

public sealed class TrackByIdDataLoader(IBatchScheduler batchScheduler, DataLoaderOptions options, Conference conference)
    : BatchDataLoader<int, Track>(batchScheduler, options)
{
    protected override Task<IReadOnlyDictionary<int, Track>> LoadBatchAsync(IReadOnlyList<int> keys, CancellationToken cancellationToken)
    {
        conference.TrackBatches.Add([.. keys]);
        return Task.FromResult<IReadOnlyDictionary<int, Track>>(conference.Tracks.Where(t => keys.Contains(t.Key)).ToDictionary());
    }
}

public sealed class TrackType : ObjectType<Track>
{
    protected override void Configure(IObjectTypeDescriptor<Track> descriptor)
    {
        descriptor.Description("A series of sessions.");
        descriptor
            .ImplementsNode()
            .IdField(t => t.Id)
            .ResolveNode<int>(async (context, id) => await ((TrackByIdDataLoader)context.Services.GetService(typeof(TrackByIdDataLoader))!).LoadAsync(id, context.RequestAborted));
        descriptor.Field("upperName").Resolve(context => context.Parent<Track>().Name.ToUpperInvariant()).Type<NonNullType<StringType>>();
    }
}

[ExtendObjectType(OperationTypeNames.Query)]
public static class TrackQueries
{
    [GraphQLDescription("All tracks by name.")]
    public static IEnumerable<Track> GetTracks(Conference conference) => conference.Tracks.Values.OrderBy(t => t.Name);

    public static async Task<Track?> GetTrackByIdAsync([ID<Track>] int id, TrackByIdDataLoader trackById, CancellationToken cancellationToken)
        => await trackById.LoadAsync(id, cancellationToken);
}

[ExtendObjectType<Track>]
public sealed class TrackExtensions
{
    public IEnumerable<Session> GetSessions([Parent(nameof(Track.Id))] Track track, Conference conference, SessionLevel? level = null)
        => conference.Sessions.Values.Where(s => s.TrackId == track.Id && (level is null || s.Level == level));

    public int GetNameLength([Parent] Track track) => track.Name.Length;
}

public sealed class TrackNotFoundException(int id) : Exception($"There is no track {id}.")
{
    public string Code => "TRACK_NOT_FOUND";
}

public sealed class NameTakenError(NameTakenException exception)
{
    public string Message { get; } = exception.Message;

    public string Code => "NAME_TAKEN";

    public string Name { get; } = exception.Name;
}

public sealed class NameTakenException(string name) : Exception($"'{name}' is taken.")
{
    public string Name { get; } = name;
}

[GraphQLName("Error")]
public interface IUserError
{
    string Message { get; }

    string Code { get; }
}

[ExtendObjectType(OperationTypeNames.Mutation)]
public sealed class TrackMutations
{
    [Error<TrackNotFoundException>]
    [Error(typeof(NameTakenError))]
    public async Task<Track> RenameTrackAsync([ID<Track>] int id, [GraphQLDescription("The new name.")] string name, Conference conference)
    {
        await Task.Yield();
        if (conference.Tracks.Values.Any(t => t.Name == name))
        {
            throw new NameTakenException(name);
        }

        if (!conference.Tracks.TryGetValue(id, out var track))
        {
            throw new TrackNotFoundException(id);
        }

        track.Name = name;
        return track;
    }

    public Session AddSession(AddSessionInput input, Conference conference)
    {
        var id = conference.Sessions.Count + 1;
        return conference.Sessions[id] = new Session
        {
            Id = id,
            Title = input.Title,
            Level = input.Level,
            TrackId = input.TrackId.HasValue ? input.TrackId.Value : 1,
            SpeakerIds = [.. input.SpeakerIds],
        };
    }

    [UseMutationConvention(PayloadFieldName = "closed")]
    public bool CloseConference() => true;

    [UseMutationConvention(Disable = true)]
    public int CountTo(int number) => number;
}

public sealed record AddSessionInput(
    string Title,
    [property: ID<Speaker>] IReadOnlyList<int> SpeakerIds,
    [property: ID<Track>] Optional<int?> TrackId,
    SessionLevel Level = SessionLevel.Beginner);

[Node]
[ExtendObjectType<Speaker>]
public sealed class SpeakerExtensions
{
    [NodeResolver]
    public static Speaker? GetSpeaker(int id, Conference conference) => conference.Speakers.GetValueOrDefault(id);
}

[ExtendObjectType<Session>(IgnoreProperties = [nameof(Session.SpeakerIds)])]
public sealed class SessionExtensions
{
    [BindMember(nameof(Session.TrackId))]
    public async Task<Track?> GetTrackAsync([Parent] Session session, TrackByIdDataLoader trackById, CancellationToken cancellationToken)
        => session.TrackId is { } id ? await trackById.LoadAsync(id, cancellationToken) : null;

    public IEnumerable<Speaker> GetSpeakers([Parent] Session session, Conference conference) => session.SpeakerIds.Select(id => conference.Speakers[id]);

    [ID<Speaker>]
    public IEnumerable<int> GetSpeakerIds([Parent] Session session) => session.SpeakerIds;
}

[ExtendObjectType(OperationTypeNames.Query)]
public sealed class SessionQueries
{
    [NodeResolver]
    public Session? GetSessionById(int id, Conference conference) => conference.Sessions.GetValueOrDefault(id);

    public IReadOnlyList<Session> GetSessions(Conference conference) => [.. conference.Sessions.Values];
}
