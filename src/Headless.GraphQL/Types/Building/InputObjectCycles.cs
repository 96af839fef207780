namespace Headless.GraphQL.Types;

/// <summary>
/// Finds input objects for which no finite value exists: each of their required fields, or every field of a oneOf, leads
/// back to such an object (specification section 3.10, circular references).
/// </summary>
internal sealed class InputObjectCycles(SchemaErrors errors)
{
    /// <summary>How many input objects one cycle is followed through; a longer one is reported by its first object.</summary>
    private const int MaxDepth = 500;

    private readonly HashSet<InputObjectType> _finite = [];
    private readonly HashSet<InputObjectType> _visited = [];
    private readonly List<(InputObjectType Type, InputField Field)> _path = [];

    public void Check(IEnumerable<InputObjectType> types)
    {
        var all = types.ToArray();
        FindFinite(all);
        foreach (var type in all)
        {
            if (!_finite.Contains(type))
            {
                ReportCycles(type);
            }
        }
    }

    /// <summary>A type is finite when it needs no other, or when those that it needs are: spreads from what is known to be finite until nothing changes.</summary>
    private void FindFinite(InputObjectType[] types)
    {
        var dependents = new Dictionary<InputObjectType, List<InputObjectType>>();
        var missing = new Dictionary<InputObjectType, int>();
        var finite = new Stack<InputObjectType>();
        foreach (var type in types)
        {
            var targets = TargetsOf(type).Select(static t => t.Target).ToArray();
            foreach (var target in targets)
            {
                if (!dependents.TryGetValue(target, out var list))
                {
                    dependents.Add(target, list = []);
                }

                list.Add(type);
            }

            // One field that needs no other object is enough for a oneOf.
            missing[type] = !type.IsOneOf ? targets.Length : targets.Length < type.Fields.Count || targets.Length == 0 ? 0 : 1;
            if (missing[type] == 0 && _finite.Add(type))
            {
                finite.Push(type);
            }
        }

        while (finite.TryPop(out var type))
        {
            foreach (var dependent in dependents.GetValueOrDefault(type) ?? [])
            {
                if (--missing[dependent] <= 0 && _finite.Add(dependent))
                {
                    finite.Push(dependent);
                }
            }
        }
    }

    private void ReportCycles(InputObjectType type)
    {
        if (!_visited.Add(type) || _path.Count > MaxDepth)
        {
            return;
        }

        foreach (var (field, target) in TargetsOf(type))
        {
            if (_finite.Contains(target))
            {
                continue;
            }

            _path.Add((type, field));
            var start = _path.FindIndex(step => ReferenceEquals(step.Type, target));
            if (start < 0)
            {
                ReportCycles(target);
            }
            else
            {
                var fields = string.Join(", ", _path.Skip(start).Select(static step => $"{step.Type}.{step.Field.Name}"));
                errors.Add($"Input Object {target} cannot be provided a finite value because it references itself through fields: {fields}.", target.Name, "3.10");
            }

            _path.RemoveAt(_path.Count - 1);
        }
    }

    /// <summary>The fields through which a value of the type needs a value of another input object.</summary>
    private static IEnumerable<(InputField Field, InputObjectType Target)> TargetsOf(InputObjectType type)
    {
        foreach (var field in type.Fields)
        {
            if ((type.IsOneOf ? field.Type : (field.Type as NonNullType)?.OfType) is InputObjectType target)
            {
                yield return (field, target);
            }
        }
    }
}
