using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace Headless.GraphQL.Tests.Conformance;

/// <summary>Asks graphql-js through <c>tests/conformance/oracle.mjs</c>.</summary>
/// <remarks>
/// A test is skipped where Node.js or the installed packages are absent; with <c>CI=true</c> in the environment
/// the packages are installed first, and what is absent is a failure.
/// </remarks>
internal static class ReferenceImplementation
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly SemaphoreSlim Installation = new(1);

    private static bool IsRequired =>
        string.Equals(Environment.GetEnvironmentVariable("CI"), "true", StringComparison.OrdinalIgnoreCase);

    /// <summary>The folder <c>tests/conformance</c> of the repository.</summary>
    public static string Directory { get; } = FindDirectory();

    /// <summary>Starts the oracle once and asks it about every case.</summary>
    /// <param name="mode">The mode of the oracle, as its README lists them.</param>
    /// <param name="cases">The cases; the answers have their order.</param>
    /// <param name="shared">What all cases have in common, such as a schema.</param>
    public static async Task<IReadOnlyList<TAnswer>> AskAsync<TCase, TAnswer>(
        string mode, IReadOnlyList<TCase> cases, object? shared = null)
    {
        await RequireAsync();
        var question = JsonSerializer.SerializeToUtf8Bytes(new { shared, cases }, JsonSerializerOptions.Web);
        var answers = await RunAsync("node", ["oracle.mjs", mode], question);
        var parsed = JsonSerializer.Deserialize<List<TAnswer>>(answers, JsonSerializerOptions.Web);
        parsed.ShouldNotBeNull().Count.ShouldBe(cases.Count);
        return parsed;
    }

    private static async Task RequireAsync()
    {
        await Installation.WaitAsync();
        try
        {
            if (System.IO.Directory.Exists(Path.Combine(Directory, "node_modules", "graphql")))
            {
                return;
            }

            if (!IsRequired)
            {
                Assert.Skip("The packages of tests/conformance are not installed: run npm ci there.");
            }

            await RunAsync("npm", ["ci", "--ignore-scripts"], input: []);
        }
        finally
        {
            Installation.Release();
        }
    }

    private static async Task<string> RunAsync(string program, string[] arguments, byte[] input)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = Directory,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            UseShellExecute = false,
        };
        using var timeout = new CancellationTokenSource(Patience);
        using var process = StartOrSkip(start);
        var output = process.StandardOutput.ReadToEndAsync(timeout.Token);
        var errors = process.StandardError.ReadToEndAsync(timeout.Token);
        try
        {
            await process.StandardInput.BaseStream.WriteAsync(input, timeout.Token);
            process.StandardInput.Close();
            await process.WaitForExitAsync(timeout.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{program} took longer than {Patience}.");
        }

        process.ExitCode.ShouldBe(0, $"{program} {string.Join(' ', arguments)} failed: {await errors}");
        return await output;
    }

    private static Process StartOrSkip(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception absent) when (!IsRequired)
        {
            Assert.Skip($"{start.FileName} is not installed: {absent.Message}");
            throw;
        }
    }

    private static string FindDirectory()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var candidate = Path.Combine(folder.FullName, "tests", "conformance");
            if (File.Exists(Path.Combine(candidate, "oracle.mjs")))
            {
                return candidate;
            }
        }

        throw new DirectoryNotFoundException("tests/conformance is in no folder above the tests.");
    }
}
