using System.Reflection;

namespace Headless.GraphQL;

/// <summary>
/// The field is a global id: <see cref="Format(object?)"/> makes it from the value of the property. Attached to
/// <see cref="Types.OutputField.Features"/>; such a field's <see cref="Types.OutputField.Member"/> is no property, because its value is not the property's:
/// <see cref="ParentRequirements"/> names that.
/// </summary>
/// <param name="typeName">The object type whose ids these are.</param>
/// <param name="member">The property that holds the internal id, or a list of them.</param>
/// <param name="serializer">Encodes.</param>
public sealed class NodeIdEncoding(string typeName, MemberInfo? member, INodeIdSerializer serializer)
{
    public string TypeName { get; } = typeName;

    public MemberInfo? Member { get; } = member;

    /// <summary>The global id of an internal id; null and lists are carried over.</summary>
    public object? Format(object? internalId) => internalId switch
    {
        null => null,
        string text => serializer.Format(TypeName, text),
        System.Collections.IEnumerable list => FormatAll(list),
        _ => serializer.Format(TypeName, internalId),
    };

    /// <summary>As <see cref="Format(object?)"/>, without boxing.</summary>
    public string Format(long internalId)
        => serializer is Authoring.DefaultNodeIdSerializer known ? known.Format(TypeName, internalId) : serializer.Format(TypeName, internalId);

    private List<object?> FormatAll(System.Collections.IEnumerable list)
    {
        var ids = new List<object?>();
        foreach (var internalId in list)
        {
            ids.Add(internalId is null ? null : serializer.Format(TypeName, internalId));
        }

        return ids;
    }
}
