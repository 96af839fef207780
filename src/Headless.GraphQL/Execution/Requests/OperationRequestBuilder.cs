using System.Text;
using System.Text.Json;
using Headless.GraphQL.Types;

namespace Headless.GraphQL.Execution;

/// <summary>Builds an <see cref="OperationRequest"/>; transports let interceptors complete it.</summary>
public sealed class OperationRequestBuilder
{
    private ReadOnlyMemory<byte> _document;
    private string? _documentId;
    private string? _operationName;
    private JsonElement _variables;
    private JsonElement _extensions;
    private IReadOnlyDictionary<string, IFile>? _files;
    private IServiceProvider? _services;
    private Dictionary<string, object?>? _contextData;
    private object? _rootValue;
    private AllowedOperations _allowedOperations = AllowedOperations.All;
    private CostAnalyzerMode _costMode;
    private bool _isTrusted;

    private OperationRequestBuilder()
    {
    }

    public static OperationRequestBuilder New() => new();

    public OperationRequestBuilder SetDocument(string document) => SetDocument(Encoding.UTF8.GetBytes(document));

    /// <summary>Sets the document in UTF-8; the memory must stay unchanged until the request is answered.</summary>
    public OperationRequestBuilder SetDocument(ReadOnlyMemory<byte> utf8Document)
    {
        _document = utf8Document;
        return this;
    }

    public OperationRequestBuilder SetDocumentId(string? documentId)
    {
        _documentId = documentId;
        return this;
    }

    public OperationRequestBuilder SetOperationName(string? operationName)
    {
        _operationName = operationName;
        return this;
    }

    public OperationRequestBuilder SetVariableValues(JsonElement variables)
    {
        _variables = variables;
        return this;
    }

    public OperationRequestBuilder SetVariableValues(IReadOnlyDictionary<string, object?>? variables)
    {
        _variables = variables is null ? default : JsonSerializer.SerializeToElement(variables);
        return this;
    }

    public OperationRequestBuilder SetExtensions(JsonElement extensions)
    {
        _extensions = extensions;
        return this;
    }

    /// <summary>Sets the uploaded files by their place in the variables, such as <c>input.photos.0</c>.</summary>
    public OperationRequestBuilder SetFiles(IReadOnlyDictionary<string, IFile>? files)
    {
        _files = files;
        return this;
    }

    public OperationRequestBuilder SetServices(IServiceProvider services)
    {
        _services = services;
        return this;
    }

    /// <summary>Sets a value that resolvers find in their context's <see cref="Types.IResolverContext.ContextData"/>.</summary>
    public OperationRequestBuilder SetGlobalState(string name, object? value)
    {
        (_contextData ??= new Dictionary<string, object?>(StringComparer.Ordinal))[name] = value;
        return this;
    }

    public OperationRequestBuilder TryAddGlobalState(string name, object? value)
    {
        (_contextData ??= new Dictionary<string, object?>(StringComparer.Ordinal)).TryAdd(name, value);
        return this;
    }

    public OperationRequestBuilder SetRootValue(object? rootValue)
    {
        _rootValue = rootValue;
        return this;
    }

    public OperationRequestBuilder SetAllowedOperations(AllowedOperations allowedOperations)
    {
        _allowedOperations = allowedOperations;
        return this;
    }

    /// <summary>The document is executed also where only trusted documents are: it is no client's.</summary>
    public OperationRequestBuilder MarkAsTrusted()
    {
        _isTrusted = true;
        return this;
    }

    /// <summary>The answer has the operation's cost in its extensions.</summary>
    public OperationRequestBuilder ReportCost()
    {
        _costMode = CostAnalyzerMode.EnforceAndReport;
        return this;
    }

    /// <summary>The operation is not executed: the answer has its cost in its extensions and nothing else.</summary>
    public OperationRequestBuilder ValidateCost()
    {
        _costMode = CostAnalyzerMode.ValidateAndReport;
        return this;
    }

    /// <summary>The operation is executed whatever it costs: for documents of the host's own.</summary>
    public OperationRequestBuilder IgnoreCost()
    {
        _costMode = CostAnalyzerMode.Ignore;
        return this;
    }

    public OperationRequest Build() => new()
    {
        Document = _document,
        DocumentId = _documentId,
        OperationName = _operationName,
        Variables = _variables,
        Extensions = _extensions,
        Files = _files,
        Services = _services ?? OperationRequest.NoServices,
        ContextData = _contextData,
        RootValue = _rootValue,
        AllowedOperations = _allowedOperations,
        CostMode = _costMode,
        IsTrusted = _isTrusted,
    };
}
