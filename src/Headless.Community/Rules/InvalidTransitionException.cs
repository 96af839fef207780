namespace Headless.Community;

/// <summary>A state machine does not allow the step that was asked for.</summary>
public sealed class InvalidTransitionException(string subject, string from, string to, IReadOnlyList<string> allowed)
    : DomainException(
        DomainErrorCodes.InvalidTransition,
        allowed.Count == 0
            ? $"A {subject} that is {from} cannot become {to}: {from} is final."
            : $"A {subject} that is {from} cannot become {to}. From {from} it can become {string.Join(" or ", allowed)}.")
{
    /// <summary>What has the state: "group", "campaign", "content item", "order".</summary>
    public string Subject { get; } = subject;

    /// <summary>The state it is in, as the API spells it.</summary>
    public string From { get; } = from;

    /// <summary>The state that was asked for, as the API spells it.</summary>
    public string To { get; } = to;

    /// <summary>The states that can follow <see cref="From"/>, as the API spells them.</summary>
    public IReadOnlyList<string> Allowed { get; } = allowed;
}
