namespace Headless.Server.Delivery;

/// <summary>Cursors of the log: one for each activity, in the order of commits, the same through every door.</summary>
public interface IActivityCursors
{
    /// <summary>The cursor of an activity.</summary>
    string Encode(long activityId);

    /// <summary>The activity of a cursor; null where it is none of the log.</summary>
    long? Decode(string cursor);
}
