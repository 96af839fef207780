using Headless.Server.Access;
using Headless.Server.Reading;

namespace Headless.Server.Features.Operators;

/// <summary>Operators as a list and by id, and the one who asks.</summary>
[ExtendObjectType(OperationTypeNames.Query)]
public sealed class OperatorQueries
{
    [Authorize]
    [GraphQLDescription("The operator who sends this request, and what they may do with it.")]
    public static Viewer GetViewer(Caller caller) => Viewer.Of(caller);

    [Authorize(Policies.Read)]
    [UsePaging(IncludeTotalCount = true)]
    [UseProjection]
    [UseFiltering<OperatorFilterInput>]
    [UseSorting<OperatorSortInput>]
    [GraphQLDescription("The organisation's operators.")]
    public static IQueryable<Operator> GetOperators(CommunityDbContext db) => db.Operators;

    [Authorize(Policies.Read)]
    [GraphQLDescription("One operator; null where there is none.")]
    public static Task<Operator?> GetOperatorByIdAsync(
        [ID<Operator>] [GraphQLDescription("The operator's global id.")] long id,
        ByIdDataLoader<Operator> operators,
        CancellationToken cancellationToken) => operators.LoadAsync(id, cancellationToken);
}
