using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;

namespace Headless.Server.Tests.Commands;

/// <summary>The server's program as a process of its own, as a person starts it in a shell.</summary>
internal sealed partial class CommandProcess : IDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(3);

    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly StringBuilder _errors = new();

    private CommandProcess(Process process)
    {
        _process = process;
        process.OutputDataReceived += (_, line) => Append(_output, line.Data);
        process.ErrorDataReceived += (_, line) => Append(_errors, line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>Starts a command in a folder.</summary>
    public static CommandProcess Start(string folder, params string[] arguments)
    {
        // A shell that starts something in the background makes it deaf to Ctrl-C; the tests may have been started so.
        var start = OperatingSystem.IsLinux() ? new ProcessStartInfo("env", ["--default-signal=INT", "dotnet"]) : new ProcessStartInfo("dotnet");
        start.WorkingDirectory = folder;
        start.RedirectStandardOutput = start.RedirectStandardError = true;
        start.Environment["NO_COLOR"] = "1";
        start.ArgumentList.Add(typeof(Program).Assembly.Location);
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        return new CommandProcess(new Process { StartInfo = start });
    }

    /// <summary>Runs a command to its end.</summary>
    public static async Task<CommandResult> RunAsync(string folder, params string[] arguments)
    {
        using var process = Start(folder, arguments);
        return await process.WaitAsync();
    }

    /// <summary>What Ctrl-C sends.</summary>
    public async Task InterruptAsync()
    {
        using var kill = Process.Start("kill", ["-INT", $"{_process.Id}"]);
        await kill.WaitForExitAsync();
    }

    public bool HasExited => _process.HasExited;

    public async Task<CommandResult> WaitAsync()
    {
        using var timeout = new CancellationTokenSource(s_patience);
        await _process.WaitForExitAsync(timeout.Token);
        return new CommandResult(_process.ExitCode, Lines(_output), Lines(_errors));
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }

        _process.Dispose();
    }

    private static void Append(StringBuilder text, string? line)
    {
        lock (text)
        {
            text.AppendLine(line);
        }
    }

    /// <summary>The lines that say something, with single spaces.</summary>
    private static List<string> Lines(StringBuilder text)
    {
        lock (text)
        {
            return [.. text.ToString().Split('\n').Select(l => Spaces().Replace(l, " ").Trim()).Where(l => l.Any(char.IsLetterOrDigit))];
        }
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}

/// <summary>How a command ended.</summary>
internal sealed record CommandResult(int ExitCode, List<string> Output, List<string> Errors)
{
    /// <summary>The rows of the table that accounts for the lines.</summary>
    public List<string> Accounting => [.. Output.SkipWhile(l => l != "Lines Kind Number").Skip(1).TakeWhile(l => !l.StartsWith("total ", StringComparison.Ordinal)), .. Output.Where(l => l.StartsWith("total ", StringComparison.Ordinal))];
}
