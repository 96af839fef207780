namespace Headless.Community;

/// <summary>A group's positioning: six answers that it needs before it opens, and the tone that it keeps.</summary>
public sealed class GroupPositioning
{
    public const int AnswerMaxLength = 1000;

    /// <summary>Why the group exists: the need that it meets.</summary>
    public string? Why { get; set; }

    /// <summary>What it offers: the value to a member.</summary>
    public string? What { get; set; }

    /// <summary>For whom it is, and what they have in common.</summary>
    public string? Who { get; set; }

    /// <summary>Where it lives and where its people come from.</summary>
    public string? Where { get; set; }

    /// <summary>When things happen in it, and how long it lasts.</summary>
    public string? When { get; set; }

    /// <summary>How it is run: its norms.</summary>
    public string? How { get; set; }

    /// <summary>How one talks in it. Good to have; a group opens without it.</summary>
    public string? Tone { get; set; }

    /// <summary>The questions that have no answer yet.</summary>
    public IReadOnlyList<PositioningQuestion> Missing =>
    [
        .. new (PositioningQuestion Question, string? Answer)[]
        {
            (PositioningQuestion.Why, Why),
            (PositioningQuestion.What, What),
            (PositioningQuestion.Who, Who),
            (PositioningQuestion.Where, Where),
            (PositioningQuestion.When, When),
            (PositioningQuestion.How, How),
        }.Where(pair => string.IsNullOrWhiteSpace(pair.Answer)).Select(pair => pair.Question),
    ];
}
