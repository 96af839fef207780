#pragma warning disable
using System.Text.Json;
using Headless.GraphQL.Types;
namespace Headless.GraphQL.Execution
{
    [Flags] public enum AllowedOperations { Query = 1, Mutation = 2, Subscription = 4, All = 7 }
    public interface IRequestExecutor { Schema Schema { get; } IServiceProvider Services { get; } ValueTask<ExecutionResult> ExecuteAsync(OperationRequest request, CancellationToken ct); }
    public interface IRequestExecutorProvider { ValueTask<IRequestExecutor> GetExecutorAsync(CancellationToken ct); }
    public sealed class OperationRequest { }
    public sealed class OperationRequestBuilder { public static OperationRequestBuilder New() => new(); public OperationRequestBuilder SetAllowedOperations(AllowedOperations a) => this; public OperationRequestBuilder SetServices(IServiceProvider s) => this; public OperationRequestBuilder SetGlobalState(string n, object? v) => this; public OperationRequest Build() => new(); }
    public abstract class ExecutionResult { }
    public sealed class OperationResult(ReadOnlyMemory<byte> payload) : ExecutionResult, IDisposable { public ReadOnlyMemory<byte> Payload => payload; public bool IsRequestError { get; init; } public bool HasErrors { get; init; } public string? ErrorCode; public void Dispose() { } }
    public abstract class ResponseStream : ExecutionResult, IAsyncEnumerable<OperationResult>, IAsyncDisposable { public abstract IAsyncEnumerator<OperationResult> GetAsyncEnumerator(CancellationToken ct = default); public abstract ValueTask DisposeAsync(); }
}
namespace Headless.GraphQL.Printing { static class SchemaPrinter { public static string Print(Schema s) => ""; } }
namespace Headless.GraphQL { static class EC { } }
