namespace Headless.Community;

/// <summary>What a part of a difference is.</summary>
public enum TextChangeKind : byte
{
    /// <summary>In both texts.</summary>
    Equal = 1,

    /// <summary>Only in the later text.</summary>
    Inserted = 2,

    /// <summary>Only in the earlier text.</summary>
    Deleted = 3,
}

/// <summary>A run of text that is in both texts or in one.</summary>
public sealed record TextChange(TextChangeKind Kind, string Text);

/// <summary>
/// The least that has to be deleted and inserted to make one text of another: by lines, and where asked by words within the lines
/// that differ. A word is a run of letters or digits, one Chinese character, or one other sign.
/// </summary>
public static class TextDifference
{
    /// <summary>
    /// The most differing tokens that are looked for: the work grows with their number times the length of the texts. Texts that have
    /// less in common are told as one deletion and one insertion between what they begin and end with.
    /// </summary>
    private const int MaxEdits = 1_500;

    public static IReadOnlyList<TextChange> Compare(string before, string after, bool byWord)
    {
        var lines = Compare(Lines(before), Lines(after));
        if (!byWord)
        {
            return lines;
        }

        var changes = new List<TextChange>();
        for (var index = 0; index < lines.Count; index++)
        {
            if (lines[index].Kind == TextChangeKind.Deleted && index + 1 < lines.Count && lines[index + 1].Kind == TextChangeKind.Inserted)
            {
                changes.AddRange(Compare(Words(lines[index].Text), Words(lines[index + 1].Text)));
                index++;
            }
            else
            {
                changes.Add(lines[index]);
            }
        }

        return Join(changes);
    }

    private static List<TextChange> Compare(List<string> before, List<string> after)
    {
        var (start, limit) = (0, Math.Min(before.Count, after.Count));
        while (start < limit && before[start] == after[start])
        {
            start++;
        }

        var end = 0;
        while (end < limit - start && before[^(end + 1)] == after[^(end + 1)])
        {
            end++;
        }

        List<TextChange> changes =
        [
            .. before.Take(start).Select(text => new TextChange(TextChangeKind.Equal, text)),
            .. Edits(before.GetRange(start, before.Count - end - start), after.GetRange(start, after.Count - end - start)),
            .. before.TakeLast(end).Select(text => new TextChange(TextChangeKind.Equal, text)),
        ];
        return Join(changes);
    }

    /// <summary>Myers' greedy search for the shortest way, forwards, keeping the frontier of each number of edits for the way back.</summary>
    private static IEnumerable<TextChange> Edits(List<string> before, List<string> after)
    {
        var (n, m) = (before.Count, after.Count);
        var max = Math.Min(n + m, MaxEdits);
        var frontiers = new List<int[]>();
        var reach = new int[(2 * max) + 3];
        for (var edits = 0; edits <= max; edits++)
        {
            frontiers.Add(reach.AsSpan(max + 1 - edits, (2 * edits) + 1).ToArray());
            for (var diagonal = -edits; diagonal <= edits; diagonal += 2)
            {
                var x = diagonal == -edits || (diagonal != edits && reach[max + diagonal] < reach[max + 2 + diagonal])
                    ? reach[max + 2 + diagonal]
                    : reach[max + diagonal] + 1;
                while (x < n && x - diagonal < m && before[x] == after[x - diagonal])
                {
                    x++;
                }

                reach[max + 1 + diagonal] = x;
                if (x >= n && x - diagonal >= m)
                {
                    return WayBack(before, after, frontiers, edits);
                }
            }
        }

        return [.. before.Select(text => new TextChange(TextChangeKind.Deleted, text)), .. after.Select(text => new TextChange(TextChangeKind.Inserted, text))];
    }

    private static List<TextChange> WayBack(List<string> before, List<string> after, List<int[]> frontiers, int edits)
    {
        var changes = new List<TextChange>();
        var (x, y) = (before.Count, after.Count);
        for (; edits > 0; edits--)
        {
            // The frontier of one edit less, by diagonal from -(edits - 1); it was kept before this round began.
            var frontier = frontiers[edits];
            var diagonal = x - y;
            int At(int d) => frontier[d + edits];
            var down = diagonal == -edits || (diagonal != edits && At(diagonal - 1) < At(diagonal + 1));
            var from = down ? diagonal + 1 : diagonal - 1;
            var (fromX, fromY) = (At(from), At(from) - from);
            while (x > (down ? fromX : fromX + 1))
            {
                (x, y) = (x - 1, y - 1);
                changes.Add(new TextChange(TextChangeKind.Equal, before[x]));
            }

            changes.Add(down ? new TextChange(TextChangeKind.Inserted, after[y - 1]) : new TextChange(TextChangeKind.Deleted, before[x - 1]));
            (x, y) = (fromX, fromY);
        }

        while (x > 0)
        {
            changes.Add(new TextChange(TextChangeKind.Equal, before[--x]));
        }

        changes.Reverse();
        return changes;
    }

    /// <summary>Neighbours of one kind become one, deletions before the insertions beside them.</summary>
    private static List<TextChange> Join(IEnumerable<TextChange> changes)
    {
        var joined = new List<TextChange>();
        var (deleted, inserted, equal) = (new System.Text.StringBuilder(), new System.Text.StringBuilder(), new System.Text.StringBuilder());

        void Flush(System.Text.StringBuilder text, TextChangeKind kind)
        {
            if (text.Length > 0)
            {
                joined.Add(new TextChange(kind, text.ToString()));
                text.Clear();
            }
        }

        foreach (var change in changes)
        {
            if (change.Kind == TextChangeKind.Equal)
            {
                Flush(deleted, TextChangeKind.Deleted);
                Flush(inserted, TextChangeKind.Inserted);
                equal.Append(change.Text);
            }
            else
            {
                Flush(equal, TextChangeKind.Equal);
                (change.Kind == TextChangeKind.Deleted ? deleted : inserted).Append(change.Text);
            }
        }

        Flush(equal, TextChangeKind.Equal);
        Flush(deleted, TextChangeKind.Deleted);
        Flush(inserted, TextChangeKind.Inserted);
        return joined;
    }

    /// <summary>Each with its line end.</summary>
    private static List<string> Lines(string text)
    {
        var lines = new List<string>();
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start);
            end = end < 0 ? text.Length : end + 1;
            lines.Add(text[start..end]);
            start = end;
        }

        return lines;
    }

    private static List<string> Words(string text)
    {
        var words = new List<string>();
        for (var start = 0; start < text.Length;)
        {
            var end = start + 1;
            if (IsWordPart(text[start]))
            {
                while (end < text.Length && IsWordPart(text[end]))
                {
                    end++;
                }
            }
            else if (char.IsHighSurrogate(text[start]) && end < text.Length)
            {
                end++;
            }

            words.Add(text[start..end]);
            start = end;
        }

        return words;
    }

    private static bool IsWordPart(char c) => char.IsLetterOrDigit(c) && !Search.SearchTokens.IsUnspaced(c);
}
