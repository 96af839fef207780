using Headless.Server.Access;
using Headless.Server.Reading;

namespace Headless.Server.Features.Feedback;

/// <summary>Feedback as a list and by id.</summary>
[ExtendObjectType(OperationTypeNames.Query)]
public sealed class FeedbackQueries
{
    [Authorize(Policies.Read)]
    [UsePaging(IncludeTotalCount = true)]
    [UseProjection]
    [UseFiltering<FeedbackFilterInput>]
    [UseSorting<FeedbackSortInput>]
    [GraphQLDescription("What was said about company, product and service, and what research and visits found out.")]
    public static IQueryable<Community.Feedback> GetFeedback(CommunityDbContext db) => db.Feedback;

    [Authorize(Policies.Read)]
    [GraphQLDescription("One piece of feedback; null where there is none or the caller may not see it.")]
    public static Task<Community.Feedback?> GetFeedbackByIdAsync(
        [ID<Community.Feedback>] [GraphQLDescription("The feedback's global id.")] long id,
        ByIdDataLoader<Community.Feedback> feedback,
        CancellationToken cancellationToken) => feedback.LoadAsync(id, cancellationToken);
}
