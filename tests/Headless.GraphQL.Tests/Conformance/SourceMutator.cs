using System.Text;
using System.Text.RegularExpressions;

namespace Headless.GraphQL.Tests.Conformance;

/// <summary>Makes source texts that are almost right, the same ones for the same seed.</summary>
internal sealed partial class SourceMutator(int seed)
{
    private static readonly string[] Splinters =
    [
        "{", "}", "(", ")", "[", "]", "!", "$", "&", "...", "..", ".", ":", "=", "@", "|", ",", "\"", "\"\"", "\"\"\"", "\\", "\\\"\"\"",
        "'", "#", "\n", "\r", "\r\n", "\t", " ", "\uFEFF", "\0", "\u0007", "\u00A0", "\u2028", "é", "漢", "😀", "-", "+", "/", "*", "%", ";",
        "0", "00", "1", "-1", "1.5", "1.", ".5", "1e5", "1e", "0x1", "on", "query", "mutation", "subscription", "fragment", "type",
        "extend", "schema", "scalar", "interface", "union", "enum", "input", "directive", "implements", "repeatable", "true", "false",
        "null", "name", "_", "\\u0041", "\\uD83D\\uDE00", "\\uD83D", "\\u{1F600}", "\\u{}", "\\u{110000}", "\\n", "\\x", "\"\"\"\n  a\n b\"\"\"",
        "\"text\"", "{a}", "(a: 1)", "@a", "$a", "[a]", "a: b", "FIELD", "{}",
    ];

    private readonly Random _random = new(seed);

    /// <summary>Changes one to three things: words, characters, or where the text ends.</summary>
    public string Mutate(string source)
    {
        var mutated = source;
        for (var count = _random.Next(1, 4); count > 0; count--)
        {
            mutated = _random.Next(2) == 0 ? MutateWords(mutated) : MutateCharacters(mutated);
        }

        return mutated;
    }

    private string MutateWords(string source)
    {
        var words = Word().Matches(source).Select(match => match.Value).ToList();
        if (words.Count == 0)
        {
            return Splinter();
        }

        var index = _random.Next(words.Count);
        switch (_random.Next(5))
        {
            case 0:
                words.RemoveAt(index);
                break;
            case 1:
                words.Insert(index, words[index]);
                break;
            case 2:
                words.Insert(index, Splinter());
                break;
            case 3:
                words[index] = Splinter();
                break;
            default:
                var other = _random.Next(words.Count);
                (words[index], words[other]) = (words[other], words[index]);
                break;
        }

        return string.Concat(words);
    }

    private string MutateCharacters(string source)
    {
        // Code points and not UTF-16 code units: a text with half a character in it cannot be sent as JSON.
        var runes = source.EnumerateRunes().Select(rune => rune.ToString()).ToList();
        if (runes.Count == 0)
        {
            return Splinter();
        }

        var index = _random.Next(runes.Count);
        switch (_random.Next(4))
        {
            case 0:
                runes.RemoveAt(index);
                break;
            case 1:
                runes.Insert(index, Splinter());
                break;
            case 2:
                runes[index] = Splinter();
                break;
            default:
                runes.RemoveRange(index, runes.Count - index);
                break;
        }

        return string.Concat(runes);
    }

    private string Splinter() => Splinters[_random.Next(Splinters.Length)];

    [GeneratedRegex("""\s+|\w+|\.\.\.|"(?:[^"\\\n]|\\.)*"|[\uD800-\uDBFF][\uDC00-\uDFFF]|.""", RegexOptions.Singleline)]
    private static partial Regex Word();
}
