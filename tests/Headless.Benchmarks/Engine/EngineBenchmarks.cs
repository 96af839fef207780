using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace Headless.Benchmarks.Engine;

/// <summary>Runs the engine's benchmarks in this process: a project generated for each would not find the central package versions.</summary>
internal static class EngineBenchmarks
{
    public static void Run(string[] options)
    {
        var config = DefaultConfig.Instance
            .AddDiagnoser(MemoryDiagnoser.Default)
            .AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance).WithIterationCount(5).AsDefault());
        var switcher = BenchmarkSwitcher.FromTypes([typeof(LanguageBenchmarks), typeof(ExecutionBenchmarks)]);
        _ = options.Length == 0 ? switcher.RunAll(config).Count() : switcher.Run(options, config).Count();
    }
}
