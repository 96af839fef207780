using Headless.Server.Features.Groups;
using Headless.Server.Features.Members;

namespace Headless.Server.Features.Surveys;

/// <summary><c>input SurveyFilterInput</c>.</summary>
public sealed class SurveyFilterInput : FilterInputType<Survey>
{
    protected override void Configure(IFilterInputTypeDescriptor<Survey> descriptor)
    {
        descriptor.Description("Conditions on surveys; all that are given must hold.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(s => s.Id).Type<IdOperationFilterInputType>().Description("The global id.");
        descriptor.Field(s => s.Title).Description("The title.");
        descriptor.Field(s => s.Status).Description("Whether it can be answered.");
        descriptor.Field(s => s.OpenedAt).Description("When it was opened.");
        descriptor.Field(s => s.ClosesAt).Description("When it closes or was closed.");
        descriptor.Field(s => s.CreatedAt).Description("When it was made.");
        descriptor.Field(s => s.UpdatedAt).Description("When it was last changed.");
        descriptor.Field(s => s.Group).Type<GroupFilterInput>().Description("The group that it is for.");
    }
}

/// <summary><c>input SurveySortInput</c>.</summary>
public sealed class SurveySortInput : SortInputType<Survey>
{
    protected override void Configure(ISortInputTypeDescriptor<Survey> descriptor)
    {
        descriptor.Description("The order of surveys. Surveys that are equal in it are ordered by id.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(s => s.Title).Description("By title.");
        descriptor.Field(s => s.Status).Description("By status, in the order of the enum.");
        descriptor.Field(s => s.OpenedAt).Description("By time of opening.");
        descriptor.Field(s => s.ClosesAt).Description("By time of closing.");
        descriptor.Field(s => s.CreatedAt).Description("By time of making.");
        descriptor.Field(s => s.UpdatedAt).Description("By time of the last change.");
    }
}

/// <summary><c>input SurveyResponseFilterInput</c>.</summary>
public sealed class SurveyResponseFilterInput : FilterInputType<SurveyResponse>
{
    protected override void Configure(IFilterInputTypeDescriptor<SurveyResponse> descriptor)
    {
        descriptor.Description("Conditions on responses; all that are given must hold.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(r => r.Id).Type<IdOperationFilterInputType>().Description("The global id.");
        descriptor.Field(r => r.AnsweredAt).Description("When they answered last.");
        descriptor.Field(r => r.CreatedAt).Description("When they answered first.");
        descriptor.Field(r => r.Member).Type<MemberFilterInput>().Description("Who answered.");
        descriptor.Field(r => r.Group).Type<GroupFilterInput>().Description("The group for which they answered.");
    }
}

/// <summary><c>input SurveyResponseSortInput</c>.</summary>
public sealed class SurveyResponseSortInput : SortInputType<SurveyResponse>
{
    protected override void Configure(ISortInputTypeDescriptor<SurveyResponse> descriptor)
    {
        descriptor.Description("The order of responses. Responses that are equal in it are ordered by id.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(r => r.AnsweredAt).Description("By the time of the answers.");
        descriptor.Field(r => r.CreatedAt).Description("By the time of the first answers.");
    }
}

/// <summary><c>input SurveyAnswerFilterInput</c>: no text, which is personal data.</summary>
public sealed class SurveyAnswerFilterInput : FilterInputType<SurveyAnswer>
{
    protected override void Configure(IFilterInputTypeDescriptor<SurveyAnswer> descriptor)
    {
        descriptor.Description("Conditions on an answer; all that are given must hold. Name the question, and the option or the number.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(a => a.Question).Type<SurveyQuestionFilterInput>().Description("The question.");
        descriptor.Field(a => a.Option).Type<SurveyOptionFilterInput>().Description("The option that was chosen.");
        descriptor.Field(a => a.Number).Description("The answer to SCALE and NUMBER.");
    }
}

/// <summary><c>input SurveyQuestionFilterInput</c>.</summary>
public sealed class SurveyQuestionFilterInput : FilterInputType<SurveyQuestion>
{
    protected override void Configure(IFilterInputTypeDescriptor<SurveyQuestion> descriptor)
    {
        descriptor.Description("Conditions on a question; all that are given must hold.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(q => q.Id).Type<IdOperationFilterInputType>().Description("The global id.");
        descriptor.Field(q => q.Measure).Description("What it measures.");
    }
}

/// <summary><c>input SurveyOptionFilterInput</c>.</summary>
public sealed class SurveyOptionFilterInput : FilterInputType<SurveyOption>
{
    protected override void Configure(IFilterInputTypeDescriptor<SurveyOption> descriptor)
    {
        descriptor.Description("Conditions on an option.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(o => o.Id).Type<IdOperationFilterInputType>().Description("The global id.");
    }
}
