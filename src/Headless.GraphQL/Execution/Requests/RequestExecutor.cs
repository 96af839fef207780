using System.Runtime.CompilerServices;
using System.Text.Json;
using Headless.GraphQL.Execution.Coercion;
using Headless.GraphQL.Execution.CostAnalysis;
using Headless.GraphQL.Execution.Planning;
using Headless.GraphQL.Execution.Processing;
using Headless.GraphQL.Instrumentation;
using Headless.GraphQL.Language;
using Headless.GraphQL.Types;
using Headless.GraphQL.Validation;

namespace Headless.GraphQL.Execution;

/// <summary>
/// The request pipeline: document (from the cache, or parsed and validated), operation plan (from the cache, or planned),
/// variables, execution. A singleton for its schema; safe for concurrent use.
/// </summary>
public sealed class RequestExecutor : IRequestExecutor
{
    private readonly RequestOptions _options;
    private readonly ParserOptions _parserOptions;
    private readonly DocumentValidator _validator;
    private readonly RequestDocuments _requestDocuments;
    private readonly DocumentCache _documents;
    private readonly OperationPlanCache _plans;
    private readonly OperationPlanner _planner;
    private readonly OperationExecutor _operations;
    private readonly FieldErrorFactory _errorFactory;
    private readonly RequestInstrumentation? _instrumentation;
    private readonly Func<OperationRequest, CancellationToken, ValueTask<ExecutionResult>> _execute;
    private readonly CostAnalyzer _costs;
    private readonly IRequestLimiter? _limiter;
    private readonly IMutationJournal? _journal;

    public RequestExecutor(Schema schema, RequestExecutorServices? services = null)
    {
        services ??= new RequestExecutorServices();
        Schema = schema;
        _options = services.Options;
        _parserOptions = services.ParserOptions;
        _validator = services.Validator;
        _requestDocuments = new RequestDocuments(services.DocumentStorage, services.PersistedOperations);
        _documents = new DocumentCache(_options);
        _plans = new OperationPlanCache(_options);
        _planner = new OperationPlanner(schema, _options);
        _errorFactory = new FieldErrorFactory([.. services.ErrorFilters], _options, services.Logger);
        _operations = new OperationExecutor(schema, _options, _errorFactory, services.Audience);
        _instrumentation = services.Instrumentation is { } options ? new RequestInstrumentation(options, services.Logger) : null;
        _execute = ExecuteUnwatched;
        _costs = new CostAnalyzer(services.CostOptions);
        _limiter = services.Limiter;
        _journal = services.Journal;
    }

    /// <inheritdoc />
    public Schema Schema { get; }

    internal int CachedDocuments => _documents.Count;

    internal int CachedPlans => _plans.Count;

    internal int AutomaticDocuments => _requestDocuments.AutomaticCount;

    internal bool IsCached(ReadOnlySpan<byte> source) => _documents.TryGet(source, out _);

    /// <inheritdoc />
    public ValueTask<ExecutionResult> ExecuteAsync(OperationRequest request, CancellationToken cancellationToken = default)
        => _instrumentation is { IsEnabled: true }
            ? _instrumentation.ExecuteAsync(request, _execute, cancellationToken)
            : ExecuteUnwatched(request, cancellationToken);

    private ValueTask<ExecutionResult> ExecuteUnwatched(OperationRequest request, CancellationToken cancellationToken)
    {
        if (_limiter?.Enter(request) is { } refused)
        {
            return new(refused);
        }

        if (request.Document.IsEmpty)
        {
            return ExecuteStoredAsync(request, cancellationToken);
        }

        return _requestDocuments.RefuseText(request) is { } refusal
            ? new(RequestError([refusal]))
            : Execute(request, request.Document, cancellationToken);
    }

    /// <summary>Executes a document without services: for tests and tools.</summary>
    public ValueTask<ExecutionResult> ExecuteAsync(string document, JsonElement variables = default, object? rootValue = null, CancellationToken cancellationToken = default)
        => ExecuteAsync(
            OperationRequestBuilder.New().SetDocument(document).SetVariableValues(variables).SetRootValue(rootValue).Build(),
            cancellationToken);

