using System.Text;
using System.Text.Json;
using Headless.GraphQL.Execution;

namespace Headless.GraphQL.Tests.Conformance.Execution;

/// <summary>The results of a request as text in which two implementations can be compared: data in its order, then the errors.</summary>
internal static class ExecutionOutcome
{
    /// <summary>What the specification leaves to implementations, and graphql-js does not have.</summary>
    private static readonly string[] OwnExtensions = ["code", "specifiedBy"];

    /// <summary>The results as the oracle gives them.</summary>
    public static string Describe(JsonElement results) => string.Join("\n---\n", results.EnumerateArray().Select(DescribeResult));

    /// <summary>Our answer to a request; of a subscription, all of its answers.</summary>
    public static async Task<string> DescribeAsync(ExecutionResult result)
    {
        var texts = new List<string>();
        if (result is ResponseStream stream)
        {
            await foreach (var item in stream.WithCancellation(TestContext.Current.CancellationToken))
            {
                using (item)
                {
                    texts.Add(DescribePayload(item));
                }
            }
        }
        else
        {
            texts.Add(DescribePayload((OperationResult)result));
        }

        return string.Join("\n---\n", texts);
    }

    private static string DescribePayload(OperationResult result)
    {
        using var document = JsonDocument.Parse(result.Payload);
        CheckForm(document.RootElement, result.IsRequestError);
        return DescribeResult(document.RootElement);
    }

    /// <summary>An answer has what section 7.1 of the specification gives it and no more; that of a request error has no data.</summary>
    private static void CheckForm(JsonElement result, bool isRequestError)
    {
        result.EnumerateObject().Select(static p => p.Name).Except(["data", "errors", "extensions"]).ShouldBeEmpty();
        result.TryGetProperty("data", out _).ShouldBe(!isRequestError);
        if (!result.TryGetProperty("errors", out var errors))
        {
            return;
        }

        errors.GetArrayLength().ShouldBeGreaterThan(0);
        foreach (var error in errors.EnumerateArray())
        {
            error.EnumerateObject().Select(static p => p.Name).Except(["message", "locations", "path", "extensions"]).ShouldBeEmpty();
            error.GetProperty("message").GetString().ShouldNotBeNullOrEmpty();
            (isRequestError || error.TryGetProperty("path", out _)).ShouldBeTrue();
        }
    }

    private static string DescribeResult(JsonElement result)
    {
        var text = new StringBuilder();
        if (result.TryGetProperty("data", out var data))
        {
            Write(text.Append("data "), data);
        }

        foreach (var error in result.TryGetProperty("errors", out var errors) ? errors.EnumerateArray().ToArray() : [])
        {
            text.Append(text.Length == 0 ? "" : "\n").Append("error ").Append(error.GetProperty("message").GetString());
            if (error.TryGetProperty("locations", out var locations))
            {
                text.Append(" at ").AppendJoin(' ', locations.EnumerateArray().Select(Place));
            }

            if (error.TryGetProperty("path", out var path))
            {
                Write(text.Append(" path "), path);
            }

            WriteExtensions(text, error);
        }

        return text.ToString();
    }

    private static void WriteExtensions(StringBuilder text, JsonElement error)
    {
        var extensions = error.TryGetProperty("extensions", out var given)
            ? given.EnumerateObject().Where(static p => !OwnExtensions.Contains(p.Name)).ToArray()
            : [];
        foreach (var extension in extensions)
        {
            Write(text.Append(" extension ").Append(extension.Name).Append(' '), extension.Value);
        }
    }

    private static string Place(JsonElement location)
        => location.ValueKind == JsonValueKind.String ? location.GetString()! : $"{location.GetProperty("line")}:{location.GetProperty("column")}";

    private static void Write(StringBuilder text, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                text.Append('{').AppendJoin(", ", value.EnumerateObject().Select(static p => $"{p.Name}: {Text(p.Value)}")).Append('}');
                break;
            case JsonValueKind.Array:
                text.Append('[').AppendJoin(", ", value.EnumerateArray().Select(Text)).Append(']');
                break;
            case JsonValueKind.Number:
                text.Append(NumberText.OfDouble(value.GetDouble()));
                break;
            case JsonValueKind.String:
                text.Append('"').Append(value.GetString()).Append('"');
                break;
            default:
                text.Append(value.GetRawText());
                break;
        }
    }

    private static string Text(JsonElement value)
    {
        var text = new StringBuilder();
        Write(text, value);
        return text.ToString();
    }
}
