using System.Reflection;
using System.Text.Json;
using FluentValidation;
using Headless.Community.Segments;
using Headless.Server.Access;
using Headless.Server.Writing;

namespace Headless.Server.Features.Segments.Conditions;

/// <remarks>A leaf adds its field in the file of its input: a part of this record.</remarks>
[OneOf]
[GraphQLDescription("Which members are meant: a tree. Each node has exactly one field, a tree at most 100 nodes in 8 levels. An example: { all: [{ lastActive: { within: \"P30D\" } }, { none: [{ purchase: {} }] }] }.")]
public sealed partial record SegmentConditionInput
{
    private static readonly PropertyInfo[] s_leaves =
        [.. typeof(SegmentConditionInput).GetProperties().Where(property => property.PropertyType.IsAssignableTo(typeof(IConditionInput)))];

    [Cost(0)]
    [GraphQLDescription("Every one of these holds.")]
    public IReadOnlyList<SegmentConditionInput>? All { get; init; }

    [Cost(0)]
    [GraphQLDescription("At least one of these holds.")]
    public IReadOnlyList<SegmentConditionInput>? Any { get; init; }

    [Cost(0)]
    [GraphQLDescription("None of these holds.")]
    public IReadOnlyList<SegmentConditionInput>? None { get; init; }

    /// <summary>The condition, or what is wrong with it: each fault with its path from the root.</summary>
    internal (SegmentCondition? Condition, IReadOnlyList<ConditionFault> Faults) Read()
    {
        var reading = new ConditionReading();
        var condition = Read(reading, string.Empty, 1);
        return reading.Faults.Count > 0 ? (null, reading.Faults)
            : SegmentConditionCheck.Faults(condition!) is { Count: > 0 } faults ? (null, faults)
            : (condition, []);
    }

    /// <summary>The condition, for somebody who may ask it.</summary>
    /// <param name="db">What the caller may see: it must hold everything that the condition names.</param>
    /// <param name="path">The field of the input that holds the condition.</param>
    /// <exception cref="InvalidInputException">Something is wrong with it, or it asks for personal data that the caller may not read.</exception>
    /// <exception cref="NotFoundException">It names something that is not there.</exception>
    internal async Task<SegmentCondition> ReadAsync(CommunityDbContext db, Caller caller, string path, CancellationToken cancellationToken)
    {
        var (condition, faults) = Read();
        if (condition is null)
        {
            throw new InvalidInputException([.. faults.Select(fault => new InvalidField($"{path}.{fault.Field}", fault.Code, fault.Message))]);
        }

        foreach (var entity in SegmentConditionCheck.Entities)
        {
            var keys = SegmentConditionCheck.KeysOf(condition, entity).ToList();
            if (keys.Count > 0)
            {
                var known = await KnownAsync(db, entity, [.. keys.Select(place => place.Key).Distinct()], cancellationToken);
                if (keys.Find(place => !known.Contains(place.Key)) is { Path: { } missing })
                {
                    throw new NotFoundException(entity.Name, $"{path}.{missing}");
                }
            }
        }

        var (privacy, leaf) = await SegmentPrivacy.OfAsync(db, condition, cancellationToken);
        if (privacy > caller.VisiblePrivacy)
        {
            throw new InvalidInputException([new InvalidField(
                $"{path}.{leaf}", "PERSONAL_DATA", "It asks for what you may not read of a person: leave it out, or come with READ_PERSONAL_DATA.")]);
        }

        return condition;
    }

    private static Task<HashSet<long>> KnownAsync(CommunityDbContext db, Type entity, long[] keys, CancellationToken cancellationToken) =>
        entity == typeof(Tag) ? KnownAsync<Tag>(db, keys, cancellationToken)
        : entity == typeof(TagGroup) ? KnownAsync<TagGroup>(db, keys, cancellationToken)
        : entity == typeof(Group) ? KnownAsync<Group>(db, keys, cancellationToken)
        : entity == typeof(AttributeDefinition) ? KnownAsync<AttributeDefinition>(db, keys, cancellationToken)
        : entity == typeof(SurveyQuestion) ? KnownAsync<SurveyQuestion>(db, keys, cancellationToken)
        : entity == typeof(SurveyOption) ? KnownAsync<SurveyOption>(db, keys, cancellationToken)
        : entity == typeof(PointProgram) ? KnownAsync<PointProgram>(db, keys, cancellationToken)
        : KnownAsync<Segment>(db, keys, cancellationToken);

    private static Task<HashSet<long>> KnownAsync<T>(CommunityDbContext db, long[] keys, CancellationToken cancellationToken)
        where T : Entity =>
        db.Set<T>().Where(row => EF.Parameter(keys).Contains(row.Id)).Select(row => row.Id).ToHashSetAsync(cancellationToken);

    // Depth: a tree that is deeper than allowed is refused on the way down.
    private SegmentCondition? Read(ConditionReading reading, string path, int depth)
    {
        if (depth > SegmentCondition.MaxDepth || ++reading.Nodes > SegmentCondition.MaxNodes)
        {
            reading.Refuse(path.TrimEnd('.'), depth > SegmentCondition.MaxDepth ? "TOO_DEEP" : "TOO_MANY_CONDITIONS",
                $"A condition has at most {SegmentCondition.MaxNodes} nodes in {SegmentCondition.MaxDepth} levels: make a segment of a part, and refer to it.");
            return null;
        }

        if ((All ?? Any ?? None) is { } children)
        {
            var name = All is not null ? "all" : Any is not null ? "any" : "none";
            var of = new List<SegmentCondition>(children.Count);
            for (var index = 0; index < children.Count && reading.Faults.Count < ConditionReading.MaxFaults; index++)
            {
                if (children[index].Read(reading, $"{path}{name}[{index}].", depth + 1) is { } child)
                {
                    of.Add(child);
                }
            }

            return All is not null ? new AllOf(of) : Any is not null ? new AnyOf(of) : new NoneOf(of);
        }

        var leaf = s_leaves.First(property => property.GetValue(this) is not null);
        reading.Path = path + JsonNamingPolicy.CamelCase.ConvertName(leaf.Name);
        return ((IConditionInput)leaf.GetValue(this)!).ToCondition(reading);
    }
}

/// <summary>The rules of <see cref="SegmentConditionInput"/>.</summary>
public sealed class SegmentConditionValidator : AbstractValidator<SegmentConditionInput>
{
    public SegmentConditionValidator() => RuleFor(input => input).Custom((input, context) =>
    {
        foreach (var fault in input.Read().Faults)
        {
            context.AddFailure(new FluentValidation.Results.ValidationFailure(context.PropertyChainOf(fault.Field), fault.Message) { ErrorCode = fault.Code });
        }
    });
}

/// <summary>Where a failure within an input stands.</summary>
internal static class ValidationPaths
{
    public static string PropertyChainOf<T>(this ValidationContext<T> context, string field) => context.PropertyChain.BuildPropertyPath(field);
}
