using System.Text;
using System.Text.Json;
using DocsPipeline.Sandbox.Confluence.Access;

namespace DocsPipeline.Sandbox.Confluence.V2;

/// <summary>Where the next part of a listing begins: after this item. Opaque to clients.</summary>
internal sealed record Cursor(string Value, string Id)
{
    public string Write() => Convert.ToBase64String(JsonSerializer.SerializeToUtf8Bytes(this));

    public static Cursor? Read(string? text)
    {
        if (text is null)
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize<Cursor>(
                Encoding.UTF8.GetString(Convert.FromBase64String(text))) is { Value: not null, Id: not null } cursor
                ? cursor
                : throw new JsonException();
        }
        catch (Exception problem) when (problem is FormatException or JsonException)
        {
            throw Refusal.Invalid("Provided value for 'cursor' is not a valid cursor");
        }
    }
}
