using Headless.GraphQL.Execution;
using Microsoft.AspNetCore.Http;

namespace Headless.GraphQL.AspNetCore.Http;

/// <summary>
/// <c>GraphQL-Cost: report</c> asks for the operation's cost beside its result, <c>GraphQL-Cost: validate</c> for the cost instead of
/// it; any other value is ignored. The names are HotChocolate's.
/// </summary>
internal static class CostHeader
{
    private const string Name = "GraphQL-Cost";

    public static void Apply(IHeaderDictionary headers, OperationRequestBuilder builder)
    {
        if (!headers.TryGetValue(Name, out var values))
        {
            return;
        }

        switch (values.ToString())
        {
            case "report":
                builder.ReportCost();
                break;
            case "validate":
                builder.ValidateCost();
                break;
        }
    }
}
