using FluentValidation;
using Headless.Server.Writing;

namespace Headless.Server.Transfers.Subjects;

/// <summary>A row keeps the rules of the mutation's input that it becomes.</summary>
internal static class RowChecks
{
    /// <exception cref="InvalidInputException">It does not.</exception>
    public static void Require<T>(IValidator<T> validator, T input)
    {
        var result = validator.Validate(input);
        if (!result.IsValid)
        {
            throw InvalidInputException.From(result.Errors);
        }
    }
}
