#if IN_TREE_ENGINE
using Headless.GraphQL.Execution;
using Headless.Server.Access;

namespace Headless.Server.Hosting;

/// <summary>The subscribers of one operator with the same rights share what an event is answered with: they see the same rows and fields.</summary>
internal sealed class CallerAudience : IEventAudience
{
    public object? Of(OperationRequest request)
    {
        var caller = request.Services.GetRequiredService<Caller>();
        return caller.OperatorId is { } operatorId
            ? (operatorId, caller.Role, caller.KeyId, string.Join(' ', caller.Principal.FindAll(Policies.ClaimType).Select(claim => claim.Value).Order(StringComparer.Ordinal)))
            : null;
    }
}
#endif
