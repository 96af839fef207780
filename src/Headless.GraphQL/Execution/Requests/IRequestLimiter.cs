using Headless.GraphQL.Language;

namespace Headless.GraphQL.Execution;

/// <summary>Decides whether a caller may have another request executed: by what they have asked for of late. Asked on every transport.</summary>
public interface IRequestLimiter
{
    /// <summary>Asked before anything of the request is read. An answer is a refusal: nothing is parsed.</summary>
    OperationResult? Enter(OperationRequest request);

    /// <summary>Asked once the operation is known to be valid and what it costs, before it runs. An answer is a refusal.</summary>
    OperationResult? Admit(OperationRequest request, OperationType kind, CostMetrics cost);
}
