using System.Buffers.Binary;
using System.Numerics;
using System.Text;

namespace Headless.GraphQL.Language;

/// <summary>Shares the strings of names that recur within and across documents.</summary>
/// <remarks>
/// A fixed number of slots, the last name of a slot wins: bounded memory whatever clients send, no lock
/// (a lost race costs one more string, since a slot is compared with the bytes before it is used).
/// </remarks>
internal static class NameTable
{
    private const int SlotBits = 11;
    private const int MaxNameLength = 48;

    private static readonly string?[] Slots = new string?[1 << SlotBits];

    /// <summary>The string for a name, which the lexer has found to be ASCII.</summary>
    public static string Get(ReadOnlySpan<byte> name)
    {
        if (name.Length > MaxNameLength)
        {
            return Encoding.ASCII.GetString(name);
        }

        ref var slot = ref Slots[SlotOf(name)];
        var known = slot;
        if (known is not null && Ascii.Equals(name, known))
        {
            return known;
        }

        return slot = Encoding.ASCII.GetString(name);
    }

    /// <summary>A slot by the length, the first and the last eight bytes: names seldom agree in all three.</summary>
    private static int SlotOf(ReadOnlySpan<byte> name)
    {
        var (first, last) = (0UL, 0UL);
        if (name.Length >= sizeof(ulong))
        {
            first = BinaryPrimitives.ReadUInt64LittleEndian(name);
            last = BinaryPrimitives.ReadUInt64LittleEndian(name[^sizeof(ulong)..]);
        }
        else
        {
            foreach (var character in name)
            {
                first = (first << 8) | character;
            }
        }

        // The upper bits of a product depend on all bits of its factors.
        var hash = (first ^ BitOperations.RotateLeft(last, 29) ^ (ulong)name.Length) * 0x9E3779B97F4A7C15UL;
        return (int)(hash >> (64 - SlotBits));
    }
}
