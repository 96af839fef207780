using System.Text.RegularExpressions;

namespace Headless.GraphQL.Tests.Conformance;

/// <summary>Makes documents that still parse, mostly, and mean something else: the same ones for the same seed.</summary>
/// <param name="seed">Of the random choices.</param>
/// <param name="vocabulary">Text with the names to put in the place of others: a schema's.</param>
internal sealed partial class DocumentMutator(int seed, string vocabulary)
{
    private readonly Random _random = new(seed);
    private readonly string[] _names = Name().Matches(vocabulary).Select(static m => m.Value).Distinct().ToArray();

    /// <summary>Changes one to four names, values or selections.</summary>
    public string Mutate(string source)
    {
        var tokens = Token().Matches(source).Select(static m => m.Value).ToList();
        for (var count = _random.Next(1, 5); count > 0; count--)
        {
            MutateOne(tokens);
        }

        return string.Join(' ', tokens);
    }

    private void MutateOne(List<string> tokens)
    {
        var index = _random.Next(tokens.Count);
        switch (_random.Next(8))
        {
            case 0 or 1 or 2:
                ReplaceNear(tokens, index, static t => Name().IsMatch(t), () => _names[_random.Next(_names.Length)]);
                break;
            case 3 or 4:
                var other = tokens[_random.Next(tokens.Count)];
                ReplaceNear(tokens, index, static t => Name().IsMatch(t), () => Name().IsMatch(other) ? other : "id");
                break;
            case 5:
                ReplaceNear(tokens, index, static t => t.Length > 0 && (char.IsDigit(t[0]) || t[0] is '"' or '$' or '-'), Value);
                break;
            case 6:
                CopyGroup(tokens, index);
                break;
            default:
                RemoveGroup(tokens, index);
                break;
        }
    }

    private string Value()
    {
        string[] values = ["1", "-3", "1.5", "\"x\"", "null", "true", "GREETING", "[1, \"a\"]", "{ open: true }", "{ email: \"x\", number: 1 }", "$v", "$a", "99999999999"];
        return values[_random.Next(values.Length)];
    }

    private static void ReplaceNear(List<string> tokens, int start, Func<string, bool> isCandidate, Func<string> replacement)
    {
        var index = tokens.FindIndex(start, t => isCandidate(t));
        if (index >= 0)
        {
            tokens[index] = replacement();
        }
    }

    private void CopyGroup(List<string> tokens, int index)
    {
        if (FindGroup(tokens, index) is { } group)
        {
            tokens.InsertRange(group.Start, tokens.GetRange(group.Start, group.Count));
        }
    }

    private void RemoveGroup(List<string> tokens, int index)
    {
        if (FindGroup(tokens, index) is { } group && group.Count < tokens.Count)
        {
            tokens.RemoveRange(group.Start, group.Count);
        }
    }

    /// <summary>A name with the bracketed parts that follow it: a selection, an argument, a definition.</summary>
    private static (int Start, int Count)? FindGroup(List<string> tokens, int index)
    {
        var start = tokens.FindIndex(index, static t => Name().IsMatch(t));
        if (start < 0)
        {
            return null;
        }

        var end = start + 1;
        while (end < tokens.Count && tokens[end] is "(" or "{")
        {
            var depth = 0;
            do
            {
                depth += tokens[end] is "(" or "{" or "[" ? 1 : tokens[end] is ")" or "}" or "]" ? -1 : 0;
                end++;
            }
            while (depth > 0 && end < tokens.Count);
        }

        return (start, end - start);
    }

    [GeneratedRegex("\"\"\"(?:.|\n)*?\"\"\"|\"(?:\\\\.|[^\"])*\"|\\.\\.\\.|[$@]?[_A-Za-z][_0-9A-Za-z]*|-?[0-9][0-9.eE+-]*|[{}()\\[\\]:!=|&]")]
    private static partial Regex Token();

    [GeneratedRegex("^[_A-Za-z][_0-9A-Za-z]*$|(?<=[^$@_0-9A-Za-z])[_A-Za-z][_0-9A-Za-z]*")]
    private static partial Regex Name();
}
