namespace Headless.Community;

/// <summary>A question of a group's positioning that is answered before it opens .</summary>
public enum PositioningQuestion
{
    Why,
    What,
    Who,
    Where,
    When,
    How,
}
