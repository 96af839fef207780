using System.Reflection;
using Headless.GraphQL.Execution.Planning;
using Headless.GraphQL.Types;

namespace Headless.GraphQL.Authoring;

/// <content><c>@cost</c> and <c>@listSize</c>: what the author says, and by convention what he does not say.</content>
internal sealed partial class SchemaAssembler
{
    internal override CostOptions CostOptions => _configuration.CostOptions;

    private bool AppliesCostDefaults => _configuration.Options.ApplyCostDirectives && CostOptions.ApplyCostDefaults;

    internal override void ApplyDefaultCost(TypeMember member, double? weight)
    {
        if (weight is { } given && AppliesCostDefaults && !member.Directives.Exists(static d => d.Name == CostDirectives.Cost.Name))
        {
            member.Directives.Add(CostDirectives.CreateCost(given));
        }
    }

    internal override void ApplyDefaultListSize(OutputField field, ListSizeDirective listSize)
    {
        if (AppliesCostDefaults)
        {
            field.Directives.Add(CostDirectives.CreateListSize(listSize));
        }
    }

    private void ApplyCost(List<AppliedDirective> directives, double weight)
    {
        if (_configuration.Options.ApplyCostDirectives)
        {
            directives.Add(CostDirectives.CreateCost(weight));
        }
    }

    private void ApplyCost(OutputField field, FieldConfiguration configuration)
    {
        if (_configuration.Options.ApplyCostDirectives && configuration.ListSize is { } listSize)
        {
            field.Directives.RemoveAll(static d => d.Name == CostDirectives.ListSize.Name);
            field.Directives.Add(CostDirectives.CreateListSize(listSize.ToDirective()));
        }

        // A weight that the author gives stands for the whole field, its filter and its order included.
        if (configuration.Cost is { } weight)
        {
            ApplyCost(field.Directives, weight);
            return;
        }

        foreach (var argument in field.Arguments)
        {
            ApplyDefaultCost(argument, argument.Features.Get<ConventionalCost>()?.Weight);
        }

        if (IsAsynchronous(field, configuration))
        {
            ApplyDefaultCost(field, CostOptions.DefaultResolverCost);
        }
    }

    private static bool IsAsynchronous(OutputField field, FieldConfiguration configuration)
        => field.Features.Get<IFieldPlanner>() is not null
            || (configuration.Member is MethodInfo method && ClrTypeReference.IsAsynchronous(method.ReturnType));
}
