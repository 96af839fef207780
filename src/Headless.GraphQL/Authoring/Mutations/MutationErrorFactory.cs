using System.Linq.Expressions;
using System.Reflection;

namespace Headless.GraphQL.Authoring;

/// <summary>Makes the objects of an error type from exceptions of one type.</summary>
/// <param name="ExceptionType">The exceptions that it takes.</param>
/// <param name="ErrorClass">The CLR type of the error objects.</param>
/// <param name="Create">Makes one.</param>
internal sealed record MutationErrorFactory(Type ExceptionType, Type ErrorClass, Func<Exception, object> Create)
{
    private const string FactoryMethod = "CreateErrorFrom";

    /// <summary>All that an error class offers: it is an exception, or has static factory methods, or constructors that take an exception.</summary>
    public static IReadOnlyList<MutationErrorFactory> Of(Type errorClass)
    {
        if (typeof(Exception).IsAssignableFrom(errorClass))
        {
            return [new MutationErrorFactory(errorClass, errorClass, static exception => exception)];
        }

        var factories = new List<MutationErrorFactory>();
        foreach (var method in errorClass.GetMethods(BindingFlags.Public | BindingFlags.Static).Where(m => m.Name == FactoryMethod))
        {
            if (method.GetParameters() is [{ ParameterType: var exceptionType }] && typeof(Exception).IsAssignableFrom(exceptionType))
            {
                factories.Add(new MutationErrorFactory(exceptionType, method.ReturnType, Compile(exceptionType, e => Expression.Call(method, e))));
            }
        }

        foreach (var constructor in errorClass.GetConstructors())
        {
            if (constructor.GetParameters() is [{ ParameterType: var exceptionType }] && typeof(Exception).IsAssignableFrom(exceptionType))
            {
                factories.Add(new MutationErrorFactory(exceptionType, errorClass, Compile(exceptionType, e => Expression.New(constructor, e))));
            }
        }

        return factories.Count > 0
            ? factories
            : throw new SchemaException($"{errorClass} is no error: it is not an exception and has neither a constructor that takes one nor a static method {FactoryMethod}.");
    }

    /// <summary>The factory for the nearest base type of the exception.</summary>
    public static MutationErrorFactory? Find(IReadOnlyList<MutationErrorFactory> factories, Exception exception)
    {
        for (var type = exception.GetType(); type is not null; type = type.BaseType)
        {
            foreach (var factory in factories)
            {
                if (factory.ExceptionType == type)
                {
                    return factory;
                }
            }
        }

        return null;
    }

    private static Func<Exception, object> Compile(Type exceptionType, Func<Expression, Expression> create)
    {
        var exception = Expression.Parameter(typeof(Exception), "exception");
        return Expression.Lambda<Func<Exception, object>>(
            Expression.Convert(create(Expression.Convert(exception, exceptionType)), typeof(object)),
            exception).CompileOnCall();
    }
}
