using System.IO.Compression;
using System.Xml.Linq;

namespace Build.Packing;

/// <summary>A package as it lies there to be taken: what it calls itself, what it needs and what is in it.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Version">As in the name of its file.</param>
/// <param name="License">An SPDX expression; null where it has none.</param>
/// <param name="Dependencies">Other packages, as <c>name version</c>.</param>
/// <param name="Files">What a user gets of it: libraries and papers, by path, with the length in bytes.</param>
internal sealed record LibraryPackage(
    string Id, string Version, string? License, IReadOnlyList<string> Dependencies, IReadOnlyList<(string Path, long Length)> Files)
{
    /// <summary>Reads a <c>.nupkg</c>.</summary>
    public static LibraryPackage Read(string file)
    {
        using var zip = ZipFile.OpenRead(file);
        using var stream = zip.Entries.Single(entry => entry.FullName.EndsWith(".nuspec", StringComparison.Ordinal)).Open();
        var nuspec = XDocument.Load(stream);
        string? Of(string name) => nuspec.Descendants().FirstOrDefault(element => element.Name.LocalName == name)?.Value;
        return new LibraryPackage(
            Of("id")!,
            Of("version")!,
            Of("license"),
            [
                .. nuspec.Descendants().Where(element => element.Name.LocalName == "dependency")
                    .Select(element => $"{element.Attribute("id")!.Value} {element.Attribute("version")!.Value}"),
            ],
            [
                .. zip.Entries.Where(entry => !IsWrapping(entry.FullName)).Select(entry => (entry.FullName, entry.Length))
                    .OrderBy(entry => entry.FullName, StringComparer.Ordinal),
            ]);
    }

    // What every package has for the sake of the format.
    private static bool IsWrapping(string path) =>
        path is "[Content_Types].xml" || path.EndsWith(".nuspec", StringComparison.Ordinal)
        || path.StartsWith("_rels/", StringComparison.Ordinal) || path.StartsWith("package/", StringComparison.Ordinal);
}
