using System.ComponentModel;
using System.Diagnostics;
using Headless.Server.Tests.Architecture;

namespace Headless.Server.Tests.Conformance;

/// <summary>Runs the scripts of a folder of <c>tests/conformance</c> against a server.</summary>
/// <remarks>
/// A test is skipped where Node.js or the installed packages are absent; with <c>CI=true</c> in the environment the packages
/// are installed first, and what is absent is a failure.
/// </remarks>
internal sealed class NodeScripts
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(2);

    private readonly SemaphoreSlim _installation = new(1);
    private readonly string _name;
    private readonly string _directory;

    private NodeScripts(string name)
    {
        _name = name;
        _directory = Path.Combine(Repository.Root, "tests", "conformance", name);
    }

    /// <summary>Clients of the server.</summary>
    public static NodeScripts Clients { get; } = new("clients");

    /// <summary>Compilers and checkers that run over the published schema.</summary>
    public static NodeScripts Tools { get; } = new("tools");

    private static bool IsRequired => string.Equals(Environment.GetEnvironmentVariable("CI"), "true", StringComparison.OrdinalIgnoreCase);

    /// <summary>Runs a script to its end and gives what it printed; fails when it fails.</summary>
    /// <param name="script">Its file name.</param>
    /// <param name="url">The endpoint, in its environment as <c>GRAPHQL_URL</c>; null where it needs no server.</param>
    /// <param name="environment">What else it finds in its environment.</param>
    public async Task<string> RunAsync(string script, Uri? url, params (string Name, string Value)[] environment)
    {
        await RequireAsync();
        return await RunAsync("node", [script], [("GRAPHQL_URL", url?.AbsoluteUri), .. environment]);
    }

    private async Task RequireAsync()
    {
        await _installation.WaitAsync();
        try
        {
            if (Directory.Exists(Path.Combine(_directory, "node_modules", "graphql")))
            {
                return;
            }

            if (!IsRequired)
            {
                Assert.Skip($"The packages of tests/conformance/{_name} are not installed: run npm ci there.");
            }

            await RunAsync("npm", ["ci", "--ignore-scripts"], []);
        }
        finally
        {
            _installation.Release();
        }
    }

    private async Task<string> RunAsync(string program, string[] arguments, (string Name, string? Value)[] environment)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = _directory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

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
}
