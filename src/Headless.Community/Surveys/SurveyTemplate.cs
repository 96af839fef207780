namespace Headless.Community;

/// <summary>Questions that come ready-made. Stored nowhere: a survey that is made from one has its questions.</summary>
public enum SurveyTemplate
{
    /// <summary>One scale of satisfaction and a free text .</summary>
    Satisfaction,

    /// <summary>A scale for each of the four senses .</summary>
    FourSenses,
}

/// <summary>The questions of each template.</summary>
public static class SurveyTemplates
{
    /// <summary>The questions in their order, from 1 (not at all) to 5 (very much).</summary>
    public static IReadOnlyList<SurveyQuestion> QuestionsOf(SurveyTemplate template) => template switch
    {
        SurveyTemplate.Satisfaction =>
        [
            Scale("satisfaction", "How satisfied are you with this group? 您对本群满意吗？", SurveyMeasure.Satisfaction),
            new SurveyQuestion { Key = "satisfaction_reason", Kind = SurveyQuestionKind.Text, Text = "What should we do better? 我们哪里可以做得更好？", IsRequired = false },
        ],
        SurveyTemplate.FourSenses =>
        [
            Scale("ritual", "Being here feels special: there are rules and regular occasions. 仪式感", SurveyMeasure.Ritual),
            Scale("participation", "I can take part, and what I say counts. 参与感", SurveyMeasure.Participation),
            Scale("organisation", "The group is well run, and everyone knows who does what. 组织感", SurveyMeasure.Organisation),
            Scale("belonging", "I belong here. 归属感", SurveyMeasure.Belonging),
        ],
        _ => throw new ArgumentOutOfRangeException(nameof(template), template, "The template has no questions."),
    };

    private static SurveyQuestion Scale(string key, string text, SurveyMeasure measure) =>
        new() { Key = key, Kind = SurveyQuestionKind.Scale, Text = text, Measure = measure, ScaleMin = 1, ScaleMax = 5 };
}
