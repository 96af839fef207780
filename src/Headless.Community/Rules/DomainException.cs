namespace Headless.Community;

/// <summary>A rule of the domain refused what was asked. Nothing has been changed.</summary>
/// <param name="code">A stable SCREAMING_SNAKE name that clients may switch on; see <see cref="DomainErrorCodes"/>.</param>
/// <param name="message">What was refused and what to do about it, for a person.</param>
public class DomainException(string code, string message) : Exception(message)
{
    /// <summary>A stable SCREAMING_SNAKE name of the refusal.</summary>
    public string Code { get; } = code;
}
