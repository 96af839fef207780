using Headless.GraphQL.Types;
using Microsoft.Extensions.Logging;

namespace Headless.GraphQL.Execution.Processing;

/// <summary>Makes errors for the client out of exceptions: masks what nobody meant the client to see, and logs it in full under an id.</summary>
internal sealed partial class FieldErrorFactory(IErrorFilter[] filters, RequestOptions options, ILogger logger)
{
    public const string MaskedMessage = "Unexpected Execution Error";

    /// <summary>The errors of a failed field, or of a failed request where the path is null.</summary>
    public void Add(List<IError> errors, Exception exception, IReadOnlyList<object>? path, IReadOnlyList<Location>? locations)
    {
        switch (exception)
        {
            case GraphQLException graphQLException:
                foreach (var error in graphQLException.Errors)
                {
                    errors.Add(Complete(error.Path is null ? error.WithPath(path) : error, locations));
                }

                break;
            case CoercionException:
                errors.Add(Complete(ErrorBuilder.New().SetMessage(exception.Message).SetPath(path).Build(), locations));
                break;
            default:
                errors.Add(Complete(ErrorBuilder.New().SetMessage(MaskedMessage).SetPath(path).SetException(exception).Build(), locations));
                break;
        }
    }

    /// <summary>Runs the filters over errors that need no path.</summary>
    public IReadOnlyList<IError> Filter(IReadOnlyList<IError> errors)
    {
        if (filters.Length == 0)
        {
            return errors;
        }

        var filtered = new List<IError>(errors.Count);
        foreach (var error in errors)
        {
            filtered.Add(Complete(error, null));
        }

        return filtered;
    }

    private IError Complete(IError error, IReadOnlyList<Location>? locations)
    {
        if (error.Locations is null && locations is not null)
        {
            error = error.WithLocations(locations);
        }

        foreach (var filter in filters)
        {
            try
            {
                error = filter.OnError(error);
            }
            catch (Exception exception)
            {
                LogFilterFailed(logger, exception, filter.GetType().Name);
            }
        }

        if (error.Exception is not { } unexpected)
        {
            return error;
        }

        if (error.Message == MaskedMessage)
        {
            var id = Guid.NewGuid().ToString("N")[..12];
            LogUnexpected(logger, unexpected, id, error.Path is null ? "" : string.Join('/', error.Path));
            error = error.SetExtension("id", id);
        }

        return options.IncludeExceptionDetails
            ? error
                .SetExtension("message", unexpected.Message)
                .SetExtension("exception", unexpected.GetType().FullName)
                .SetExtension("stackTrace", unexpected.StackTrace)
            : error;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Unexpected execution error {ErrorId} at {Path}")]
    private static partial void LogUnexpected(ILogger logger, Exception exception, string errorId, string path);

    [LoggerMessage(Level = LogLevel.Error, Message = "The error filter {Filter} failed")]
    private static partial void LogFilterFailed(ILogger logger, Exception exception, string filter);
}
