using System.Buffers.Binary;

namespace Headless.Community.Moderation;

/// <summary>The latest messages of a member in a group, by time: when, and a hash of what.</summary>
internal sealed class Trail
{
    private const int BytesOfMessage = 16;
    private static readonly long s_window = Rule.MaxSeconds * TimeSpan.TicksPerSecond;

    private readonly List<(long At, long Hash)> _messages = [];

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    public static Trail Read(string messages)
    {
        var trail = new Trail();
        var bytes = Convert.FromBase64String(messages).AsSpan();
        for (; bytes.Length >= BytesOfMessage; bytes = bytes[BytesOfMessage..])
        {
            trail._messages.Add((BinaryPrimitives.ReadInt64LittleEndian(bytes), BinaryPrimitives.ReadInt64LittleEndian(bytes[8..])));
        }

        return trail;
    }

    /// <summary>Adds a message where it belongs, and forgets what lies too far back.</summary>
    public void Add(DateTime at, long hash)
    {
        var place = _messages.Count;
        while (place > 0 && _messages[place - 1].At > at.Ticks)
        {
            place--;
        }

        _messages.Insert(place, (at.Ticks, hash));
        var earliest = _messages[^1].At - s_window;
        var forgotten = Math.Max(_messages.Count - Rule.MaxRemembered, 0);
        while (_messages[forgotten].At < earliest)
        {
            forgotten++;
        }

        _messages.RemoveRange(0, forgotten);
    }

    /// <summary>The most messages, or the most with a hash, of any stretch of so many seconds that the message at a time is part of.</summary>
    public int MostWithin(DateTime at, int seconds, long? hash)
    {
        var length = seconds * TimeSpan.TicksPerSecond;
        var most = 0;
        for (int last = 0, first = 0, count = 0; last < _messages.Count && _messages[last].At < at.Ticks + length; last++)
        {
            count += Counts(last);
            for (; _messages[first].At <= _messages[last].At - length; first++)
            {
                count -= Counts(first);
            }

            if (_messages[last].At >= at.Ticks)
            {
                most = Math.Max(most, count);
            }
        }

        return most;

        int Counts(int place) => hash is null || _messages[place].Hash == hash ? 1 : 0;
    }

    public override string ToString()
    {
        var bytes = new byte[_messages.Count * BytesOfMessage];
        for (var place = 0; place < _messages.Count; place++)
        {
            BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(place * BytesOfMessage), _messages[place].At);
            BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan((place * BytesOfMessage) + 8), _messages[place].Hash);
        }

        return Convert.ToBase64String(bytes);
    }
}
