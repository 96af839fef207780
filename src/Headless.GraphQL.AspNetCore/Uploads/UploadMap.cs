using System.Globalization;
using System.Text.Json;

namespace Headless.GraphQL.AspNetCore.Uploads;

/// <summary>The part <c>map</c> of a multipart request: for each file the places in <c>operations</c> that it fills, where that has null.</summary>
internal sealed class UploadMap
{
    private const string VariablesPrefix = "variables.";

    private readonly Dictionary<string, List<string>> _placesByFile = new(StringComparer.Ordinal);

    private UploadMap()
    {
    }

    /// <summary>The files that are still to come.</summary>
    public IReadOnlyCollection<string> Awaited => _placesByFile.Keys;

    /// <summary>Reads the map and checks it against the operation.</summary>
    /// <exception cref="InvalidRequestException">It is not a map, names too much, or leads to a place that is not there or not null.</exception>
    public static UploadMap Read(ReadOnlyMemory<byte> json, JsonElement variables, GraphQLUploadOptions options)
    {
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = 2 });
            var map = new UploadMap();
            map.Add(document.RootElement, variables, options);
            return map;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // InvalidOperationException: something in it is not a string, or half of a surrogate pair.
            throw new InvalidRequestException("The part \"map\" must be a JSON object from each file's part to a list of places, such as {\"0\": [\"variables.file\"]}.", InvalidRequestException.MalformedUpload);
        }
    }

    /// <summary>The places of a file, without <c>variables.</c>; null for a part that the map does not name or that came before.</summary>
    public IReadOnlyList<string>? Take(string file) => _placesByFile.Remove(file, out var places) ? places : null;

    private void Add(JsonElement map, JsonElement variables, GraphQLUploadOptions options)
    {
        var all = new HashSet<string>(StringComparer.Ordinal);
        foreach (var file in map.EnumerateObject())
        {
            var places = new List<string>();
            foreach (var element in file.Value.EnumerateArray())
            {
                var place = element.GetString() ?? throw new JsonException();
                if (all.Count == options.MaxPlaces)
                {
                    throw new InvalidRequestException($"The files of a request may stand at no more than {options.MaxPlaces} places.", InvalidRequestException.UploadLimit);
                }

                if (!place.StartsWith(VariablesPrefix, StringComparison.Ordinal) || !IsNullAt(variables, place.AsSpan(VariablesPrefix.Length)) || !all.Add(place))
                {
                    throw new InvalidRequestException(
                        $"The map leads to \"{Shorten(place)}\": each place must be a path into the variables, have null there and be named once.", InvalidRequestException.UploadPlace);
                }

                places.Add(place[VariablesPrefix.Length..]);
            }

            if (_placesByFile.Count == options.MaxFiles)
            {
                throw new InvalidRequestException($"A request may carry no more than {options.MaxFiles} files.", InvalidRequestException.UploadLimit);
            }

            if (!_placesByFile.TryAdd(file.Name, places))
            {
                throw new JsonException();
            }
        }
    }

    private static bool IsNullAt(JsonElement value, ReadOnlySpan<char> path)
    {
        foreach (var range in path.Split('.'))
        {
            var segment = path[range];
            if (value.ValueKind == JsonValueKind.Object && value.TryGetProperty(segment, out var member))
            {
                value = member;
            }
            else if (value.ValueKind == JsonValueKind.Array
                && int.TryParse(segment, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < value.GetArrayLength())
            {
                value = value[index];
            }
            else
            {
                return false;
            }
        }

        return value.ValueKind == JsonValueKind.Null;
    }

    private static string Shorten(string text) => text.Length <= 100 ? text : string.Concat(text.AsSpan(0, 100), "…");
}
