using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace DocsPipeline.Diagnostics.Rendering;

/// <summary>
/// JSON in plain ASCII in which no build agent finds a command: <c>#</c> is escaped too, because <c>##[…]</c> counts anywhere in a line.
/// </summary>
internal static class InertJson
{
    public static void Write(TextWriter output, Action<Utf8JsonWriter> content)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = Encoder() }))
        {
            content(json);
        }

        output.Write(System.Text.Encoding.UTF8.GetString(bytes.ToArray()) + "\n");
    }

    private static JavaScriptEncoder Encoder()
    {
        var allowed = new TextEncoderSettings(UnicodeRanges.BasicLatin);
        allowed.ForbidCharacters('#');
        return JavaScriptEncoder.Create(allowed);
    }
}
