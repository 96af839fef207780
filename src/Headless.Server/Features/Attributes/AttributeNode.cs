using Headless.Server.Access;
using Headless.Server.Reading;

namespace Headless.Server.Features.Attributes;

/// <summary>What an attribute definition leads to.</summary>
[ExtendObjectType<AttributeDefinition>]
public sealed class AttributeDefinitionNode
{
    [GraphQLIgnore]
    public static Task<AttributeDefinition?> GetAttributeDefinitionAsync(
        long id, ByIdDataLoader<AttributeDefinition> definitions, CancellationToken cancellationToken) => definitions.LoadAsync(id, cancellationToken);

    [Cost(0)]
    [ListSize(AssumedSize = 5)]
    [GraphQLDescription("The values of an OPTION, in the order in which to show them; empty for another type.")]
    public static IReadOnlyList<AttributeOption> GetOptions([Parent(nameof(AttributeDefinition.Options))] AttributeDefinition definition) => definition.Options;
}

/// <summary>A member's attributes.</summary>
[ExtendObjectType<Member>]
public sealed class AttributesOfMember
{
    private const int MaxKeys = 50;

    [Cost(1)]
    [ListSize(AssumedSize = 10)]
    [GraphQLDescription("What is known of them under attributes whose values the caller may read, by key. One statement reads those of a whole list of members.")]
    public static async Task<IReadOnlyList<MemberAttribute>> GetAttributesAsync(
        [Parent(nameof(Member.Id))] Member member,
        [GraphQLDescription("Only these attributes, by key, at most 50; all unless given. One that the caller may not read is FORBIDDEN.")] IReadOnlyList<string>? keys,
        AttributesByMemberIdDataLoader attributes,
        AttributeDefinitionByKeyDataLoader definitions,
        Caller caller,
        CancellationToken cancellationToken)
    {
        var known = await attributes.LoadAsync(member.Id, cancellationToken) ?? [];
        if (keys is null)
        {
            return known;
        }

        if (keys.Count > MaxKeys)
        {
            throw new GraphQLException(ErrorBuilder.New().SetMessage($"Name at most {MaxKeys} attributes.").SetCode("TOO_MANY_KEYS").Build());
        }

        var wanted = new HashSet<long>();
        foreach (var definition in (await definitions.LoadAsync([.. keys.Distinct()], cancellationToken)).OfType<AttributeDefinition>())
        {
            if (definition.Privacy > caller.VisiblePrivacy)
            {
                throw new GraphQLException(ErrorBuilder.New()
                    .SetMessage($"The caller may not read '{definition.Key}', which is {definition.Privacy.ToString().ToUpperInvariant()}.")
                    .SetCode("FORBIDDEN")
                    .Build());
            }

            wanted.Add(definition.Id);
        }

        return [.. known.Where(a => wanted.Contains(a.DefinitionId))];
    }
}

/// <summary>What a member's attribute leads to.</summary>
[ExtendObjectType<MemberAttribute>]
public sealed class MemberAttributeNode
{
    [Cost(1)]
    [GraphQLDescription("What it is that is known.")]
    public static Task<AttributeDefinition?> GetDefinitionAsync(
        [Parent(nameof(MemberAttribute.DefinitionId))] MemberAttribute attribute, ByIdDataLoader<AttributeDefinition> definitions, CancellationToken cancellationToken) =>
        definitions.LoadAsync(attribute.DefinitionId, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("The operator who gave it; null where it was no person.")]
    public static Task<Operator?> GetSetByAsync(
        [Parent(nameof(MemberAttribute.SetById))] MemberAttribute attribute, ByIdDataLoader<Operator> operators, CancellationToken cancellationToken) =>
        operators.LoadAsync(attribute.SetById, cancellationToken);
}
