using DocsPipeline.StorageFormat.Conversion;
using DocsPipeline.StorageFormat.Scanning;
using DocsPipeline.StorageFormat.Vocabulary;

namespace DocsPipeline.StorageFormat.ToStorage;

/// <summary>The address of a picture or file back to an attachment.</summary>
internal static class AttachmentReader
{
    /// <summary>The resource; the path may be the one that the links give it.</summary>
    public static string Read(StorageSession session, string path, string? version)
    {
        if (TypedLink.Parse(path) is { } typed && ForeignFile.Storage(typed) is { } foreign)
        {
            return foreign;
        }

        path = WithoutQuery(session, path);
        var parts = path.Split('/').Select(TargetEncoding.Decode).SkipWhile(static part => part == ".").ToList();
        var decoded = string.Join('/', parts);
        // What nobody knows is a file beside the document; attachments lie in no folders.
        var name = session.Links.AttachmentAt(decoded) is var known && known != decoded ? known : parts.LastOrDefault("");
        if (name.Length == 0)
        {
            session.Report(FindingKind.PartIsDropped, $"`{StorageSession.Short(path)}` names no file", "write the name of a file");
        }

        if (!session.Files.TryAdd(name, decoded) && session.Files[name] != decoded)
        {
            session.Report(FindingKind.PartIsDropped,
                $"`{StorageSession.Short(decoded)}` and `{StorageSession.Short(session.Files[name])}` are one attachment in a page",
                "give one of the files another name, or only one of them is shown");
        }

        var saved = version is null ? "" : $" ri:version-at-save=\"{Entities.EncodeAttribute(version)}\"";
        return $"<ri:attachment ri:filename=\"{Entities.EncodeAttribute(name)}\"{saved} />";
    }

    /// <summary>A question mark or hash that belongs to the name of a file is encoded; any other begins what only GitHub reads.</summary>
    private static string WithoutQuery(StorageSession session, string path)
    {
        var end = path.AsSpan().IndexOfAny('?', '#');
        if (end <= 0)
        {
            return path;
        }

        session.Report(FindingKind.PartIsDropped, $"`{StorageSession.Short(path.AsSpan(end))}` behind the name of a file is dropped",
            "write `%3F` or `%23` if it belongs to the name; a page shows a picture whatever stands there");
        return path[..end];
    }
}
