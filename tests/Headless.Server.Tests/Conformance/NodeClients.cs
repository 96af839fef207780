using System.ComponentModel;
using System.Diagnostics;

namespace Headless.Server.Tests.Conformance;

/// <summary>Runs the scripts of <c>tests/conformance/clients</c> against a server.</summary>
/// <remarks>
/// A test is skipped where Node.js or the installed packages are absent; with <c>CI=true</c> in the environment the packages
/// are installed first, and what is absent is a failure.
/// </remarks>
internal static class NodeClients
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(2);
    private static readonly SemaphoreSlim s_installation = new(1);
    private static readonly string s_directory = FindDirectory();

    private static bool IsRequired => string.Equals(Environment.GetEnvironmentVariable("CI"), "true", StringComparison.OrdinalIgnoreCase);

    /// <summary>Runs a client to its end and gives what it printed; fails when it fails.</summary>
    public static async Task<string> RunAsync(string script, Uri url)
    {
        await RequireAsync(s_directory);
        return await RunAsync(s_directory, "node", [script], url);
    }

    /// <summary>Runs a script of the folder above, with the reference implementation.</summary>
    public static async Task<string> RunReferenceAsync(string script)
    {
        var directory = Path.GetDirectoryName(s_directory)!;
        await RequireAsync(directory);
        return await RunAsync(directory, "node", [script], url: null);
    }

    private static async Task RequireAsync(string directory)
    {
        await s_installation.WaitAsync();
        try
        {
            if (Directory.Exists(Path.Combine(directory, "node_modules", "graphql")))
            {
                return;
            }

            if (!IsRequired)
            {
                Assert.Skip($"The packages of tests/conformance/{Path.GetRelativePath(Path.GetDirectoryName(s_directory)!, directory)} are not installed: run npm ci there.");
            }

            await RunAsync(directory, "npm", ["ci", "--ignore-scripts"], url: null);
        }
        finally
        {
            s_installation.Release();
        }
    }

    private static async Task<string> RunAsync(string directory, string program, string[] arguments, Uri? url)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = directory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        start.Environment["GRAPHQL_URL"] = url?.AbsoluteUri;
        using var timeout = new CancellationTokenSource(s_patience);
        using var process = StartOrSkip(start);
        var output = process.StandardOutput.ReadToEndAsync(timeout.Token);
        var errors = process.StandardError.ReadToEndAsync(timeout.Token);
        try
        {
            await process.WaitForExitAsync(timeout.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{program} took longer than {s_patience}.");
        }

        process.ExitCode.ShouldBe(0, $"{program} {string.Join(' ', arguments)} failed:\n{await output}\n{await errors}");
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
            var candidate = Path.Combine(folder.FullName, "tests", "conformance", "clients");
            if (File.Exists(Path.Combine(candidate, "package.json")))
            {
                return candidate;
            }
        }

        throw new DirectoryNotFoundException("tests/conformance/clients is in no folder above the tests.");
    }
}
