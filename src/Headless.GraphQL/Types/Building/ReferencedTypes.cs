namespace Headless.GraphQL.Types;

/// <summary>Finds the types of a schema by what refers to what.</summary>
public static class ReferencedTypes
{
    /// <summary>
    /// All types of a schema in the reference implementation's order: each declared type followed by the undeclared ones that
    /// it is the first to refer to, then those that only directives refer to, then introspection's.
    /// </summary>
    public static IReadOnlyList<NamedType> Collect(IEnumerable<NamedType> declared, IEnumerable<DirectiveType> directives)
    {
        var collected = new List<NamedType>();
        var declaredTypes = declared.ToArray();
        var seen = new HashSet<NamedType>(declaredTypes);
        foreach (var type in declaredTypes)
        {
            collected.Add(type);
            AddReferenced(type);
        }

        foreach (var argument in directives.SelectMany(static d => d.Arguments))
        {
            Add(argument.Type.Named);
        }

        Add(IntrospectionTypes.Schema);
        return collected;

        void Add(NamedType type)
        {
            if (seen.Add(type))
            {
                collected.Add(type);
                AddReferenced(type);
            }
        }

        // Depth first with a stack of its own: types may refer to each other in chains of any length.
        void AddReferenced(NamedType root)
        {
            var pending = new Stack<IEnumerator<NamedType>>();
            pending.Push(ReferencesOf(root).GetEnumerator());
            while (pending.TryPeek(out var references))
            {
                if (!references.MoveNext())
                {
                    pending.Pop();
                }
                else if (seen.Add(references.Current))
                {
                    collected.Add(references.Current);
                    pending.Push(ReferencesOf(references.Current).GetEnumerator());
                }
            }
        }
    }

    private static IEnumerable<NamedType> ReferencesOf(NamedType type) => type switch
    {
        UnionType union => union.Types,
        FieldsType fields => fields.Interfaces.Concat(
            fields.Fields.SelectMany(static f => f.Arguments.Select(static a => a.Type.Named).Prepend(f.Type.Named))),
        InputObjectType input => input.Fields.Select(static f => f.Type.Named),
        _ => [],
    };
}
