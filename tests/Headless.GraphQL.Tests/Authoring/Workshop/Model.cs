namespace Headless.GraphQL.Tests.Authoring.Workshop;

public sealed class Track
{
    public int Id { get; init; }

    [GraphQLDescription("What the track is called.")]
    public required string Name { get; set; }
}

public sealed class Speaker
{
    public int Id { get; init; }

    public required string Name { get; init; }

    public string? Bio { get; init; }

    public Uri? Website { get; init; }
}

public enum SessionLevel
{
    Beginner,
    AdvancedTopics,
}

public sealed class Session
{
    public int Id { get; init; }

    public required string Title { get; set; }

    public DateTimeOffset? StartTime { get; set; }

    public SessionLevel Level { get; set; }

    public int? TrackId { get; set; }

    public List<int> SpeakerIds { get; init; } = [];

    public TimeSpan? Duration { get; set; }
}

/// <summary>The conference's data, in memory.</summary>
public sealed class Conference
{
    public Dictionary<int, Track> Tracks { get; } = new()
    {
        [1] = new Track { Id = 1, Name = "Engines" },
        [2] = new Track { Id = 2, Name = "Clients" },
    };

    public Dictionary<int, Speaker> Speakers { get; } = new()
    {
        [1] = new Speaker { Id = 1, Name = "Ada", Bio = "Writes engines.", Website = new Uri("https://ada.example/") },
        [2] = new Speaker { Id = 2, Name = "Brian" },
    };

    public Dictionary<int, Session> Sessions { get; } = new()
    {
        [1] = new Session { Id = 1, Title = "Planning", Level = SessionLevel.AdvancedTopics, TrackId = 1, SpeakerIds = [1, 2] },
        [2] = new Session { Id = 2, Title = "Caching", TrackId = null, SpeakerIds = [2] },
    };

    /// <summary>How often tracks were loaded in a batch.</summary>
    public List<int[]> TrackBatches { get; } = [];
}
