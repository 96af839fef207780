using System.Reflection;

namespace Headless.GraphQL.Data.Projection;

/// <summary>The properties of an element that an answer needs, with those of its relations.</summary>
internal sealed class SelectedMembers
{
    private readonly Dictionary<string, SelectedMembers> _members = new(StringComparer.Ordinal);

    /// <summary>Whether every column is needed: something reads the element that does not say what of it.</summary>
    public bool IncludesAll { get; private set; }

    public IEnumerable<string> Names => _members.Keys;

    public SelectedMembers? Find(string name) => _members.GetValueOrDefault(name);

    public void RequireAll() => IncludesAll = true;

    public SelectedMembers Require(string name)
    {
        if (!_members.TryGetValue(name, out var members))
        {
            _members[name] = members = new SelectedMembers();
        }

        return members;
    }

    public void Require(IEnumerable<MemberInfo> path)
    {
        var current = this;
        foreach (var member in path)
        {
            current = current.Require(member.Name);
        }
    }

    public SelectedMembers Clone()
    {
        var clone = new SelectedMembers { IncludesAll = IncludesAll };
        foreach (var (name, members) in _members)
        {
            clone._members[name] = members.Clone();
        }

        return clone;
    }
}
