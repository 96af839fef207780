using System.Text.Json;

namespace Headless.Community;

/// <summary>The steps that one kind of thing may take from state to state.</summary>
internal sealed class StateMachine<TState>(string subject, params (TState From, TState To)[] steps)
    where TState : struct, Enum
{
    private readonly HashSet<(TState From, TState To)> _steps = [.. steps];

    /// <summary>Returns <paramref name="to"/>, or refuses the step.</summary>
    /// <exception cref="InvalidTransitionException">The step is not one of this machine's.</exception>
    public TState Step(TState from, TState to) =>
        _steps.Contains((from, to))
            ? to
            : throw new InvalidTransitionException(
                subject,
                Spell(from),
                Spell(to),
                [.. steps.Where(step => step.From.Equals(from)).Select(step => Spell(step.To))]);

    /// <summary>As the other, for a step that is taken from some states only, though others lead there too.</summary>
    /// <exception cref="InvalidTransitionException">The step is not one of this machine's, or not from one of those.</exception>
    public TState Step(TState from, TState to, params ReadOnlySpan<TState> only) =>
        only.Contains(from)
            ? Step(from, to)
            : throw new InvalidTransitionException(
                subject,
                Spell(from),
                Spell(to),
                [.. steps.Where(step => step.From.Equals(from) && !step.To.Equals(to)).Select(step => Spell(step.To))]);

    private static string Spell(TState state) => JsonNamingPolicy.SnakeCaseUpper.ConvertName(state.ToString());
}
