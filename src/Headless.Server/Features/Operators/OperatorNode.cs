using Headless.Server.Access;
using Headless.Server.Reading;

namespace Headless.Server.Features.Operators;

/// <summary>What an operator leads to.</summary>
[ExtendObjectType<Operator>]
public sealed class OperatorNode
{
    [GraphQLIgnore]
    public static Task<Operator?> GetOperatorAsync(
        long id, ByIdDataLoader<Operator> operators, CancellationToken cancellationToken) =>
        operators.LoadAsync(id, cancellationToken);

    [GraphQLDescription("Where they can be written to. Needs ADMINISTER, but for one's own.")]
    public static string? GetEmail([Parent($"{nameof(Operator.Id)} {nameof(Operator.Email)}")] Operator @operator, Caller caller) =>
        @operator.Id == caller.OperatorId || caller.May(Policies.Administer)
            ? @operator.Email
            : throw new GraphQLException(ErrorBuilder.New().SetMessage("The caller may not access this.").SetCode("FORBIDDEN").Build());

    [Cost(1)]
    [UsePaging(IncludeTotalCount = true)]
    [UseFiltering<GroupAssignmentFilterInput>]
    [UseSorting<GroupAssignmentSortInput>]
    [GraphQLDescription("The groups that they work in or worked in, as far as the caller may see them.")]
    public static IQueryable<GroupAssignment> GetAssignments([Parent(nameof(Operator.Id))] Operator @operator, CommunityDbContext db) =>
        db.GroupAssignments.Where(a => a.OperatorId == @operator.Id);
}