    private async ValueTask<ExecutionResult> ExecuteStoredAsync(OperationRequest request, CancellationToken cancellationToken)
    {
        FoundDocument found;
        try
        {
            found = await _requestDocuments.FindAsync(request, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            return RequestError(exception);
        }

        return found.IsMissing(out var error)
            ? RequestError([error])
            : await Execute(request, found.Document!.Value, cancellationToken).ConfigureAwait(false);
    }

    private ValueTask<ExecutionResult> Execute(OperationRequest request, ReadOnlyMemory<byte> source, CancellationToken cancellationToken)
    {
        OperationPlan plan;
        VariableValues variables;
        CostMetrics cost;
        var costMode = CostAnalyzer.ModeOf(request);
        try
        {
            var document = GetDocument(source, cancellationToken);
            request.CachedDocument = document;
            if (document.Errors.Count > 0)
            {
                return new(RequestError(document.Errors));
            }

            plan = GetPlan(document, request.OperationName);
            request.Plan = plan;
            if (!IsAllowed(plan, request.AllowedOperations))
            {
                return new(RequestError($"The operation is a {plan.Kind.ToString().ToLowerInvariant()}, which this request may not execute.", ErrorCodes.OperationNotAllowed));
            }

            _requestDocuments.Remember(request);
            if (CoerceVariables(plan, request, out variables) is { } errors)
            {
                return new(RequestError(errors));
            }

            cost = CostAnalyzer.Measure(plan, variables);
            if (costMode == CostAnalyzerMode.ValidateAndReport)
            {
                return new(Reported(ResultFactory.NotExecuted(), cost));
            }

            if (costMode != CostAnalyzerMode.Ignore && _costs.Refuse(cost) is { } tooExpensive)
            {
                var refused = RequestError([tooExpensive]);
                return new(costMode == CostAnalyzerMode.EnforceAndReport ? Reported(refused, cost) : refused);
            }

            if (_limiter?.Admit(request, plan.Kind, cost) is { } limited)
            {
                return new(costMode == CostAnalyzerMode.EnforceAndReport ? Reported(limited, cost) : limited);
            }
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            return new(RequestError(exception));
        }

        var result = _journal is not null && plan.Kind == Language.OperationType.Mutation
            ? RunJournalled(plan, variables, request, cancellationToken)
            : RunInScope(plan, variables, request, cancellationToken);
        return costMode == CostAnalyzerMode.EnforceAndReport ? ReportAsync(result, cost) : result;
    }

    private static async ValueTask<ExecutionResult> ReportAsync(ValueTask<ExecutionResult> result, CostMetrics cost) => Reported(await result.ConfigureAwait(false), cost);

    private static ExecutionResult Reported(ExecutionResult result, CostMetrics cost)
    {
        CostAnalyzer.Report(result, cost);
        return result;
    }

    /// <summary>A method of its own, because what a delegate captures is allocated where the method begins, for queries too.</summary>
    private ValueTask<ExecutionResult> RunJournalled(OperationPlan plan, VariableValues variables, OperationRequest request, CancellationToken cancellationToken)
        => _journal!.ExecuteAsync(request, token => RunInScope(plan, variables, request, token), cancellationToken);

    private ValueTask<ExecutionResult> RunInScope(OperationPlan plan, VariableValues variables, OperationRequest request, CancellationToken cancellationToken)
        => _instrumentation is { BeginsScopes: true }
            ? RunInScopeAsync(plan, variables, request, cancellationToken)
            : Run(plan, variables, request, cancellationToken);

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<ExecutionResult> RunInScopeAsync(OperationPlan plan, VariableValues variables, OperationRequest request, CancellationToken cancellationToken)
    {
        using var scope = _instrumentation!.BeginScope(request);
        return await Run(plan, variables, request, cancellationToken).ConfigureAwait(false);
    }

    private ValueTask<ExecutionResult> Run(OperationPlan plan, VariableValues variables, OperationRequest request, CancellationToken cancellationToken)
        => plan.Kind == Language.OperationType.Subscription
            ? _operations.SubscribeAsync(plan, variables, request, cancellationToken)
            : _operations.ExecuteAsync(plan, variables, request, cancellationToken);

    /// <summary>The document from the cache; parsed and validated on first sight, the verdict kept with it.</summary>
    private CachedDocument GetDocument(ReadOnlyMemory<byte> source, CancellationToken cancellationToken)
    {
        var found = _documents.TryGet(source.Span, out var document);
        Instruments.LookedUp("document", found);
        return found ? document! : _documents.GetOrAdd(ParseAndValidate(source, cancellationToken));
    }

    private CachedDocument ParseAndValidate(ReadOnlyMemory<byte> source, CancellationToken cancellationToken)
    {
        DocumentNode document;
        try
        {
            document = Utf8GraphQLParser.Parse(source.Span, _parserOptions);
        }
        catch (GraphQLSyntaxException exception)
        {
            var error = ErrorBuilder.New()
                .SetMessage(exception.Message)
                .SetCode(exception.Code)
                .AddLocation(new Location(exception.Location.Line, exception.Location.Column))
                .Build();
            return new CachedDocument(source.ToArray(), null, [error]);
        }

        var errors = new List<IError>();
        foreach (var error in _validator.Validate(Schema, document, cancellationToken))
        {
            var builder = ErrorBuilder.New().SetMessage(error.Message).SetCode(error.Code);
            foreach (var location in error.Locations)
            {
                builder.AddLocation(new Location(location.Line, location.Column));
            }

            if (error.SpecifiedBy is { } specifiedBy)
            {
                builder.SetExtension("specifiedBy", specifiedBy);
            }

            errors.Add(builder.Build());
        }

        return new CachedDocument(source.ToArray(), document, errors);
    }

    private OperationPlan GetPlan(CachedDocument document, string? operationName)
    {
        var found = _plans.TryGet(document, operationName, out var plan);
        Instruments.LookedUp("operation", found);
        return found ? plan! : _plans.GetOrAdd(document, operationName, _planner.Plan(document.Document!, operationName));
    }

    private static bool IsAllowed(OperationPlan plan, AllowedOperations allowed) => plan.Kind switch
    {
        Language.OperationType.Query => allowed.HasFlag(AllowedOperations.Query),
        Language.OperationType.Mutation => allowed.HasFlag(AllowedOperations.Mutation),
        _ => allowed.HasFlag(AllowedOperations.Subscription),
    };

    private IReadOnlyList<IError>? CoerceVariables(OperationPlan plan, OperationRequest request, out VariableValues values)
        => VariableCoercer.Coerce(plan.Variables, request.Variables, request.Files, _options, out values);

    private OperationResult RequestError(string message, string code)
        => RequestError([ErrorBuilder.New().SetMessage(message).SetCode(code).Build()]);

    private OperationResult RequestError(IReadOnlyList<IError> errors) => ResultFactory.RequestError(_errorFactory.Filter(errors));

    private OperationResult RequestError(Exception exception)
    {
        var errors = new List<IError>();
        _errorFactory.Add(errors, exception, null, null);
        return ResultFactory.RequestError(errors);
    }
}
