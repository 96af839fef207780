namespace Headless.Community.Tests;

/// <summary>Short forms that the rule tests share.</summary>
internal static class RuleAssertions
{
    public static readonly DateTime Noon = new(2026, 3, 5, 12, 0, 0, DateTimeKind.Utc);

    public static void ShouldBeRefused(Action action, string code) => Should.Throw<DomainException>(action).Code.ShouldBe(code);

    /// <summary>Tries every step from every state and returns those that were taken, as "FROM → TO".</summary>
    public static IEnumerable<string> AllowedSteps<TState>(IReadOnlyDictionary<TState, Action<TState>> steps)
        where TState : struct, Enum
    {
        foreach (var from in Enum.GetValues<TState>())
        {
            foreach (var (to, step) in steps)
            {
                InvalidTransitionException? refusal = null;
                try
                {
                    step(from);
                }
                catch (InvalidTransitionException exception)
                {
                    refusal = exception;
                }

                if (refusal is null)
                {
                    yield return $"{from} → {to}";
                }
                else
                {
                    refusal.Code.ShouldBe("INVALID_TRANSITION");
                    refusal.Allowed.ShouldNotContain(refusal.To);
                }
            }
        }
    }
}
