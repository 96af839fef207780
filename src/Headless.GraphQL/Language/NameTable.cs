using System.Text;

namespace Headless.GraphQL.Language;

/// <summary>Shares the strings of names that recur within and across documents.</summary>
/// <remarks>
/// A fixed number of slots, the last name of a slot wins: bounded memory whatever clients send, no lock
/// (a lost race costs one more string, since a slot is compared with the bytes before it is used).
/// </remarks>
internal static class NameTable
{
    private const int SlotCount = 2048;
    private const int MaxNameLength = 48;

    private static readonly string?[] Slots = new string?[SlotCount];

    /// <summary>The string for a name, which the lexer has found to be ASCII.</summary>
    public static string Get(ReadOnlySpan<byte> name)
    {
        if (name.Length > MaxNameLength)
        {
            return Encoding.ASCII.GetString(name);
        }

        var hash = 2166136261u;
        foreach (var character in name)
        {
            hash = (hash ^ character) * 16777619u;
        }

        ref var slot = ref Slots[(hash ^ (hash >> 16)) & (SlotCount - 1)];
        var known = slot;
        if (known is not null && Ascii.Equals(name, known))
        {
            return known;
        }

        return slot = Encoding.ASCII.GetString(name);
    }
}
