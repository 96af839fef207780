using Headless.GraphQL;
using Headless.GraphQL.Types;

namespace Headless.Server.Tests.Conformance.Conference;

public sealed record RegisterAttendeeInput(string FirstName, string LastName, string Username, string EmailAddress);

public sealed record CheckInAttendeeInput([property: ID<Session>] int SessionId, [property: ID<Attendee>] int AttendeeId);

public sealed record AddSessionInput(string Title, string? Abstract, [property: ID<Speaker>] IReadOnlyList<int> SpeakerIds);

public sealed record ScheduleSessionInput([property: ID<Session>] int SessionId, [property: ID<Track>] int TrackId, DateTimeOffset StartTime, DateTimeOffset EndTime);

public sealed record AddSpeakerInput(string Name, string? Bio, string? Website);

public sealed record AddTrackInput(string Name);

public sealed record RenameTrackInput([property: ID<Track>] int Id, string Name);

public sealed class TitleEmptyException() : Exception("A session needs a title.");

public sealed class NoSpeakerException() : Exception("A session needs somebody who speaks.");

public sealed class EndTimeInvalidException() : Exception("A session ends after it starts.");

public sealed class SessionNotFoundException() : Exception("There is no such session.");

public sealed class TrackNotFoundException() : Exception("There is no such track.");

[ExtendObjectType(OperationTypeNames.Mutation)]
public static class ConferenceMutations
{
    public static Attendee RegisterAttendee(RegisterAttendeeInput input, ConferenceData data)
    {
        var attendee = new Attendee
        {
            Id = data.Attendees.Count + 1,
            FirstName = input.FirstName,
            LastName = input.LastName,
            Username = input.Username,
            EmailAddress = input.EmailAddress,
        };
        data.Attendees.Add(attendee);
        return attendee;
    }

    public static Attendee CheckInAttendee(CheckInAttendeeInput input, ConferenceData data) => data.Attendees.Single(a => a.Id == input.AttendeeId);

    [Error<TitleEmptyException>]
    [Error<NoSpeakerException>]
    public static Session AddSession(AddSessionInput input, ConferenceData data)
    {
        if (input.Title.Length == 0)
        {
            throw new TitleEmptyException();
        }

        if (input.SpeakerIds.Count == 0)
        {
            throw new NoSpeakerException();
        }

        var session = new Session { Id = data.Sessions.Count + 1, Title = input.Title, Abstract = input.Abstract };
        data.Sessions.Add(session);
        return session;
    }

    [Error<EndTimeInvalidException>]
    [Error<SessionNotFoundException>]
    public static Session ScheduleSession(ScheduleSessionInput input, ConferenceData data)
    {
        if (input.EndTime < input.StartTime)
        {
            throw new EndTimeInvalidException();
        }

        var session = data.Sessions.Find(s => s.Id == input.SessionId) ?? throw new SessionNotFoundException();
        (session.TrackId, session.StartTime, session.EndTime) = (input.TrackId, input.StartTime, input.EndTime);
        return session;
    }

    public static Speaker AddSpeaker(AddSpeakerInput input, ConferenceData data)
    {
        var speaker = new Speaker { Id = data.Speakers.Count + 1, Name = input.Name, Bio = input.Bio, Website = input.Website };
        data.Speakers.Add(speaker);
        return speaker;
    }

    public static Track AddTrack(AddTrackInput input, ConferenceData data)
    {
        var track = new Track { Id = data.Tracks.Count + 1, Name = input.Name };
        data.Tracks.Add(track);
        return track;
    }

    [Error<TrackNotFoundException>]
    public static Track RenameTrack(RenameTrackInput input, ConferenceData data)
    {
        var track = data.Tracks.Find(t => t.Id == input.Id) ?? throw new TrackNotFoundException();
        track.Name = input.Name;
        return track;
    }
}

[ExtendObjectType(OperationTypeNames.Subscription)]
public static class ConferenceSubscriptions
{
    [Subscribe]
    [Topic("checked in/{sessionId}")]
    public static SessionAttendeeCheckIn OnAttendeeCheckedIn([ID<Session>] int sessionId, [EventMessage] int attendeeId) => new(attendeeId, sessionId);

    [Subscribe]
    public static Session OnSessionScheduled([EventMessage] int sessionId, ConferenceData data) => data.Sessions.Single(s => s.Id == sessionId);
}
