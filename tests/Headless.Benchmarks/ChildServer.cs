using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Headless.Benchmarks;

/// <summary>A server in a process of its own on a free port of the loopback interface. Ends with this object.</summary>
internal sealed class ChildServer : IAsyncDisposable
{
    private static readonly TimeSpan StartTimeout = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan s_probeInterval = TimeSpan.FromMilliseconds(100);

    private readonly Process _process;

    private ChildServer(string name, Process process, IPEndPoint address)
    {
        Name = name;
        _process = process;
        Address = address;
        Client = new HttpClient { BaseAddress = new Uri($"http://{address}/"), Timeout = TimeSpan.FromMinutes(1) };
    }

    public string Name { get; }

    public IPEndPoint Address { get; }

    public HttpClient Client { get; }

    /// <summary>Starts an assembly that lies beside this one and waits until it answers.</summary>
    /// <param name="name">What it is called in reports.</param>
    /// <param name="assembly">The assembly's name without its ending.</param>
    /// <param name="probe">A path that answers once the server is ready.</param>
    /// <param name="arguments">The arguments, given the URL to listen on.</param>
    /// <param name="environment">Variables to set.</param>
    public static async Task<ChildServer> StartAsync(
        string name, string assembly, string probe, Func<string, string[]> arguments, params (string Name, string Value)[] environment)
    {
        var server = Launch(name, Path.Combine(AppContext.BaseDirectory, assembly + ".dll"), arguments, environment);
        await server.WaitAsync(probe);
        return server;
    }

    /// <summary>Starts an assembly and does not wait for it.</summary>
    /// <param name="name">What it is called in reports.</param>
    /// <param name="assembly">The assembly's file.</param>
    /// <param name="arguments">The arguments, given the URL to listen on.</param>
    /// <param name="environment">Variables to set.</param>
    public static ChildServer Launch(string name, string assembly, Func<string, string[]> arguments, params (string Name, string Value)[] environment)
    {
        var address = new IPEndPoint(IPAddress.Loopback, FreePort());
        var start = new ProcessStartInfo(Environment.ProcessPath!.EndsWith("dotnet", StringComparison.Ordinal) ? Environment.ProcessPath : "dotnet")
        {
            WorkingDirectory = Path.GetDirectoryName(assembly)!,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.ArgumentList.Add(assembly);
        foreach (var argument in arguments($"http://{address}"))
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var (variable, value) in environment)
        {
            start.Environment[variable] = value;
        }

        var process = Process.Start(start)!;
        process.OutputDataReceived += static (_, _) => { };
        process.ErrorDataReceived += (_, line) => Console.Error.WriteLine(line.Data is null ? null : $"[{name}] {line.Data}");
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return new ChildServer(name, process, address);
    }

    /// <summary>Waits until it accepts connections.</summary>
    /// <param name="interval">How long to wait between two attempts.</param>
    public Task WaitUntilListeningAsync(TimeSpan interval) => WaitAsync(
        async () =>
        {
            using var socket = new Socket(Address.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
            await socket.ConnectAsync(Address);
        },
        interval);

    /// <summary>Time on processors since its start.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>Bytes of its working set now.</summary>
    public long WorkingSet
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64;
        }
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (!_process.HasExited)
        {
            _process.Kill();
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }

    private Task WaitAsync(string probe) => WaitAsync(
        async () =>
        {
            using var answer = await Client.GetAsync(probe);
        },
        s_probeInterval);

    /// <summary>Repeats an attempt to reach the server until it does not fail.</summary>
    private async Task WaitAsync(Func<Task> attempt, TimeSpan interval)
    {
        var begin = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(begin) < StartTimeout)
        {
            if (_process.HasExited)
            {
                throw new InvalidOperationException($"{Name} ended with {_process.ExitCode} before it answered.");
            }

            try
            {
                await attempt();
                return;
            }
            catch (Exception exception) when (exception is HttpRequestException or SocketException)
            {
                await Task.Delay(interval);
            }
        }

        throw new TimeoutException($"{Name} did not answer within {StartTimeout}.");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
