using System.Globalization;

namespace DocsPipeline.Documents;

/// <summary>One Markdown file: what it is (front matter) and what it says. <see cref="BodyLine"/> is the line, from 1, where the body
/// begins.</summary>
public sealed record Document(string Path, string Text, FrontMatter FrontMatter, string Body, int BodyLine)
{
    public DocumentId Id { get; init; }

    /// <summary>The kind's name as written; whether it exists is the catalogue's to say.</summary>
    public string Kind => FrontMatter.Text("kind") ?? "";

    public string Title => FrontMatter.Text("title") ?? Id.Value;

    public string Summary => FrontMatter.Text("summary") ?? "";

    /// <summary><c>internal</c>, <c>partner</c> or <c>partner-restricted</c>; what is not written is internal.</summary>
    public string Classification => FrontMatter.Text("classification") ?? "internal";

    public Audience Audience => new(
        FrontMatter.Texts("audience.communities"), FrontMatter.Texts("audience.groups"), FrontMatter.Texts("audience.partners"));

    /// <summary>The folder, with <c>/</c> at its end: links of the body are relative to it.</summary>
    public string Folder => Path[..(Path.LastIndexOf('/') + 1)];

    public ConfluenceSource? Confluence =>
        FrontMatter.Text("confluence.space") is { } space
        && FrontMatter.Text("confluence.page") is { } page
        && int.TryParse(FrontMatter.Text("confluence.version"), NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            ? new ConfluenceSource(space, page, version)
            {
                Parent = FrontMatter.Text("confluence.parent"),
                Position = int.TryParse(
                    FrontMatter.Text("confluence.position"), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var position)
                        ? position : null,
                Files = DateTimeOffset.TryParse(
                    FrontMatter.Text("confluence.files"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var files)
                        ? files : null,
                Gone = FrontMatter.Text("confluence.gone"),
            }
            : null;
}
