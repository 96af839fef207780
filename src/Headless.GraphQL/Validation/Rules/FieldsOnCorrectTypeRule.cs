using Headless.GraphQL.Language;
using Headless.GraphQL.Types;

namespace Headless.GraphQL.Validation.Rules;

/// <summary>A field is one that the type of its selection set has (specification section 5.3.1).</summary>
internal sealed class FieldsOnCorrectTypeRule(ValidationContext context) : ValidationRule(context)
{
    public override void EnterField(FieldNode field)
    {
        if (Context.ParentType is { } type && Context.Field is null)
        {
            var name = field.Name.Value;
            Report($"Cannot query field \"{name}\" on type \"{type}\".{Suggest(type, name)}", field);
        }
    }

    private string Suggest(CompositeType type, string fieldName)
    {
        if (!Context.Options.ShowSuggestions)
        {
            return "";
        }

        var onOtherTypes = NameSuggestions.Sentence("to use an inline fragment on", TypesWithField(type, fieldName));
        return onOtherTypes.Length > 0 || type is not FieldsType fieldsType
            ? onOtherTypes
            : Context.DidYouMean(fieldName, fieldsType.Fields.Select(static f => f.Name));
    }

    /// <summary>The possible types of an abstract type that have the field, and their interfaces that have it: those of most objects first.</summary>
    private List<string> TypesWithField(CompositeType type, string fieldName)
    {
        var usageCounts = new Dictionary<FieldsType, int>();
        if (type is ObjectType)
        {
            return [];
        }

        foreach (var possibleType in Context.Schema.GetPossibleTypes(type).Where(t => t.Fields.Contains(fieldName)))
        {
            usageCounts[possibleType] = 1;
            foreach (var @interface in possibleType.Interfaces.Where(i => i.Fields.Contains(fieldName)))
            {
                usageCounts[@interface] = usageCounts.GetValueOrDefault(@interface) + 1;
            }
        }

        var ordered = new List<FieldsType>();
        foreach (var candidate in usageCounts.Keys)
        {
            Insert(ordered, candidate, usageCounts);
        }

        return ordered.ConvertAll(static t => t.Name);
    }

    /// <summary>Binary insertion, as in the reference implementation: what it orders by is not transitive, and so the way is part of the result.</summary>
    private static void Insert(List<FieldsType> ordered, FieldsType candidate, Dictionary<FieldsType, int> usageCounts)
    {
        var (low, high) = (0, ordered.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (Compare(candidate, ordered[middle], usageCounts) < 0)
            {
                high = middle;
            }
            else
            {
                low = middle + 1;
            }
        }

        ordered.Insert(low, candidate);
    }

    /// <summary>Types of more objects first, then interfaces before what implements them, then by name.</summary>
    private static int Compare(FieldsType a, FieldsType b, Dictionary<FieldsType, int> usageCounts)
    {
        if (usageCounts[b] - usageCounts[a] is not 0 and var difference)
        {
            return difference;
        }

        if (TypeComparison.IsMember(b, a))
        {
            return -1;
        }

        return TypeComparison.IsMember(a, b) ? 1 : NaturalOrder.Instance.Compare(a.Name, b.Name);
    }
}
