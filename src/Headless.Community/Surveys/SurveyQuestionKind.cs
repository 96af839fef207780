namespace Headless.Community;

/// <summary>How a question is answered. Stored as a number: a value is never changed or given again.</summary>
public enum SurveyQuestionKind : byte
{
    /// <summary>One of its options.</summary>
    SingleChoice = 1,

    /// <summary>Any number of its options, at least one.</summary>
    MultipleChoice = 2,

    /// <summary>A whole number from its minimum to its maximum.</summary>
    Scale = 3,

    /// <summary>A number.</summary>
    Number = 4,

    Text = 5,
}
