using System.Linq.Expressions;
using Headless.GraphQL.Types;

namespace Headless.GraphQL.Authoring;

/// <summary>
/// Compiles a lambda when it is called first. A schema has hundreds, of which a process calls few: compiling all of them was a
/// good part of a server's start. Two first calls at once compile twice, and either result does.
/// </summary>
internal static class DeferredCompilation
{
    public static FieldResolver CompileOnCall(this Expression<FieldResolver> lambda)
    {
        FieldResolver? compiled = null;
        return context => (compiled ??= lambda.Compile())(context);
    }

    public static Func<T, TResult> CompileOnCall<T, TResult>(this Expression<Func<T, TResult>> lambda)
    {
        Func<T, TResult>? compiled = null;
        return value => (compiled ??= lambda.Compile())(value);
    }

    public static Func<T1, T2, TResult> CompileOnCall<T1, T2, TResult>(this Expression<Func<T1, T2, TResult>> lambda)
    {
        Func<T1, T2, TResult>? compiled = null;
        return (first, second) => (compiled ??= lambda.Compile())(first, second);
    }

    public static Action<T1, T2> CompileOnCall<T1, T2>(this Expression<Action<T1, T2>> lambda)
    {
        Action<T1, T2>? compiled = null;
        return (first, second) => (compiled ??= lambda.Compile())(first, second);
    }
}
