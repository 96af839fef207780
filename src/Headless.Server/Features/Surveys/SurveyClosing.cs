using Headless.Server.Timers;
using Headless.Server.Writing;

namespace Headless.Server.Features.Surveys;

/// <summary>Closes surveys at their time.</summary>
public sealed class SurveyClosing : ITimedWork
{
    private const int MaxSurveys = 200;

    public Task<bool> IsDueAsync(CommunityDbContext db, DateTime now, CancellationToken ct) => Due(db, now).AnyAsync(ct);

    public async Task RunAsync(WriteSession session)
    {
        foreach (var survey in await Due(session.Db, session.Now).OrderBy(s => s.ClosesAt).Take(MaxSurveys).ToListAsync(session.CancellationToken))
        {
            survey.Close(session.Now);
            session.RecordSurvey(ActivityKind.SurveyClosed, survey);
        }
    }

    private static IQueryable<Survey> Due(CommunityDbContext db, DateTime now) => db.Surveys.Where(s => s.Status == SurveyStatus.Open && s.ClosesAt <= now);
}
