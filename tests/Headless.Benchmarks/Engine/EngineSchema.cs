using Headless.GraphQL;

namespace Headless.Benchmarks.Engine;

/// <summary>A schema in memory whose resolvers cost next to nothing, so that what is measured is the engine.</summary>
internal static class EngineSchema
{
    public static IRequestExecutorBuilder AddEngineSchema(this IServiceCollection services)
        => services.AddLogging().AddGraphQL().AddQueryType().AddTypeExtension(typeof(EngineQueries));
}

public enum Rank
{
    Novice,
    Regular,
    Veteran,
}

/// <param name="Id">The key.</param>
/// <param name="Name">What they are called.</param>
/// <param name="Height">In metres.</param>
/// <param name="Rank">How long they have been there.</param>
public sealed record Person(int Id, string Name, double Height, Rank Rank)
{
    /// <summary>Two others.</summary>
    public IReadOnlyList<Person> GetFriends() => [EngineQueries.People[(Id + 1) % EngineQueries.People.Length], EngineQueries.People[(Id + 2) % EngineQueries.People.Length]];
}

[ExtendObjectType(OperationTypeNames.Query)]
public static class EngineQueries
{
    internal static readonly Person[] People =
        [.. Enumerable.Range(0, 10).Select(i => new Person(i, $"Person {i}", 1.5 + (i / 100.0), (Rank)(i % 3)))];

    public static Person GetHero() => People[0];

    public static Person GetPerson(int id) => People[id % People.Length];

    public static IReadOnlyList<Person> GetPeople() => People;
}
