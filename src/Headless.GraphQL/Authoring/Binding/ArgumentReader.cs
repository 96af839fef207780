using Headless.GraphQL.Types;

namespace Headless.GraphQL.Authoring;

/// <summary>Reads one parameter of a resolver method from the field's arguments.</summary>
/// <param name="name">The argument, or the field of the input object that contains it.</param>
/// <param name="container">The argument whose input object has the value (mutation conventions); null: the argument itself.</param>
/// <param name="converter">Makes the CLR value.</param>
/// <param name="missing">The value of the parameter where the argument was not given.</param>
internal sealed class ArgumentReader<T>(string name, string? container, InputConverter converter, T missing)
{
    public T Read(IResolverContext context)
    {
        object? value;
        if (container is null)
        {
            if (!context.HasArgument(name))
            {
                return missing;
            }

            value = context.ArgumentValue(name);
        }
        else if (context.ArgumentValue(container) is not InputObjectValue input || !input.TryGet(name, out value))
        {
            return missing;
        }

        try
        {
            return (T)converter(value)!;
        }
        catch (InputBindingException exception)
        {
            exception.Within(name);
            if (container is not null)
            {
                exception.Within(container);
            }

            throw exception.ToGraphQLException();
        }
    }
}
