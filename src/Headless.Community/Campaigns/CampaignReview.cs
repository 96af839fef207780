namespace Headless.Community;

/// <summary>复盘 in parts: what went well, what did not, what to do, and the numbers as they were when it was first written.</summary>
public sealed class CampaignReview : Entity
{
    public const int TextMaxLength = 10_000;
    public const int MaxActions = 30;
    public const int FiguresMaxLength = 4_000;

    public long CampaignId { get; init; }

    public Campaign Campaign { get; init; } = null!;

    public required string WentWell { get; set; }

    /// <summary>What did not work .</summary>
    public required string Defects { get; set; }

    /// <summary><see cref="CampaignFigures"/> as JSON: written once, never computed again.</summary>
    public required string Figures { get; init; }

    /// <summary>When the figures were taken, UTC.</summary>
    public DateTime FiguresAt { get; init; }

    public long? AuthorId { get; set; }

    /// <summary>Who wrote it last.</summary>
    public Operator? Author { get; init; }

    public List<CampaignReviewAction> Actions { get; } = [];
}

/// <summary>What somebody is to do after a campaign.</summary>
public sealed class CampaignReviewAction : Entity
{
    public const int TextMaxLength = 500;

    public long ReviewId { get; init; }

    public CampaignReview Review { get; init; } = null!;

    public int Position { get; set; }

    public required string Text { get; init; }

    public DateOnly? DueOn { get; set; }

    /// <summary>When it was done, UTC; null: it is to be done.</summary>
    public DateTime? DoneAt { get; private set; }

    public long? DoneById { get; private set; }

    public Operator? DoneBy { get; init; }

    /// <exception cref="DomainException"><see cref="DomainErrorCodes.AlreadyDone"/>.</exception>
    public void Complete(long? byId, DateTime at)
    {
        if (DoneAt is not null)
        {
            throw new DomainException(DomainErrorCodes.AlreadyDone, "It is done already.");
        }

        (DoneAt, DoneById) = (at, byId);
    }
}

/// <summary>What a campaign came to, over everything, whoever asks.</summary>
/// <param name="Groups">In how many groups it ran.</param>
/// <param name="Members">How many customers were in them when it ended, each once.</param>
/// <param name="Joins">How many joined them from its start to its end.</param>
/// <param name="Leaves">How many left them.</param>
/// <param name="Orders">Orders put down to it that stand as PAID.</param>
/// <param name="Buyers">How many known members bought.</param>
/// <param name="Revenue">What they paid less what went back, by currency.</param>
/// <param name="Costs">What was entered as its costs, by currency.</param>
/// <param name="Feedback">How often members said something about it.</param>
public sealed record CampaignFigures(
    int Groups, long Members, long Joins, long Leaves, long Orders, long Buyers, IReadOnlyList<CampaignAmount> Revenue, IReadOnlyList<CampaignAmount> Costs, long Feedback);

/// <summary>An amount of a campaign's figures.</summary>
public sealed record CampaignAmount(decimal Amount, string Currency);
