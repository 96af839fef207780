using Headless.Server.Access;

namespace Headless.Server.Features.Surveys;

/// <summary><c>type Survey</c>.</summary>
public sealed class SurveyObjectType : ObjectType<Survey>
{
    protected override void Configure(IObjectTypeDescriptor<Survey> descriptor)
    {
        descriptor.Description("Questions to members. A member has one response, which can be replaced until the survey is closed.");
        descriptor.BindFieldsExplicitly();
        descriptor.ImplementsNode().IdField(s => s.Id).ResolveNodeWith<SurveyNode>(n => SurveyNode.GetSurveyAsync(default, default!, default));
        descriptor.Field(s => s.Id).Description("The global id, stable for the life of the survey: use it as cache key.");
        descriptor.Field(s => s.Title).Description("The title.");
        descriptor.Field(s => s.Description).Description("What members are told before the first question.");
        descriptor.Field(s => s.Status).Description("Whether it can be answered.");
        descriptor.Field(s => s.OpenedAt).Description("When it was opened; null before.");
        descriptor.Field(s => s.ClosesAt).Description("When it closes by itself or was closed; null: by hand.");
        descriptor.Field(s => s.CreatedAt).Description("When it was made.");
        descriptor.Field(s => s.UpdatedAt).Description("When it was last changed; a response does not change it.");
        descriptor.Field(s => s.Version).Description("Goes up with every change. Send it back with a change to be told when somebody else was faster.");
    }
}

/// <summary><c>type SurveyQuestion</c>.</summary>
public sealed class SurveyQuestionObjectType : ObjectType<SurveyQuestion>
{
    protected override void Configure(IObjectTypeDescriptor<SurveyQuestion> descriptor)
    {
        descriptor.Description("A question of a survey. It is fixed once the survey has been opened.");
        descriptor.BindFieldsExplicitly();
        descriptor.ImplementsNode().IdField(q => q.Id).ResolveNodeWith<SurveyQuestionNode>(n => SurveyQuestionNode.GetSurveyQuestionAsync(default, default!, default));
        descriptor.Field(q => q.Id).Description("The global id: what answers and conditions name.");
        descriptor.Field(q => q.Position).Description("The place in the survey, from 0.");
        descriptor.Field(q => q.Key).Description("A name for machines, unique in the survey.");
        descriptor.Field(q => q.Kind).Description("How it is answered.");
        descriptor.Field(q => q.Text).Description("What is asked.");
        descriptor.Field(q => q.IsRequired).Description("Whether a response needs an answer to it.");
        descriptor.Field(q => q.ScaleMin).Description("SCALE: the lowest number.");
        descriptor.Field(q => q.ScaleMax).Description("SCALE: the highest number.");
        descriptor.Field(q => q.Measure).Description("SCALE: what it measures, comparable across surveys; null: this question only.");
    }
}

/// <summary><c>type SurveyOption</c>.</summary>
public sealed class SurveyOptionObjectType : ObjectType<SurveyOption>
{
    protected override void Configure(IObjectTypeDescriptor<SurveyOption> descriptor)
    {
        descriptor.Description("One of the answers from which a question lets members choose.");
        descriptor.BindFieldsExplicitly();
        descriptor.ImplementsNode().IdField(o => o.Id).ResolveNodeWith<SurveyOptionNode>(n => SurveyOptionNode.GetSurveyOptionAsync(default, default!, default));
        descriptor.Field(o => o.Id).Description("The global id: what answers and conditions name.");
        descriptor.Field(o => o.Position).Description("The place in the question, from 0.");
        descriptor.Field(o => o.Label).Description("What it says.");
    }
}

/// <summary><c>type SurveyResponse</c>.</summary>
public sealed class SurveyResponseObjectType : ObjectType<SurveyResponse>
{
    protected override void Configure(IObjectTypeDescriptor<SurveyResponse> descriptor)
    {
        descriptor.Description("A member's answers to a survey.");
        descriptor.BindFieldsExplicitly();
        descriptor.ImplementsNode().IdField(r => r.Id).ResolveNodeWith<SurveyResponseNode>(n => SurveyResponseNode.GetSurveyResponseAsync(default, default!, default));
        descriptor.Field(r => r.Id).Description("The global id.");
        descriptor.Field(r => r.AnsweredAt).Description("When they answered last.");
        descriptor.Field(r => r.CreatedAt).Description("When they answered first.");
        descriptor.Field(r => r.Version).Description("Goes up when the answers are replaced.");
    }
}

/// <summary><c>type SurveyAnswer</c>.</summary>
public sealed class SurveyAnswerObjectType : ObjectType<SurveyAnswer>
{
    protected override void Configure(IObjectTypeDescriptor<SurveyAnswer> descriptor)
    {
        descriptor.Description("One answer: an option, a number or a text. Several of them where several options were chosen.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(a => a.Number).Description("The answer to SCALE and NUMBER.");
        descriptor.Field(a => a.Text).Authorize(Policies.ReadPersonalData).Description("The answer to TEXT. Personal data: needs READ_PERSONAL_DATA.");
    }
}
