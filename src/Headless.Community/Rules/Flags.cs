namespace Headless.Community;

/// <summary>Sets of enum values: one number in the database, a list in the API.</summary>
internal static class Flags
{
    public static IReadOnlyList<T> ToList<T>(T set)
        where T : struct, Enum => [.. Enum.GetValues<T>().Where(value => set.HasFlag(value))];

    public static T FromList<T>(IReadOnlyList<T> values)
        where T : struct, Enum => (T)Enum.ToObject(typeof(T), values.Aggregate(0L, (sum, value) => sum | Convert.ToInt64(value)));
}
