namespace DocsPipeline.StorageFormat.Vocabulary;

/// <summary>What Cloud writes for an image unless told otherwise; both directions leave it out of the Markdown.</summary>
internal readonly record struct ImageDefaults(string? Layout, string? CustomWidth, string? Version)
{
    public const string BorderColor = "#091e4224";

    public static ImageDefaults For(bool cloud, string? align, string? width, bool attachment) => !cloud
        ? default
        : new ImageDefaults(
            align switch { "center" => "center", "left" => "align-start", "right" => "align-end", _ => null },
            width is null ? null : "true",
            attachment ? "1" : null);
}
