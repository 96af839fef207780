using Headless.GraphQL.Language;

namespace Headless.GraphQL.Types;

/// <summary>Finds input fields whose default contains the same default again, so that it could never be written out (specification section 3.10, InputObjectDefaultValueHasCycle).</summary>
internal sealed class DefaultValueCycles(SchemaErrors errors)
{
    /// <summary>How many defaults one chain is followed through.</summary>
    private const int MaxDepth = 500;

    private readonly HashSet<InputField> _visited = [];
    private readonly List<(InputField Field, string Coordinate)> _path = [];

    /// <summary>Checks what an empty object of the type would be completed to.</summary>
    public void Check(InputObjectType type) => Follow(type, given: null);

    private void Follow(InputObjectType type, ValueNode value)
    {
        switch (value)
        {
            case ListValueNode list:
                foreach (var item in list.Values)
                {
                    Follow(type, item);
                }

                break;
            case ObjectValueNode map:
                Follow(type, map);
                break;
        }
    }

    private void Follow(InputObjectType type, ObjectValueNode? given)
    {
        foreach (var field in type.Fields)
        {
            if (field.Type.Named is not InputObjectType fieldType)
            {
                continue;
            }

            var node = given?.Fields.LastOrDefault(f => f.Name.Value == field.Name);
            if (node is not null)
            {
                Follow(fieldType, node.Value);
            }
            else if (field.DefaultValue is not null)
            {
                FollowDefault(field, fieldType, $"{type.Name}.{field.Name}");
            }
        }
    }

    private void FollowDefault(InputField field, InputObjectType fieldType, string coordinate)
    {
        var start = _path.FindIndex(step => ReferenceEquals(step.Field, field));
        if (start >= 0)
        {
            var via = string.Join(", ", _path.Skip(start + 1).Select(static step => step.Coordinate));
            errors.Add(
                $"Invalid circular reference. The default value of Input Object field {coordinate} references itself{(via.Length > 0 ? " via the default values of: " + via : "")}.",
                coordinate,
                "3.10");
        }
        else if (_path.Count < MaxDepth && _visited.Add(field))
        {
            _path.Add((field, coordinate));
            Follow(fieldType, field.DefaultValue!);
            _path.RemoveAt(_path.Count - 1);
        }
    }
}
