using System.Diagnostics;
using System.Net.Http.Headers;

namespace Headless.Benchmarks.People;

/// <summary>
/// Sends requests at a fixed rate whether or not answers have come. A request's time begins when it was due, so that one slow answer
/// counts for all that waited behind it.
/// </summary>
internal static class OpenLoop
{
    /// <returns>Milliseconds of each request, sorted.</returns>
    /// <exception cref="InvalidDataException">An answer has errors.</exception>
    public static async Task<double[]> RunAsync(HttpClient client, Func<int, byte[]> body, int perSecond, TimeSpan duration)
    {
        var bodies = Enumerable.Range(0, (int)(perSecond * duration.TotalSeconds)).Select(body).ToArray();
        var answers = new Task<double>[bodies.Length];
        var begin = Stopwatch.GetTimestamp();
        for (var i = 0; i < bodies.Length; i++)
        {
            var due = begin + (i * Stopwatch.Frequency / perSecond);
            if (due - Stopwatch.GetTimestamp() is > 0 and var wait)
            {
                await Task.Delay(TimeSpan.FromSeconds((double)wait / Stopwatch.Frequency));
            }

            // A timer wakes late by as much as a millisecond, which is not the server's.
            answers[i] = SendAsync(client, bodies[i], Math.Min(Stopwatch.GetTimestamp(), due + (Stopwatch.Frequency / 500)));
        }

        var times = await Task.WhenAll(answers);
        Array.Sort(times);
        return times;
    }

    /// <returns>The answer.</returns>
    /// <exception cref="InvalidDataException">The answer has errors.</exception>
    public static async Task<byte[]> SendAsync(HttpClient client, byte[] body)
    {
        using var content = new ByteArrayContent(body);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using var response = await client.PostAsync("graphql", content);
        var answer = await response.Content.ReadAsByteArrayAsync();
        return response.IsSuccessStatusCode && !answer.AsSpan().StartsWith("{\"errors\""u8)
            ? answer
            : throw new InvalidDataException($"The server answered {(int)response.StatusCode}: {System.Text.Encoding.UTF8.GetString(answer)}");
    }

    private static async Task<double> SendAsync(HttpClient client, byte[] body, long due)
    {
        await SendAsync(client, body);
        return Stopwatch.GetElapsedTime(due).TotalMilliseconds;
    }
}
