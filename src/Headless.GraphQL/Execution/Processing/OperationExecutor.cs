using System.Text.Json;
using Headless.GraphQL.Execution.Coercion;
using Headless.GraphQL.Execution.Planning;
using Headless.GraphQL.Execution.Subscriptions;
using Headless.GraphQL.Types;

namespace Headless.GraphQL.Execution.Processing;

/// <summary>Executes plans (specification section 6.2).</summary>
internal sealed class OperationExecutor(Schema schema, RequestOptions options, FieldErrorFactory errorFactory, IEventAudience? audience = null)
{
    private readonly AbstractTypeResolver _abstractTypes = new(schema);
    private readonly SharedEvents _shared = new();
    private readonly ExecutionTimeouts _timeouts = new(options.ExecutionTimeout);

    /// <summary>Executes a query or a mutation.</summary>
    public ValueTask<ExecutionResult> ExecuteAsync(OperationPlan plan, VariableValues variables, OperationRequest request, CancellationToken cancellationToken)
    {
        if (!plan.Root.HasWork)
        {
            return new(ExecutePure(plan, variables, request, cancellationToken));
        }

        return ExecuteWithTimeoutAsync(plan, variables, request, cancellationToken);
    }

    /// <summary>Creates the source stream of a subscription (specification section 6.2.3.1).</summary>
    public async ValueTask<ExecutionResult> SubscribeAsync(OperationPlan plan, VariableValues variables, OperationRequest request, CancellationToken cancellationToken)
    {
        var execution = CreateExecution(plan, variables, request.Services, request, null, cancellationToken);
        FieldPlan? field = null;
        foreach (var candidate in plan.Root.Fields)
        {
            if (candidate.IsSelected(execution.IncludeFlags))
            {
                field = candidate;
                break;
            }
        }

        try
        {
            if (field?.Field.Subscribe is not { } subscribe)
            {
                throw new GraphQLException($"The subscription field \"{plan.Root.Type}.{field?.Field.Name}\" has no source stream.");
            }

            var arguments = ArgumentCoercer.Coerce(field.Field, field.Nodes[0], variables, options);
            var context = new ResolverContext(execution, field, arguments, request.RootValue ?? OperationExecution.NoRootValue, 0);
            var source = await subscribe(context).ConfigureAwait(false)
                ?? throw new GraphQLException($"The subscription field \"{plan.Root.Type}.{field.Field.Name}\" has no source stream.");
            return new ResponseStream(source, Answer(plan, variables, request), Failed, cancellationToken);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            var errors = new List<IError>();
            var path = field is null ? null : new object[] { field.ResponseName };
            var locations = field is null ? null : new[] { new Location(field.Nodes[0].Location.Line, field.Nodes[0].Location.Column) };
            errorFactory.Add(errors, exception, path, locations);
            return ResultFactory.RequestError(errors);
        }
    }

    /// <summary>Executes an event, or has it from whoever else gets the same answer.</summary>
    private Func<object?, CancellationToken, ValueTask<OperationResult>> Answer(OperationPlan plan, VariableValues variables, OperationRequest request)
    {
        if (audience?.Of(request) is not { } who)
        {
            return (message, token) => ExecuteEventAsync(plan, variables, request, message, token);
        }

        var text = request.Variables.ValueKind == JsonValueKind.Undefined ? string.Empty : request.Variables.GetRawText();
        var subscribers = new SharedEvents.Subscribers(plan, text, who);
        return (message, token) => message is null || message.GetType().IsValueType
            ? ExecuteEventAsync(plan, variables, request, message, token)
            : _shared.GetAsync(message, subscribers, inner => ExecuteEventAsync(plan, variables, request, message, inner), token);
    }

    private OperationResult Failed(Exception exception)
    {
        var errors = new List<IError>();
        errorFactory.Add(errors, exception, null, null);
        return ResultFactory.RequestError(errors);
    }

    private async ValueTask<OperationResult> ExecuteEventAsync(OperationPlan plan, VariableValues variables, OperationRequest request, object? message, CancellationToken cancellationToken)
    {
        // Each event has services of its own: a DbContext or a DataLoader's cache must not outlive it.
        var scope = EventScope.Create(request.Services);
        await using (scope.ConfigureAwait(false))
        {
            request.ContextData?.Remove(SubscriptionState.EventId);
            var result = await RunWithTimeoutAsync(
                plan,
                token => CreateExecution(plan, variables, scope.Services, request, message, token),
                cancellationToken).ConfigureAwait(false);
            result.EventId = request.ContextData is { } state && state.TryGetValue(SubscriptionState.EventId, out var id) ? id as string : null;
            return result;
        }
    }

