namespace Headless.Server.Writing;

/// <summary>The section <c>Idempotency</c> of the configuration.</summary>
public sealed record IdempotencyOptions
{
    public const string SectionName = "Idempotency";

    /// <summary>How long the answer to a mutation with a key is kept; the key means another mutation afterwards.</summary>
    public TimeSpan KeepFor { get; init; } = TimeSpan.FromDays(1);

    /// <summary>Reads the section.</summary>
    /// <exception cref="InvalidOperationException">The time is shorter than a mutation may take.</exception>
    internal static IdempotencyOptions From(IConfiguration configuration)
    {
        var options = configuration.GetSection(SectionName).Get<IdempotencyOptions>() ?? new IdempotencyOptions();
        return options.KeepFor >= MutationReceipts.AnswerDelay
            ? options
            : throw new InvalidOperationException($"{SectionName}:{nameof(KeepFor)} has to be {MutationReceipts.AnswerDelay} at least.");
    }
}
