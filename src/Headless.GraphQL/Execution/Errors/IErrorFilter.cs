namespace Headless.GraphQL;

/// <summary>Sees every error of a request before it is written, and may change it: to translate exceptions of the domain, to hide text.</summary>
public interface IErrorFilter
{
    IError OnError(IError error);
}
