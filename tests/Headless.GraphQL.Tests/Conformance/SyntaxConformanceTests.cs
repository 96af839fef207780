using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using System.Text;
using Headless.GraphQL.Language;

namespace Headless.GraphQL.Tests.Conformance;

/// <summary>Lexer, parser and printer give what graphql-js gives: the same trees, texts, messages and places.</summary>
public sealed class SyntaxConformanceTests
{
    private const int MostDifferencesShown = 10;
    private const int LongestTextShown = 2_000;

    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> ChildProperties = new();

    [Fact]
    public async Task Every_text_of_the_corpus_parses_and_prints_as_in_the_reference_implementation()
    {
        var cases = SyntaxCorpus.Load();
        var limits = ParserOptions.Executable;
        var answers = await ReferenceImplementation.AskAsync<SyntaxCase, SyntaxAnswer>("parse", cases, new
        {
            options = new { maxTokens = limits.MaxTokens, maxSourceLength = limits.MaxCharacters, allowEmptySelectionSets = false },
        });

        var known = new KnownDifferences("parse");
        var differences = cases.Zip(answers, (source, answer) => (Case: source, Ours: Ours(source).ToString(), Theirs: answer.ToString()))
            .Where(outcome => outcome.Ours != outcome.Theirs && !known.Cover(outcome.Ours, outcome.Theirs))
            .ToList();

        differences.Take(MostDifferencesShown)
            .Select(outcome => $"{outcome.Case.Name}\n{Begin(outcome.Case.Source)}\nours:\n{Begin(outcome.Ours)}\ntheirs:\n{Begin(outcome.Theirs)}")
            .ShouldBeEmpty($"{differences.Count} of {cases.Count} texts differ.");
        known.Unused.ShouldBeEmpty("Differences that no text shows any more.");
        answers.Count(answer => answer.Error is null).ShouldBeGreaterThan(500);
        answers.Count(answer => answer.Error is not null).ShouldBeGreaterThan(1_000);
    }

    private static string Begin(string text) => text.Length <= LongestTextShown ? text : text[..LongestTextShown];

    private static SyntaxAnswer Ours(SyntaxCase source)
    {
        try
        {
            if (source.Rule == "coordinate")
            {
                return new SyntaxAnswer(SchemaCoordinate.Parse(source.Source).ToString(), [], Error: null);
            }

            SyntaxNode tree = source.Rule switch
            {
                "document" => Utf8GraphQLParser.Parse(source.Source),
                "value" => Utf8GraphQLParser.ParseValue(source.Source),
                "constValue" => Utf8GraphQLParser.ParseConstValue(source.Source),
                "type" => Utf8GraphQLParser.ParseType(source.Source),
                _ => throw new ArgumentException($"{source.Rule} is not a rule of the corpus.", nameof(source)),
            };
            return new SyntaxAnswer(SyntaxPrinter.Print(tree), PlacesOf(tree, source.Source), Error: null);
        }
        catch (GraphQLSyntaxException error)
        {
            return new SyntaxAnswer(null, null, new SyntaxAnswerError(error.Message, error.Location.Line, error.Location.Column));
        }
    }

    private static List<string> PlacesOf(SyntaxNode tree, string source)
    {
        var bytes = Encoding.UTF8.GetBytes(source);
        var places = new List<string>();
        Collect(tree);
        places.Sort(StringComparer.Ordinal);
        return places;

        void Collect(SyntaxNode node)
        {
            if (node is not DocumentNode)
            {
                var end = Encoding.UTF8.GetCharCount(bytes.AsSpan(0, node.Location.End));
                places.Add(string.Create(
                    CultureInfo.InvariantCulture, $"{KindOf(node)} {node.Location.Line}:{node.Location.Column}-{end}"));
            }

            foreach (var property in ChildProperties.GetOrAdd(node.GetType(), FindChildProperties))
            {
                var value = property.GetValue(node);
                foreach (var child in value is SyntaxNode single ? [single] : (value as IEnumerable<SyntaxNode>) ?? [])
                {
                    Collect(child);
                }
            }
        }
    }

    private static PropertyInfo[] FindChildProperties(Type type) => type.GetProperties()
        .Where(property => property.PropertyType.IsAssignableTo(typeof(SyntaxNode))
            || property.PropertyType.IsAssignableTo(typeof(IEnumerable<SyntaxNode>)))
        .ToArray();

    /// <summary>The reference implementation has kinds of their own for extensions.</summary>
    private static string KindOf(SyntaxNode node)
    {
        var kind = node.GetType().Name[..^"Node".Length];
        return node is TypeSystemDefinitionNode { IsExtension: true } ? kind.Replace("Definition", "Extension", StringComparison.Ordinal) : kind;
    }

    private sealed record SyntaxAnswer(string? Printed, IReadOnlyList<string>? Nodes, SyntaxAnswerError? Error)
    {
        public override string ToString() => Error?.ToString() ?? $"{Printed}\n---\n{string.Join('\n', Nodes!)}";
    }

    private sealed record SyntaxAnswerError(string Message, int Line, int Column)
    {
        public override string ToString() => $"{Line}:{Column} {Message}";
    }
}
