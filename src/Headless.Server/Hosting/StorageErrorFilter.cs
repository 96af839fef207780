namespace Headless.Server.Hosting;

/// <summary>Says that the disk is full where that is why a request failed: a client may send it again later, and whoever hosts the server reads it in the log.</summary>
internal sealed class StorageErrorFilter(ILogger<StorageErrorFilter> logger) : IErrorFilter
{
    public IError OnError(IError error)
    {
        if (error.Exception is not { } exception || !StorageFull.Caused(exception))
        {
            return error;
        }

        logger.LogCritical(exception, "The disk of the database is full: nothing can be written until there is room.");
        return error.WithMessage("The server has no room to store this: nothing of it was stored. Send it again later.").WithCode("STORAGE_FULL");
    }
}
