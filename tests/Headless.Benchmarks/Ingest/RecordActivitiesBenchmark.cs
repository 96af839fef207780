using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;

namespace Headless.Benchmarks.Ingest;

/// <summary>
/// <c>recordActivities</c> in batches of 500 over HTTP against the product itself: its access check, validation, transaction and rollups.
/// The requests are made before the clock starts.
/// </summary>
internal static class RecordActivitiesBenchmark
{
    private const int RowsOfBatch = 500;
    private const int Members = 5_000;
    private const int WarmUpBatches = 60;

    private const string Operation =
        """
        mutation Record($input: RecordActivitiesInput!) {
          recordActivities(input: $input) {
            report { acceptedCount duplicateCount rejectedCount }
            errors { __typename }
          }
        }
        """;

    public static async Task RunAsync(string database, int batches, int clients)
    {
        await using var server = await ChildServer.StartAsync(
            "headless", "Headless.Server", "health",
            url => ["--urls", url],
            ("ASPNETCORE_ENVIRONMENT", "Development"),
            ("Demo__Load", "false"),
            ("Database__ConnectionString", $"Data Source={database}"),
            ("Logging__LogLevel__Default", "Warning"));
        await PostAsync(server, Body(new
        {
            query = """mutation { createGroup(input: { name: "benchmark", platform: IRC, externalId: "benchmark", type: TRAFFIC, positioning: { why: "w", what: "w", who: "w", where: "w", when: "w", how: "h" } }) { group { id } errors { __typename } } }""",
        }));
        await OpenGroupAsync(server);

        var random = new Random(42);
        var bodies = Enumerable.Range(0, WarmUpBatches + batches).Select(batch => Batch(random, batch)).ToArray();
        var before = await CountAsync(server, bodies[..WarmUpBatches], 1);
        var processor = server.ProcessorTime;
        var begin = Stopwatch.GetTimestamp();
        var accepted = await CountAsync(server, bodies[WarmUpBatches..], clients);
        var elapsed = Stopwatch.GetElapsedTime(begin);
        processor = server.ProcessorTime - processor;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"  {clients} client(s): {accepted} accepted of {batches * RowsOfBatch} in {batches} requests ({bodies[^1].Length / 1024} KiB each), {elapsed.TotalSeconds:F2} s, {accepted / elapsed.TotalSeconds:F0} activities/s ({accepted / processor.TotalSeconds:F0} for a second of processor), server {server.WorkingSet / 1e6:F0} MB ({before} in the warm-up)"));
    }

    private static async Task<int> CountAsync(ChildServer server, byte[][] bodies, int clients)
    {
        var accepted = 0;
        var next = -1;
        await Task.WhenAll(Enumerable.Range(0, clients).Select(_ => Task.Run(async () =>
        {
            for (int i; (i = Interlocked.Increment(ref next)) < bodies.Length;)
            {
                var report = (await PostAsync(server, bodies[i])).GetProperty("recordActivities").GetProperty("report");
                Interlocked.Add(ref accepted, report.GetProperty("acceptedCount").GetInt32());
            }
        })));
        return accepted;
    }

    /// <summary>Most of it messages, every tenth row a join or a leave; one minute is a second of the community.</summary>
    private static byte[] Batch(Random random, int batch)
    {
        var begin = new DateTime(2025, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddMinutes(batch);
        var rows = Enumerable.Range(0, RowsOfBatch).Select(row =>
        {
            var member = random.Next(Members);
            var kind = random.Next(20) switch { 0 => "JOIN", 1 => "LEAVE", _ => "MESSAGE" };
            return new
            {
                kind,
                externalId = $"{batch}-{row}",
                occurredAt = begin.AddMilliseconds(row * 100),
                group = new { platform = "IRC", externalId = "benchmark" },
                member = new { platform = "IRC", externalId = $"user{member}", displayName = $"User {member}" },
                text = kind == "MESSAGE" ? $"message {row} of batch {batch}, which says something of a usual length" : null,
            };
        });
        return Body(new { query = Operation, variables = new { input = new { source = "benchmark", activities = rows } } });
    }

    private static byte[] Body(object request) => JsonSerializer.SerializeToUtf8Bytes(request);

    private static async Task OpenGroupAsync(ChildServer server)
    {
        var groups = await PostAsync(server, Body(new { query = "{ groups(first: 1) { nodes { id status } } }" }));
        var group = groups.GetProperty("groups").GetProperty("nodes")[0];
        if (group.GetProperty("status").GetString() != "OPEN")
        {
            await PostAsync(server, Body(new
            {
                query = "mutation($id: ID!) { openGroup(input: { id: $id }) { group { id } errors { __typename } } }",
                variables = new { id = group.GetProperty("id").GetString() },
            }));
        }
    }

    /// <exception cref="InvalidDataException">The answer has errors.</exception>
    private static async Task<JsonElement> PostAsync(ChildServer server, byte[] body)
    {
        using var content = new ByteArrayContent(body);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        using var response = await server.Client.PostAsync("graphql", content);
        using var answer = JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync());
        return !answer.RootElement.TryGetProperty("errors", out var errors)
            ? answer.RootElement.GetProperty("data").Clone()
            : throw new InvalidDataException($"The server answered {(int)response.StatusCode}: {errors}");
    }
}
