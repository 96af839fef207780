using Headless.GraphQL.Language;
using Headless.GraphQL.Types;

namespace Headless.GraphQL.Validation.Rules;

/// <summary>Every field of an input object literal is given once (specification section 5.6.3).</summary>
internal sealed class UniqueInputFieldNamesRule(ValidationContext context) : ValidationRule(context)
{
    private readonly Stack<Dictionary<string, NameNode>> _known = new();

    public override void EnterObjectValue(ObjectValueNode value) => _known.Push(new Dictionary<string, NameNode>(StringComparer.Ordinal));

    public override void LeaveObjectValue(ObjectValueNode value) => _known.Pop();

    public override void EnterObjectField(ObjectFieldNode field)
    {
        var known = _known.Peek();
        if (!known.TryAdd(field.Name.Value, field.Name))
        {
            Report($"There can be only one input field named \"{field.Name.Value}\".", [known[field.Name.Value], field.Name]);
        }
    }
}
