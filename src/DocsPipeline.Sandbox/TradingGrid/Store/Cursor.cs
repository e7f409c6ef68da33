using System.Text;
using System.Text.Json;
using DocsPipeline.Sandbox.TradingGrid.Contract;
using Microsoft.AspNetCore.WebUtilities;

namespace DocsPipeline.Sandbox.TradingGrid.Store;

/// <summary>A place in a listing. Opaque outside: base64url of JSON, bound to its query and to the time it was handed out.</summary>
internal sealed record Cursor(string Query, long Number, DateTimeOffset At)
{
    public string Write() => WebEncoders.Base64UrlEncode(Encoding.UTF8.GetBytes(GridJson.Write(this)));

    /// <summary>Refuses with 400 what was not handed out for this query.</summary>
    public static Cursor Read(string text, string query)
    {
        try
        {
            if (GridJson.Read<Cursor>(Encoding.UTF8.GetString(WebEncoders.Base64UrlDecode(text))) is { } cursor && cursor.Query == query)
            {
                return cursor;
            }
        }
        catch (Exception broken) when (broken is FormatException or JsonException)
        {
        }

        throw Problem.Parameter("The cursor was not handed out for this query.");
    }

    public static Problem Expired() => new(410, "cursor_expired", "The cursor has expired: read again from the start.");
}
