using System.Globalization;

namespace Headless.GraphQL.Authoring;

/// <summary>A coerced input that cannot become the CLR value that the resolver takes; it collects the path to the value on its way out.</summary>
internal sealed class InputBindingException(string code, string message) : Exception(message)
{
    private readonly List<string> _segments = [];

    public string Code { get; } = code;

    public void Within(string name) => _segments.Add(name);

    public void Within(int index) => _segments.Add(index.ToString(CultureInfo.InvariantCulture));

    /// <summary>The error of the field, with the path to the argument's value in <c>extensions.argument</c>: <c>input.ids.2</c>.</summary>
    public GraphQLException ToGraphQLException()
        => new(ErrorBuilder.New()
            .SetMessage(Message)
            .SetCode(Code)
            .SetExtension("argument", string.Join('.', Enumerable.Reverse(_segments)))
            .Build());
}
