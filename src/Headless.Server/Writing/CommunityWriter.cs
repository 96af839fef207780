using FluentValidation;
using Headless.Community.Ingestion;
using Headless.Server.Access;

namespace Headless.Server.Writing;

/// <summary>
/// Carries out a mutation: validates its input, runs its work in one transaction within the caller's scope, appends the
/// activities that it caused to the log in the same transaction, and wakes whoever follows the log once it has committed.
/// </summary>
public sealed class CommunityWriter(CommunityDatabase database, Caller caller, ActivitySignal signal, TimeProvider clock, IServiceProvider services)
{
    /// <summary>Validates and writes.</summary>
    /// <param name="input">The mutation's input; its <see cref="IValidator{T}"/> is registered.</param>
    /// <param name="work">Loads, calls the entity and adds what is new; it is saved after the work. On a server database it may run again from its start.</param>
    /// <param name="ct">Cancelled when the client goes away.</param>
    /// <exception cref="InvalidInputException">The input breaks one of its validator's rules.</exception>
    /// <exception cref="NotFoundException">The work asked for something that is not there.</exception>
    /// <exception cref="DomainException">A rule of the domain refused.</exception>
    /// <exception cref="StaleVersionException">The caller's version of a row is not the stored one.</exception>
    public async Task<TResult> WriteAsync<TInput, TResult>(TInput input, Func<WriteSession, Task<TResult>> work, CancellationToken ct)
        where TInput : notnull
    {
        await ValidateAsync(input, ct);
        try
        {
            var result = await database.WriteAsync(
                caller.Scope,
                async (db, token) =>
                {
                    using var session = new WriteSession(db, caller, clock.GetUtcNow().UtcDateTime, token, caller.AuthorOf<TInput>());
                    var made = await work(session);
                    await session.CompleteAsync();
                    return made;
                },
                ct);
            signal.Notify();
            return result;
        }
        catch (DbUpdateConcurrencyException)
        {
            throw new StaleVersionException();
        }
        catch (DbUpdateException exception) when (UniqueConstraint.IsViolatedBy(exception))
        {
            // Two callers chose the same value at once: both found it free, and the database let the first one have it.
            throw new AlreadyExistsException("Somebody else has just taken a value that has to be unique: choose another one.", "input");
        }
    }

    /// <summary>Validates alone: for work that has to be done before anything is written, and is not wanted for an input that is refused.</summary>
    /// <exception cref="InvalidInputException">The input breaks one of its validator's rules.</exception>
    public async Task ValidateAsync<TInput>(TInput input, CancellationToken ct)
        where TInput : notnull
    {
        var validator = services.GetRequiredService<IValidator<TInput>>();
        var result = await validator.ValidateAsync(input, ct);
        if (!result.IsValid)
        {
            throw InvalidInputException.From(result.Errors);
        }
    }
}
