using System.Text.RegularExpressions;
using DocsPipeline.StorageFormat;
using DocsPipeline.StorageFormat.Conversion;

namespace DocsPipeline.Tests.StorageFormat;

/// <summary>What came out for many pages.</summary>
internal sealed partial class CorpusFigures
{
    private int wellFormed;
    private int cloud;
    private int cloudCanonical;

    public int Documents { get; private set; }

    public int FixedPoints { get; private set; }

    /// <summary>What must not happen for a single page.</summary>
    public List<string> Faults { get; } = [];

    public int Edits { get; private set; }

    public double CanonicalShareOfCloud => cloud == 0 ? 1 : (double)cloudCanonical / cloud;

    public double Share(int count) => wellFormed == 0 ? 1 : (double)count / wellFormed;

    /// <summary>Changes one word of a page, which must change that word of the page and nothing else.</summary>
    public void Edit(string name, string storage, string word, ConversionOptions options)
    {
        if (new StorageFormatToMarkdown().Convert(storage, options).Markdown is not { } markdown)
        {
            return;
        }

        Edits++;
        var whole = new Regex($"\\b{Regex.Escape(word)}\\b");
        var edited = new MarkdownToStorageFormat().Convert(whole.Replace(markdown, "renewed"), storage, options);
        // A fallback repeats its node, and is made anew where the node is.
        if (Fallback().Replace(edited.Storage ?? "", "") != Fallback().Replace(whole.Replace(storage, "renewed"), ""))
        {
            Faults.Add($"{name}: the change of {word} changed more, or nothing");
        }
    }

    public void Add(string name, string storage, ConversionOptions options, bool isCloud = false)
    {
        Documents++;
        var result = new StorageFormatToMarkdown().Convert(storage, options);
        if ((result.Markdown is not null) != CanonicalStorage.IsWellFormed(storage))
        {
            Faults.Add($"{name}: the XML reader disagrees: {(result.Findings.Count == 0 ? null : result.Findings[0])}");
        }

        if (result.Markdown is not { } markdown)
        {
            return;
        }

        wellFormed++;
        Words(name, storage, markdown);
        if (new StorageFormatToMarkdown().Convert(storage, options).Markdown != markdown)
        {
            Faults.Add($"{name}: a second conversion differs");
        }

        if (new MarkdownToStorageFormat().Convert(markdown, storage, options).Storage != storage)
        {
            Faults.Add($"{name}: no edit, and the page changed");
        }

        var back = new MarkdownToStorageFormat().Convert(markdown, null, options).Storage ?? "";
        FixedPoints += new StorageFormatToMarkdown().Convert(back, options).Markdown == markdown ? 1 : 0;
        if (isCloud)
        {
            cloud++;
            cloudCanonical += Canonical(back) == Canonical(storage) ? 1 : 0;
        }
    }

    public override string ToString() =>
        $"{Documents} documents, {wellFormed} well-formed, {Faults.Count} faults, fixed point {Share(FixedPoints):P1}, canonically equal "
        + $"{cloudCanonical} of {cloud} Cloud pages ({CanonicalShareOfCloud:P1})";

    private void Words(string name, string storage, string markdown)
    {
        var plain = markdown.Replace("\\", "");
        var missing = CanonicalStorage.VisibleWords(storage).Where(word => !plain.Contains(word, StringComparison.Ordinal)).Distinct()
            .Take(3).ToList();
        if (missing.Count > 0)
        {
            Faults.Add($"{name}: words are missing: {string.Join(", ", missing)}");
        }
    }

    /// <summary>Comment markers are taken out by design, and the fallback of an ADF node is made anew by Confluence. An address that
    /// nothing marks is a link to whoever reads the Markdown, so text and link are one.</summary>
    private static string Canonical(string storage) =>
        CanonicalStorage.Of(Address().Replace(Transient().Replace(storage, ""), "${text}"));

    [GeneratedRegex("<ac:adf-fallback>.*?</ac:adf-fallback>", RegexOptions.Singleline)]
    private static partial Regex Fallback();

    [GeneratedRegex("<a href=\"(mailto:|http://)?(?<text>[^\"]+)\">\\k<text></a>", RegexOptions.ExplicitCapture)]
    private static partial Regex Address();

    [GeneratedRegex(
        "</?ac:inline-comment-marker[^>]*>|<ac:adf-fallback>.*?</ac:adf-fallback>|<ac:adf-attribute key=\"local-id\">"
            + "[^<]*</ac:adf-attribute>", RegexOptions.Singleline)]
    private static partial Regex Transient();
}
