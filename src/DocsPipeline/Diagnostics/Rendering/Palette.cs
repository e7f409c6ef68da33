namespace DocsPipeline.Diagnostics.Rendering;

/// <summary>The colours of a diagnostic on a terminal, or none.</summary>
internal sealed class Palette(bool colour)
{
    public string Bold(string text) => Paint("1", text);

    public string Frame(string text) => Paint("1;34", text);

    public string Of(Severity severity, string text) =>
        Paint(severity switch { Severity.Error => "1;31", Severity.Warning => "1;33", _ => "1;36" }, text);

    private string Paint(string code, string text) => colour ? $"\u001B[{code}m{text}\u001B[0m" : text;
}
