using Headless.GraphQL;
using Headless.GraphQL.Data;
using Headless.GraphQL.Types;

namespace Headless.Server.Tests.Conformance.Conference;

[ExtendObjectType(OperationTypeNames.Query)]
public static class AttendeeQueries
{
    [UsePaging]
    public static IQueryable<Attendee> GetAttendees(ConferenceData data) => data.Attendees.AsQueryable();

    [NodeResolver]
    public static Attendee? GetAttendeeById(int id, ConferenceData data) => data.Attendees.Find(a => a.Id == id);

    public static IEnumerable<Attendee> GetAttendeesById([ID<Attendee>] int[] ids, ConferenceData data) => data.Attendees.Where(a => ids.Contains(a.Id));
}

[ExtendObjectType(OperationTypeNames.Query)]
public static class SessionQueries
{
    [UsePaging]
    [UseFiltering(typeof(SessionFilterInput))]
    [UseSorting]
    public static IQueryable<Session> GetSessions(ConferenceData data) => data.Sessions.AsQueryable();

    [NodeResolver]
    public static Session? GetSessionById(int id, ConferenceData data) => data.Sessions.Find(s => s.Id == id);

    public static IEnumerable<Session> GetSessionsById([ID<Session>] int[] ids, ConferenceData data) => data.Sessions.Where(s => ids.Contains(s.Id));
}

[ExtendObjectType(OperationTypeNames.Query)]
public static class SpeakerQueries
{
    [UsePaging]
    public static IQueryable<Speaker> GetSpeakers(ConferenceData data) => data.Speakers.AsQueryable();

    [NodeResolver]
    public static Speaker? GetSpeakerById(int id, ConferenceData data) => data.Speakers.Find(s => s.Id == id);

    public static IEnumerable<Speaker> GetSpeakersById([ID<Speaker>] int[] ids, ConferenceData data) => data.Speakers.Where(s => ids.Contains(s.Id));
}

[ExtendObjectType(OperationTypeNames.Query)]
public static class TrackQueries
{
    [UsePaging]
    public static IQueryable<Track> GetTracks(ConferenceData data) => data.Tracks.AsQueryable();

    [NodeResolver]
    public static Track? GetTrackById(int id, ConferenceData data) => data.Tracks.Find(t => t.Id == id);

    public static IEnumerable<Track> GetTracksById([ID<Track>] int[] ids, ConferenceData data) => data.Tracks.Where(t => ids.Contains(t.Id));
}

/// <summary>Sessions are filtered by what the programme shows.</summary>
public sealed class SessionFilterInput : FilterInputType<Session>
{
    protected override void Configure(IFilterInputTypeDescriptor<Session> descriptor)
    {
        descriptor.BindFieldsExplicitly();
        descriptor.Field(s => s.Title);
        descriptor.Field(s => s.Abstract);
        descriptor.Field(s => s.StartTime);
        descriptor.Field(s => s.EndTime);
    }
}

[ExtendObjectType<Attendee>]
public static class AttendeeExtensions
{
    public static IEnumerable<Session> GetSessions([Parent] Attendee attendee, ConferenceData data) => data.Sessions.Where(s => s.Id == attendee.Id);
}

[ExtendObjectType<Session>]
public static class SessionExtensions
{
    public static IEnumerable<Speaker> GetSpeakers([Parent] Session session, ConferenceData data) => data.Speakers.Where(s => s.Id == session.Id);

    public static IEnumerable<Attendee> GetAttendees([Parent] Session session, ConferenceData data) => data.Attendees.Where(a => a.Id == session.Id);

    [ID<Track>]
    [BindMember(nameof(Session.TrackId))]
    public static int? GetTrackId([Parent] Session session) => session.TrackId;
}

[ExtendObjectType<Speaker>]
public static class SpeakerExtensions
{
    public static IEnumerable<Session> GetSessions([Parent] Speaker speaker, ConferenceData data) => data.Sessions.Where(s => s.Id == speaker.Id);
}

[ExtendObjectType<Track>]
public static class TrackExtensions
{
    [UsePaging]
    public static IQueryable<Session> GetSessions([Parent] Track track, ConferenceData data) => data.Sessions.AsQueryable().Where(s => s.TrackId == track.Id);
}

[ExtendObjectType<SessionAttendeeCheckIn>]
public static class SessionAttendeeCheckInExtensions
{
    public static int GetCheckInCount([Parent] SessionAttendeeCheckIn checkIn, ConferenceData data) => data.Attendees.Count(a => a.Id >= checkIn.AttendeeId);

    public static Attendee GetAttendee([Parent] SessionAttendeeCheckIn checkIn, ConferenceData data) => data.Attendees.Single(a => a.Id == checkIn.AttendeeId);

    public static Session GetSession([Parent] SessionAttendeeCheckIn checkIn, ConferenceData data) => data.Sessions.Single(s => s.Id == checkIn.SessionId);
}
