using System.Reflection;
using Headless.GraphQL.Execution.Planning;
using Headless.GraphQL.Types;

namespace Headless.GraphQL.Data.Projection;

/// <summary>Finds what a planned selection needs of its elements: properties, and what the resolvers on them ask for.</summary>
internal static class SelectionReader
{
    public static SelectedMembers Read(IEnumerable<SelectionSetPlan> selectionSets)
    {
        var members = new SelectedMembers();
        Read(selectionSets, members);
        return members;
    }

    // Recursion follows the planned selection, whose depth validation bounds.
    private static void Read(IEnumerable<SelectionSetPlan> selectionSets, SelectedMembers members)
    {
        foreach (var selectionSet in selectionSets)
        {
            foreach (var @field in selectionSet.Type.Fields)
            {
                if (@field.Member is PropertyInfo property && @field.Features.Get<ProjectionRule>() is { IsProjected: true })
                {
                    members.Require(property.Name);
                }
            }

            foreach (var plan in selectionSet.Fields)
            {
                Read(plan, members);
            }
        }
    }

    private static void Read(FieldPlan plan, SelectedMembers members)
    {
        var @field = plan.Field;
        if (@field.Features.Get<ProjectionRule>() is { IsProjected: false } || @field.Name.StartsWith("__", StringComparison.Ordinal))
        {
            return;
        }

        if (@field.Features.Get<ParentRequirements>() is { } requirements)
        {
            foreach (var property in requirements.Properties)
            {
                members.Require(property);
            }
        }
        else if (@field.Member is PropertyInfo property && IsOf(property, @field))
        {
            Read(plan.SelectionSets, members.Require(property.Name));
        }
        else if (@field.Member is not MethodInfo method || ReadsParent(method, @field))
        {
            members.RequireAll();
        }
    }

    private static bool IsOf(PropertyInfo property, OutputField @field)
        => @field.DeclaringType?.RuntimeType is { } type && property.DeclaringType!.IsAssignableFrom(type);

    /// <summary>Whether a resolver's method is given the element.</summary>
    public static bool ReadsParent(MethodInfo method, OutputField @field)
        => (!method.IsStatic && @field.DeclaringType?.RuntimeType is { } type && method.DeclaringType!.IsAssignableFrom(type))
            || method.GetParameters().Any(p => p.IsDefined(typeof(ParentAttribute)) || p.ParameterType == typeof(IResolverContext));
}
