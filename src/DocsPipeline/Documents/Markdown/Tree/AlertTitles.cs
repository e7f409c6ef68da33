namespace DocsPipeline.Documents.Markdown.Tree;

/// <summary>GitHub's five alerts and the word that stands over each.</summary>
internal static class AlertTitles
{
    public static string[] Kinds { get; } = ["note", "tip", "important", "warning", "caution"];

    public static string Of(string kind) => char.ToUpperInvariant(kind[0]) + kind[1..];
}
