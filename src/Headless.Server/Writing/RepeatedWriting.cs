namespace Headless.Server.Writing;

/// <summary>Writes that two callers may begin at the same moment, and of which the second finds what the first has made.</summary>
internal static class RepeatedWriting
{
    private const int MaxAttempts = 4;

    /// <summary>A refusal by the database, or a key that was there at the second look and not at the first: somebody was faster.</summary>
    private static readonly string[] s_raced = ["input", "idempotencyKey"];

    /// <summary>
    /// As <see cref="CommunityWriter.WriteAsync"/>. Where the database refuses a row because somebody else has made it in between, the
    /// work begins again, and finds that row.
    /// </summary>
    public static async Task<TResult> WriteRepeatedlyAsync<TInput, TResult>(
        this CommunityWriter writer, TInput input, Func<WriteSession, Task<TResult>> work, CancellationToken ct)
        where TInput : notnull
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await writer.WriteAsync(input, work, ct);
            }
            catch (AlreadyExistsException exception) when (s_raced.Contains(exception.Path) && attempt < MaxAttempts)
            {
            }
        }
    }
}
