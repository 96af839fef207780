using Headless.Server.Access;
using Headless.Server.Reading;

namespace Headless.Server.Features.Surveys;

/// <summary>Surveys as a list and by id.</summary>
[ExtendObjectType(OperationTypeNames.Query)]
public sealed class SurveyQueries
{
    [Authorize(Policies.Read)]
    [UsePaging(IncludeTotalCount = true)]
    [UseProjection]
    [UseFiltering<SurveyFilterInput>]
    [UseSorting<SurveySortInput>]
    [GraphQLDescription("Surveys: those of the whole community, and those of groups that the caller may see.")]
    public static IQueryable<Survey> GetSurveys(CommunityDbContext db) => db.Surveys;

    [Authorize(Policies.Read)]
    [GraphQLDescription("One survey; null where there is none or the caller may not see it.")]
    public static Task<Survey?> GetSurveyByIdAsync(
        [ID<Survey>] [GraphQLDescription("The survey's global id.")] long id, ByIdDataLoader<Survey> surveys, CancellationToken cancellationToken) =>
        surveys.LoadAsync(id, cancellationToken);
}
