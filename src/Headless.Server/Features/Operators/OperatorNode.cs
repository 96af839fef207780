namespace Headless.Server.Features.Operators;

/// <summary>How an operator is found.</summary>
[ExtendObjectType<Operator>]
public sealed class OperatorNode
{
    [GraphQLIgnore]
    public static Task<Operator?> GetOperatorAsync(long id, OperatorByIdDataLoader operators, CancellationToken cancellationToken) =>
        operators.LoadAsync(id, cancellationToken);
}
