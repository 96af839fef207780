namespace Headless.Server.Features.Surveys;

/// <summary><c>enum SurveyStatus</c>.</summary>
public sealed class SurveyStatusEnumType : EnumType<SurveyStatus>
{
    protected override void Configure(IEnumTypeDescriptor<SurveyStatus> descriptor)
    {
        descriptor.Description("Whether a survey can be answered: DRAFT → OPEN → CLOSED.");
        descriptor.Value(SurveyStatus.Draft).Description("Its questions can be changed.");
        descriptor.Value(SurveyStatus.Open).Description("It can be answered; its questions are fixed.");
        descriptor.Value(SurveyStatus.Closed).Description("Its answers are final.");
    }
}

/// <summary><c>enum SurveyQuestionKind</c>.</summary>
public sealed class SurveyQuestionKindEnumType : EnumType<SurveyQuestionKind>
{
    protected override void Configure(IEnumTypeDescriptor<SurveyQuestionKind> descriptor)
    {
        descriptor.Description("How a question is answered.");
        descriptor.Value(SurveyQuestionKind.SingleChoice).Description("By one of its options.");
        descriptor.Value(SurveyQuestionKind.MultipleChoice).Description("By one or more of its options.");
        descriptor.Value(SurveyQuestionKind.Scale).Description("By a whole number from scaleMin to scaleMax.");
        descriptor.Value(SurveyQuestionKind.Number).Description("By a number.");
        descriptor.Value(SurveyQuestionKind.Text).Description("In words.");
    }
}

/// <summary><c>enum SurveyMeasure</c>.</summary>
public sealed class SurveyMeasureEnumType : EnumType<SurveyMeasure>
{
    protected override void Configure(IEnumTypeDescriptor<SurveyMeasure> descriptor)
    {
        descriptor.Description("What a scale measures, across surveys.");
        descriptor.Value(SurveyMeasure.Satisfaction).Description("Satisfaction with the group.");
        descriptor.Value(SurveyMeasure.Ritual).Description("仪式感, the sense of ritual.");
        descriptor.Value(SurveyMeasure.Participation).Description("参与感, the sense of taking part.");
        descriptor.Value(SurveyMeasure.Organisation).Description("组织感, the sense of order.");
        descriptor.Value(SurveyMeasure.Belonging).Description("归属感, the sense of belonging.");
        descriptor.Value(SurveyMeasure.PeerSimilarity).Description("Whether they meet people like themselves there.");
    }
}

/// <summary><c>enum SurveyTemplate</c>.</summary>
public sealed class SurveyTemplateEnumType : EnumType<SurveyTemplate>
{
    protected override void Configure(IEnumTypeDescriptor<SurveyTemplate> descriptor)
    {
        descriptor.Description("Questions that come ready-made.");
        descriptor.Value(SurveyTemplate.Satisfaction).Description("A scale of satisfaction from 1 to 5 and, if they like, what should be better.");
        descriptor.Value(SurveyTemplate.FourSenses).Description("A scale from 1 to 5 for each of the four senses: ritual, participation, organisation, belonging.");
    }
}
