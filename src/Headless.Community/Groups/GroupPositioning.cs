namespace Headless.Community;

/// <summary>A group's positioning: six answers that are given before it opens.</summary>
public sealed class GroupPositioning
{
    public const int AnswerMaxLength = 1000;

    /// <summary>Why the group exists.</summary>
    public string? Why { get; set; }

    /// <summary>What it offers.</summary>
    public string? What { get; set; }

    /// <summary>For whom it is.</summary>
    public string? Who { get; set; }

    /// <summary>Where it lives and where its people come from.</summary>
    public string? Where { get; set; }

    /// <summary>When things happen in it.</summary>
    public string? When { get; set; }

    /// <summary>How it is run.</summary>
    public string? How { get; set; }
}
