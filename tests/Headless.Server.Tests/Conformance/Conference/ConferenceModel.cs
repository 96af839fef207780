using Headless.GraphQL;
using Headless.GraphQL.Types;

namespace Headless.Server.Tests.Conformance.Conference;

public sealed class Attendee
{
    public int Id { get; init; }

    public required string FirstName { get; init; }

    public required string LastName { get; init; }

    public required string Username { get; init; }

    public string? EmailAddress { get; init; }
}

public sealed class Session
{
    public int Id { get; init; }

    public required string Title { get; init; }

    public string? Abstract { get; init; }

    public DateTimeOffset? StartTime { get; set; }

    public DateTimeOffset? EndTime { get; set; }

    public TimeSpan Duration => EndTime - StartTime ?? TimeSpan.Zero;

    public int? TrackId { get; set; }

    public Track? Track { get; set; }
}

public sealed class Speaker
{
    public int Id { get; init; }

    public required string Name { get; init; }

    public string? Bio { get; init; }

    public string? Website { get; init; }
}

public sealed class Track
{
    public int Id { get; init; }

    public required string Name { get; set; }
}

/// <summary>The event that somebody came to a session.</summary>
public sealed record SessionAttendeeCheckIn([property: ID<Attendee>] int AttendeeId, [property: ID<Session>] int SessionId);

/// <summary>Attendees, sessions, speakers and tracks in memory.</summary>
public sealed class ConferenceData
{
    public List<Attendee> Attendees { get; } = [];

    public List<Session> Sessions { get; } = [];

    public List<Speaker> Speakers { get; } = [];

    public List<Track> Tracks { get; } = [];
}
