using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using Shouldly;
using Xunit;

namespace Headless.Conformance;

/// <summary>A folder with scripts for Node.js and the packages that they need: compiled into each test project that runs some.</summary>
/// <remarks>
/// A test is skipped where Node.js or the installed packages are absent; with <c>CI=true</c> in the environment the packages are
/// installed first, and what is absent is a failure.
/// </remarks>
internal sealed class NodePackage
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(2);

    private readonly SemaphoreSlim _installation = new(1);

    private NodePackage(string name) => Folder = Find(Path.Combine("tests", "conformance", name));

    /// <summary>graphql-js, and what it is asked.</summary>
    public static NodePackage ReferenceImplementation { get; } = new("");

    /// <summary>Clients of a running server.</summary>
    public static NodePackage Clients { get; } = new("clients");

    /// <summary>Compilers and checkers that run over the published schema.</summary>
    public static NodePackage Tools { get; } = new("tools");

    /// <summary>The whole path.</summary>
    public string Folder { get; }

    private static bool IsRequired => string.Equals(Environment.GetEnvironmentVariable("CI"), "true", StringComparison.OrdinalIgnoreCase);

    /// <summary>Runs a script against a server; gives what it printed.</summary>
    /// <param name="script">Its file name.</param>
    /// <param name="url">The endpoint, in its environment as <c>GRAPHQL_URL</c>.</param>
    /// <param name="environment">What else it finds in its environment.</param>
    public Task<string> RunAsync(string script, Uri url, params (string Name, string Value)[] environment)
        => RunAsync([script], input: [], [("GRAPHQL_URL", url.AbsoluteUri), .. environment]);

    /// <summary>Runs a script to its end and gives what it printed; fails when it fails.</summary>
    /// <param name="arguments">Its file name, and what follows it on the command line.</param>
    /// <param name="input">What it finds on standard input.</param>
    /// <param name="environment">What it finds in its environment beside ours.</param>
    public async Task<string> RunAsync(string[] arguments, byte[] input, params (string Name, string Value)[] environment)
    {
        await RequirePackagesAsync();
        return await RunProcessAsync("node", arguments, input, environment);
    }

    private async Task RequirePackagesAsync()
    {
        await _installation.WaitAsync();
        try
        {
            if (Directory.Exists(Path.Combine(Folder, "node_modules", "graphql")))
            {
                return;
            }

            if (!IsRequired)
            {
                Assert.Skip($"The packages of {Folder} are not installed: run npm ci there.");
            }

            await RunProcessAsync("npm", ["ci", "--ignore-scripts"], input: [], []);
        }
        finally
        {
            _installation.Release();
        }
    }

    private async Task<string> RunProcessAsync(string program, string[] arguments, byte[] input, (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
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
            await process.StandardInput.BaseStream.WriteAsync(input, timeout.Token);
            process.StandardInput.Close();
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

    private static string Find(string path)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var candidate = Path.Combine(folder.FullName, path);
            if (File.Exists(Path.Combine(candidate, "package.json")))
            {
                return candidate;
            }
        }

        throw new DirectoryNotFoundException($"{path} is in no folder above the tests.");
    }
}
