namespace Headless.Community;

/// <summary>Text that every database keeps as it is.</summary>
public static class StorableText
{
    /// <summary>Whether there is neither a NUL character nor half of a surrogate pair in it.</summary>
    public static bool Is(ReadOnlySpan<char> text)
    {
        if (text.Contains('\0'))
        {
            return false;
        }

        for (var first = text.IndexOfAnyInRange('\uD800', '\uDFFF'); first >= 0; first = text.IndexOfAnyInRange('\uD800', '\uDFFF'))
        {
            text = text[first..];
            if (text.Length < 2 || !char.IsSurrogatePair(text[0], text[1]))
            {
                return false;
            }

            text = text[2..];
        }

        return true;
    }
}
