using FluentValidation;
using Headless.Community.Ingestion;
using Headless.Server.Access;
using Headless.Server.Tracking;
using Headless.Server.Writing;

namespace Headless.Server.Features.Tracking;

[GraphQLDescription("Views that a page reports. With the header Idempotency-Key a request that is sent again counts once.")]
public sealed record RecordPageViewsInput(
    [property: ID<TrackedPage>] [property: GraphQLDescription("The page; its counting is REPORTS.")] long PageId,
    [property: Cost(0)] [property: GraphQLDescription("1 to 1 000 of them.")] IReadOnlyList<PageViewInput> Views);

[GraphQLDescription("Views of one visitor.")]
public sealed record PageViewInput(
    [property: GraphQLDescription("What the page calls the visitor, at most 200 characters: the same name on a day is the same visitor. A hash of it is kept for two days, then nothing.")] string Visitor,
    [property: GraphQLDescription("When it was: within the last 24 hours; now unless given.")] DateTimeOffset? OccurredAt,
    [property: GraphQLDescription("How many views, 1 to 200; 1 unless given.")] int? Count);

/// <summary>The rules of <see cref="RecordPageViewsInput"/>.</summary>
public sealed class RecordPageViewsValidator : AbstractValidator<RecordPageViewsInput>
{
    private const int MaxViews = 1_000;
    private const int VisitorMaxLength = 200;

    public RecordPageViewsValidator(TimeProvider clock)
    {
        RuleFor(i => i.Views).Must(views => views.Count is > 0 and <= MaxViews).WithErrorCode("TOO_MANY_VIEWS").WithMessage($"Report 1 to {MaxViews} of them at once.");
        RuleForEach(i => i.Views).ChildRules(view =>
        {
            view.RuleFor(v => v.Visitor).NotEmpty().MaximumLength(VisitorMaxLength).PlainText();
            view.RuleFor(v => v.Count).InclusiveBetween(1, PageViewCounting.MaxViews);
            view.RuleFor(v => v.OccurredAt)
                .Must(at => at is null || (at <= clock.GetUtcNow() + ActivityIngestion.ClockTolerance && at >= clock.GetUtcNow() - PageViewCounting.Lateness))
                .WithErrorCode("OUT_OF_TIME").WithMessage("'{PropertyName}' must lie within the last 24 hours: who visited a page before is not known any more.");
        });
    }
}

[GraphQLDescription("What became of a report of views.")]
public sealed record PageViewReport(
    [property: GraphQLDescription("How many views were counted: those of a visitor beyond 200 on a day were not.")] long Views,
    [property: GraphQLDescription("How many visitors were new on their day.")] long NewVisitors);

/// <summary>Takes in views that pages report.</summary>
[ExtendObjectType(OperationTypeNames.Mutation)]
public sealed class RecordPageViewsMutation
{
    [Authorize(Policies.RecordActivities)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<DomainException>]
    [UseMutationConvention(PayloadFieldName = "report")]
    [GraphQLDescription("Counts views that a page reports itself, for pages whose counting is REPORTS.")]
    public static async Task<PageViewReport> RecordPageViewsAsync(
        RecordPageViewsInput input, CommunityWriter writer, VisitorKeys visitors, ReportingCalendar calendar, TimeProvider clock, CancellationToken cancellationToken)
    {
        // Before the transaction: the first of a day makes its salt in one of its own.
        var hits = new List<PageHit>();
        foreach (var view in input.Views.Where(v => v.Visitor is not null))
        {
            var day = calendar.DayOf((view.OccurredAt ?? clock.GetUtcNow()).UtcDateTime);
            hits.Add(new PageHit(input.PageId, null, IsOfPage: true, day, await visitors.OfNameAsync(day, input.PageId, view.Visitor, cancellationToken), view.Count ?? 1));
        }

        return await writer.WriteAsync(
            input,
            async session =>
            {
                var page = await session.FindAsync<TrackedPage>(input.PageId, "pageId");
                page.RequireActive();
                if (page.Counting != PageCounting.Reports)
                {
                    throw new DomainException(DomainErrorCodes.PageCountsClicks, "The views of this page are the clicks on its links: make a page with counting REPORTS to report them.");
                }

                var change = await ClickCounting.CountAsync(session, hits);
                return new PageViewReport(change.Sum(c => c.Views), change.Sum(c => c.Visitors));
            },
            cancellationToken);
    }
}
