using System.Text;
using Headless.GraphQL.Language;
using Headless.GraphQL.Tests.Conformance;
using Headless.GraphQL.Tests.Fuzzing;

namespace Headless.GraphQL.Tests.Language;

/// <summary>Texts and bytes that nobody would write, the same ones at every run.</summary>
public sealed class ParserFuzzTests
{
    private const int LeastRounds = 1_500;
    private const int LongestMessage = 400;

    [Fact]
    public void Only_syntax_errors_escape_from_mutated_texts()
    {
        foreach (var seed in FuzzSeeds.AtLeast(LeastRounds))
        {
            var mutator = new SourceMutator(seed);
            var source = new RandomDocument(seed).Text;
            for (var generation = 0; generation < 4; generation++)
            {
                source = mutator.Mutate(source);
                Check(seed, Encoding.UTF8.GetBytes(source));
            }
        }
    }

    [Fact]
    public void Only_syntax_errors_escape_from_mutated_bytes()
    {
        foreach (var seed in FuzzSeeds.AtLeast(LeastRounds))
        {
            var random = new Random(seed);
            var source = Encoding.UTF8.GetBytes(new RandomDocument(seed).Text).ToList();
            for (var generation = 0; generation < 4; generation++)
            {
                var position = random.Next(source.Count);
                switch (random.Next(3))
                {
                    case 0:
                        source[position] = (byte)random.Next(256);
                        break;
                    case 1:
                        source.Insert(position, (byte)random.Next(256));
                        break;
                    default:
                        source.RemoveRange(position, Math.Min(random.Next(1, 4), source.Count - position - 1));
                        break;
                }

                Check(seed, [.. source]);
            }
        }
    }

    [Fact]
    public void Only_syntax_errors_escape_from_noise()
    {
        var alphabet = "{}()[]:=@!|&$,.\"\\#-+0123456789eEauUxn_ \t\r\n'\u00E9\u6F22"u8.ToArray();
        foreach (var seed in FuzzSeeds.AtLeast(LeastRounds))
        {
            var random = new Random(seed);
            var source = new byte[random.Next(1, 200)];
            for (var index = 0; index < source.Length; index++)
            {
                source[index] = random.Next(20) == 0 ? (byte)random.Next(256) : alphabet[random.Next(alphabet.Length)];
            }

            Check(seed, source);
        }
    }

    [Fact]
    public void A_generated_document_is_printed_to_a_text_that_prints_the_same()
    {
        foreach (var seed in FuzzSeeds.AtLeast(LeastRounds))
        {
            var printed = SyntaxPrinter.Print(Utf8GraphQLParser.Parse(new RandomDocument(seed).Text));

            SyntaxPrinter.Print(Utf8GraphQLParser.Parse(printed)).ShouldBe(printed, $"seed {seed}");
        }
    }

    private static void Check(int seed, byte[] source)
    {
        try
        {
            CheckDocument(seed, () => Utf8GraphQLParser.Parse(source), source.Length);
            CheckDocument(seed, () => Utf8GraphQLParser.ParseValue(source), source.Length);
            CheckDocument(seed, () => Utf8GraphQLParser.ParseType(source), source.Length);
            CheckDocument(seed, () => Utf8GraphQLParser.Parse(source, new ParserOptions { MaxDepth = 3, MaxTokens = 20 }), source.Length);
            SchemaCoordinate.TryParse(Encoding.Latin1.GetString(source), out _);
        }
        catch (Exception unexpected) when (unexpected is not ShouldAssertException)
        {
            throw new InvalidOperationException($"Seed {seed}: {Convert.ToHexString(source)}", unexpected);
        }
    }

    private static void CheckDocument(int seed, Func<SyntaxNode> parse, int length)
    {
        SyntaxNode tree;
        try
        {
            tree = parse();
        }
        catch (GraphQLSyntaxException error)
        {
            error.Message.Length.ShouldBeLessThan(LongestMessage, $"seed {seed}");
            error.Location.Start.ShouldBeInRange(0, length, $"seed {seed}");
            error.Location.End.ShouldBeInRange(error.Location.Start, length, $"seed {seed}");
            error.Location.Line.ShouldBePositive($"seed {seed}");
            error.Location.Column.ShouldBePositive($"seed {seed}");
            return;
        }

        tree.Location.End.ShouldBeInRange(tree.Location.Start, length, $"seed {seed}");
        SyntaxPrinter.Print(tree).ShouldNotBeEmpty($"seed {seed}");
    }
}