    private OperationResult ExecutePure(OperationPlan plan, VariableValues variables, OperationRequest request, CancellationToken cancellationToken)
    {
        var execution = CreateExecution(plan, variables, request.Services, request, null, cancellationToken);
        var output = new Utf8Buffer();
        try
        {
            return Write(execution, output);
        }
        catch (Exception exception)
        {
            output.Dispose();
            cancellationToken.ThrowIfCancellationRequested();
            return Failed(exception);
        }
    }

    private async ValueTask<ExecutionResult> ExecuteWithTimeoutAsync(OperationPlan plan, VariableValues variables, OperationRequest request, CancellationToken cancellationToken)
        => await RunWithTimeoutAsync(
            plan,
            token => CreateExecution(plan, variables, request.Services, request, null, token),
            cancellationToken).ConfigureAwait(false);

    private async ValueTask<OperationResult> RunWithTimeoutAsync(OperationPlan plan, Func<CancellationToken, OperationExecution> create, CancellationToken cancellationToken)
    {
        using var timeout = _timeouts.Start(cancellationToken);
        var execution = create(timeout.Token);
        var output = new Utf8Buffer();
        try
        {
            if (plan.Kind == Language.OperationType.Mutation)
            {
                return await ExecuteSeriallyAsync(execution, output).ConfigureAwait(false);
            }

            if (plan.Root.HasWork)
            {
                await new LevelResolution(execution).ResolveAsync().ConfigureAwait(false);
            }

            return Write(execution, output);
        }
        catch (OperationCanceledException) when (timeout.Token.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            output.Dispose();
            return ResultFactory.RequestError(errorFactory.Filter(
            [
                ErrorBuilder.New()
                    .SetMessage($"The execution took longer than {options.ExecutionTimeout.TotalSeconds:0.###} seconds and was aborted.")
                    .SetCode(ErrorCodes.ExecutionTimeout)
                    .Build(),
            ]));
        }
        catch (Exception exception)
        {
            output.Dispose();
            cancellationToken.ThrowIfCancellationRequested();
            return Failed(exception);
        }
    }

    /// <summary>The root fields of a mutation one after the other, each with its whole subtree and its part of the answer (specification section 6.2.2).</summary>
    private async ValueTask<OperationResult> ExecuteSeriallyAsync(OperationExecution execution, Utf8Buffer output)
    {
        var resolution = new LevelResolution(execution);
        var writer = new ResponseWriter(execution, output, errorFactory);
        output.Write("{\"data\":{"u8);
        var isFirst = true;
        foreach (var field in execution.Plan.Root.GetFieldsInOrder(execution.IncludeFlags).ToArray())
        {
            if (!field.IsSelected(execution.IncludeFlags))
            {
                continue;
            }

            if (field.HasWork)
            {
                await resolution.ResolveAsync(field).ConfigureAwait(false);
            }

            if (!writer.TryWriteRootField(field, ref isFirst))
            {
                output.Truncate(0);
                output.Write("{\"data\":null"u8);
                return ResultFactory.Data(output, writer.Errors);
            }
        }

        output.Write((byte)'}');
        execution.ReleaseResources();
        return ResultFactory.Data(output, writer.Errors);
    }

    private OperationResult Write(OperationExecution execution, Utf8Buffer output)
    {
        var writer = new ResponseWriter(execution, output, errorFactory);
        output.Write("{\"data\":"u8);
        writer.WriteData();
        execution.ReleaseResources();
        return ResultFactory.Data(output, writer.Errors);
    }

    private OperationExecution CreateExecution(
        OperationPlan plan,
        VariableValues variables,
        IServiceProvider services,
        OperationRequest request,
        object? eventMessage,
        CancellationToken requestAborted)
        => new(
            plan,
            variables,
            services,
            request.ContextData,
            plan.Kind == Language.OperationType.Subscription ? eventMessage : request.RootValue,
            eventMessage,
            options,
            _abstractTypes,
            requestAborted);
}
