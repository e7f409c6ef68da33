using System.Text;
using System.Text.Json;

namespace DocsPipeline.Systems.Http;

/// <summary>
/// Reads what a system says about its refusal: problem+json (RFC 9457), GitHub's and Confluence's error bodies, an OAuth2 error, or a
/// gateway's <c>{"fault":{…}}</c>. Anything else gives the status alone, never an exception of its own.
/// </summary>
internal static class RemoteFault
{
    private const int LongestText = 400;

    public static (string Code, string Reason, string? TraceId) Read(RemoteResponse response)
    {
        try
        {
            using var json = JsonDocument.Parse(response.Body, new JsonDocumentOptions { MaxDepth = 64 });
            if (json.RootElement.ValueKind == JsonValueKind.Object)
            {
                return Read(json.RootElement, response.Status);
            }
        }
        catch (JsonException)
        {
        }

        return (response.MediaType?.MediaType is "text/html" ? "web_page" : "", "no reason given", null);
    }

    /// <summary>
    /// On one line, without control characters, of bearable length: remote text may end up in a terminal or a workflow log.
    /// </summary>
    public static string OneLine(string text)
    {
        var line = new StringBuilder(Math.Min(text.Length, LongestText));
        foreach (var character in text.AsSpan(0, Math.Min(text.Length, LongestText)))
        {
            line.Append(char.IsControl(character) ? ' ' : character);
        }

        return text.Length > LongestText ? line.Append('…').ToString() : line.ToString();
    }

    private static (string Code, string Reason, string? TraceId) Read(JsonElement root, int status)
    {
        if (root.TryGetProperty("fault", out var fault) && fault.ValueKind == JsonValueKind.Object)
        {
            var detail = fault.TryGetProperty("detail", out var inner) && inner.ValueKind == JsonValueKind.Object ? inner : fault;
            return (First(detail, "errorcode", "code"), First(fault, "faultstring", "message"), null);
        }

        var errors = root.TryGetProperty("errors", out var list) && list.ValueKind == JsonValueKind.Array
            ? list.EnumerateArray().Select(Describe).ToList()
            : [];
        var code = First(root, "code", "error", "type");
        var reason = First(root, "error_description", "detail", "message", "title");
        if (errors.Count > 0)
        {
            code = code.Length > 0 && code != "about:blank" ? code : errors[0].Code;
            var texts = errors.Select(error => error.Text).Prepend(reason);
            reason = string.Join("; ", texts.Where(text => text.Length > 0).Distinct());
        }

        var traceId = First(root, "traceId") is { Length: > 0 } trace ? OneLine(trace) : null;
        return (code, reason.Length > 0 ? reason : $"status {status}", traceId);
    }

    private static (string Code, string Text) Describe(JsonElement error)
    {
        if (error.ValueKind != JsonValueKind.Object)
        {
            return ("", error.ValueKind == JsonValueKind.String ? error.GetString()! : "");
        }

        var place = First(error, "pointer", "field");
        var text = First(error, "detail", "message", "title", "code");
        return (First(error, "code"), place.Length > 0 ? $"{place}: {text}" : text);
    }

    private static string First(JsonElement element, params string[] names)
    {
        foreach (var name in names)
        {
            if (element.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String or JsonValueKind.Number
                && value.ToString() is { Length: > 0 } text)
            {
                return text;
            }
        }

        return "";
    }
}
