using System.Text;
using System.Text.Json;
using Headless.GraphQL.Execution;
using Headless.GraphQL.Language;
using Headless.GraphQL.Types;
using Headless.GraphQL.Validation;

namespace Headless.GraphQL.Tests.Fuzzing;

/// <summary>Takes a document all the way from bytes to an answer and complains about everything that is neither an answer nor a typed error.</summary>
internal sealed class FuzzPipeline : IErrorFilter
{
    /// <summary>What parsing and validating a document of up to 100 000 characters may allocate.</summary>
    private const long MaxAllocatedBytes = 32 * 1024 * 1024;

    private static readonly string[] s_errorProperties = ["message", "locations", "path", "extensions"];

    private readonly RequestExecutor _executor;
    private readonly DocumentValidator _validator;
    private readonly Func<Exception, bool> _isPlanned;
    private Exception? _unexpected;

    public FuzzPipeline(Schema schema, ValidationOptions options, Func<Exception, bool> isPlanned)
    {
        _validator = new DocumentValidator(options);
        _isPlanned = isPlanned;
        _executor = new RequestExecutor(schema, new RequestExecutorServices { Validator = _validator, ErrorFilters = [this] });
    }

    /// <summary>How many documents were executed, the others having been refused.</summary>
    public int Executed { get; private set; }

    /// <exception cref="FuzzFindingException">Something that must not happen.</exception>
    public async Task RunAsync(FuzzDocument document, object? rootValue)
    {
        _unexpected = null;
        CheckVerdict(document.Source);
        var variables = document.Variables.Count == 0 ? default : JsonDocument.Parse(document.Variables.ToJsonString()).RootElement;
        var request = OperationRequestBuilder.New().SetDocument(Encoding.UTF8.GetBytes(document.Source)).SetVariableValues(variables).SetRootValue(rootValue);
        if (document.Source.Length % 4 == 0)
        {
            request.ReportCost();
        }

        await using var result = await _executor.ExecuteAsync(request.Build(), TestContext.Current.CancellationToken);
        switch (result)
        {
            case OperationResult single:
                CheckAnswer(single);
                Executed += single.IsRequestError ? 0 : 1;
                break;
            case ResponseStream stream:
                await foreach (var answer in stream)
                {
                    using (answer)
                    {
                        CheckAnswer(answer);
                    }
                }

                Executed++;
                break;
        }

        if (_unexpected is not null)
        {
            throw new FuzzFindingException("An unexpected exception was masked.", _unexpected);
        }
    }

    IError IErrorFilter.OnError(IError error)
    {
        if (error.Exception is { } exception && !_isPlanned(exception))
        {
            _unexpected ??= exception;
        }

        return error;
    }

    /// <summary>Parses and validates, prints the document and does so again: the verdict must be the same.</summary>
    private void CheckVerdict(string source)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        DocumentNode document;
        string[] codes;
        try
        {
            document = Utf8GraphQLParser.Parse(Encoding.UTF8.GetBytes(source), new ParserOptions { AllowTypeSystemDefinitions = true });
            codes = Codes(document);
        }
        catch (GraphQLSyntaxException)
        {
            return;
        }
        finally
        {
            var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            if (allocated > MaxAllocatedBytes)
            {
                throw new FuzzFindingException($"Parsing and validating allocated {allocated:N0} bytes.");
            }
        }

        var printed = SyntaxPrinter.Print(document);
        if (printed.Length <= new ParserOptions().MaxCharacters)
        {
            var again = Codes(Utf8GraphQLParser.Parse(printed));
            if (!codes.SequenceEqual(again))
            {
                throw new FuzzFindingException($"Printed, the document is judged {string.Join(' ', again)} instead of {string.Join(' ', codes)}.");
            }
        }
    }

    private string[] Codes(DocumentNode document) => [.. _validator.Validate(_executor.Schema, document).Select(static e => e.Code)];

    private void CheckAnswer(OperationResult answer)
    {
        using var json = JsonDocument.Parse(answer.Payload, new JsonDocumentOptions { MaxDepth = 1_000 });
        var properties = json.RootElement.EnumerateObject().Select(static p => p.Name).ToArray();
        var hasErrors = json.RootElement.TryGetProperty("errors", out var errors);
        var errorCount = hasErrors ? errors.GetArrayLength() : 0;
        var isWellFormed = properties.Except(["data", "errors", "extensions"]).Any() is false
            && hasErrors == answer.HasErrors
            && (!hasErrors || errorCount > 0)
            && answer.IsRequestError != properties.Contains("data")
            && errorCount == answer.Errors.Count
            && (!hasErrors || errors.EnumerateArray().All(static e => e.EnumerateObject().All(static p => s_errorProperties.Contains(p.Name)) && e.TryGetProperty("message", out _)));
        if (!isWellFormed)
        {
            throw new FuzzFindingException("The answer is not as section 7.1 says: " + Encoding.UTF8.GetString(answer.Payload.Span[..Math.Min(500, answer.Payload.Length)]));
        }

        if (answer.IsRequestError && answer.Errors.FirstOrDefault(static e => e.Code is null && e.Exception is null) is { } uncoded)
        {
            throw new FuzzFindingException("A request error has no code: " + uncoded.Message);
        }
    }
}

/// <summary>Something that fuzzing found.</summary>
internal sealed class FuzzFindingException(string message, Exception? innerException = null) : Exception(message, innerException);
