using System.Diagnostics.CodeAnalysis;
using Headless.GraphQL.Language;

namespace Headless.GraphQL.Execution;

/// <summary>Documents by their source text. Equal hashes are not enough: the whole text is compared.</summary>
internal sealed class DocumentCache(RequestOptions options)
{
    /// <summary>What the entry and its list node weigh beside source and syntax tree.</summary>
    private const int EntryOverhead = 256;

    private readonly SegmentedLruCache<byte[], CachedDocument> _documents =
        new(options.DocumentCacheEntries, options.DocumentCacheBytes, Utf8SourceComparer.Instance);

    public int Count => _documents.Count;

    public bool TryGet(ReadOnlySpan<byte> source, [NotNullWhen(true)] out CachedDocument? document) => _documents.TryGet(source, out document);

    public CachedDocument GetOrAdd(CachedDocument document) => _documents.GetOrAdd(document.Source, document, document.Source.Length + EntryOverhead);

    private sealed class Utf8SourceComparer : IEqualityComparer<byte[]>, IAlternateEqualityComparer<ReadOnlySpan<byte>, byte[]>
    {
        public static readonly Utf8SourceComparer Instance = new();

        public bool Equals(byte[]? x, byte[]? y) => x.AsSpan().SequenceEqual(y);

        public int GetHashCode(byte[] source) => GetHashCode(source.AsSpan());

        public bool Equals(ReadOnlySpan<byte> alternate, byte[] other) => alternate.SequenceEqual(other);

        public int GetHashCode(ReadOnlySpan<byte> alternate)
        {
            // Seeded at random by the runtime, so that nobody can prepare documents that collide.
            var hash = default(HashCode);
            hash.AddBytes(alternate);
            return hash.ToHashCode();
        }

        public byte[] Create(ReadOnlySpan<byte> alternate) => alternate.ToArray();
    }
}
