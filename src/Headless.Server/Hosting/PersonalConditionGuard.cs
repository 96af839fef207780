#if IN_TREE_ENGINE
using System.Collections;
using Headless.GraphQL.Types;
using Headless.Server.Access;

namespace Headless.Server.Hosting;

/// <summary>
/// Refuses conditions and orders by what the caller may not read: by personal data, which could be guessed by filtering, and by
/// attributes of a privacy that is beyond them. Attributes that a condition does not name do not exist for the caller anyway.
/// </summary>
internal sealed class PersonalConditionGuard : IDataConditionGuard
{
    public void Check(IServiceProvider services, IReadOnlyList<DataCondition> conditions)
    {
        var caller = services.GetRequiredService<Caller>();
        if (caller.May(Policies.ReadPersonalData))
        {
            return;
        }

        foreach (var (property, value) in conditions)
        {
            if (Attribute.GetCustomAttribute(property, typeof(PersonalDataAttribute)) is PersonalDataAttribute { IsShown: false })
            {
                throw Refused($"The caller may not read {property.Name}, so neither filter nor sort by it.");
            }

            if (property.DeclaringType == typeof(MemberAttribute) && property.Name == nameof(MemberAttribute.Definition))
            {
                CheckDefinition(services, caller, value);
            }
        }
    }

    private static void CheckDefinition(IServiceProvider services, Caller caller, object? filter)
    {
        var (keys, ids) = (new HashSet<string>(), new HashSet<long>());
        Collect(filter, null, keys, ids, services.GetRequiredService<INodeIdSerializer>());
        if (keys.Count + ids.Count == 0)
        {
            return;
        }

        // At most two hundred rows, and only for a caller who does not see all values.
        var visible = caller.VisiblePrivacy;
        var hidden = services.GetRequiredService<CommunityDbContext>().AttributeDefinitions.AsNoTracking()
            .Where(d => d.Privacy > visible)
            .Select(d => new { d.Id, d.Key })
            .ToList();
        if (hidden.Find(d => keys.Contains(d.Key) || ids.Contains(d.Id)) is { } named)
        {
            throw Refused($"The caller may not read the attribute '{named.Key}', so not filter by it.");
        }
    }

    /// <summary>The keys and ids that are named anywhere in a filter of definitions.</summary>
    private static void Collect(object? value, string? field, HashSet<string> keys, HashSet<long> ids, INodeIdSerializer serializer)
    {
        switch (value)
        {
            case InputObjectValue input:
                foreach (var (inner, given) in input.Fields)
                {
                    Collect(given, inner.Name is "key" or "id" ? inner.Name : field, keys, ids, serializer);
                }

                break;
            case string text when field == "key":
                keys.Add(text);
                break;
            case string text when field == "id":
                try
                {
                    ids.Add((long)serializer.Parse(text, typeof(long)).InternalId);
                }
                catch (NodeIdInvalidFormatException)
                {
                    // The filter says so itself.
                }

                break;
            case IEnumerable list and not string:
                foreach (var item in list)
                {
                    Collect(item, field, keys, ids, serializer);
                }

                break;
        }
    }

    private static GraphQLException Refused(string message) =>
        new(ErrorBuilder.New().SetMessage(message).SetCode("FORBIDDEN").Build());
}
#endif
