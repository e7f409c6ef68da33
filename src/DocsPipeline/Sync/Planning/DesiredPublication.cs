using DocsPipeline.Documents;
using DocsPipeline.Documents.Publishing;
using DocsPipeline.Systems.TradingGrid;

namespace DocsPipeline.Sync.Planning;

/// <summary>
/// What git wants one community to have under one external id: the draft to send, without provenance, and the files it refers to.
/// <see cref="Readers"/> are the partners that the settings resolve the audience to, for people who read the plan.
/// </summary>
public sealed record DesiredPublication(
    string Community, string ExternalId, Document Document, GridDraft Draft, IReadOnlyList<DesiredFile> Files,
    IReadOnlyList<string> Readers)
{
    /// <summary>The ownership marker that our documents carry in the community.</summary>
    public const string Owner = "docs-pipeline";

    /// <summary>The SHA-256 of everything that partners will get or be let in by; on the wire it is the draft's fingerprint.</summary>
    public string ContentHash => Draft.Fingerprint!;

    /// <summary>Numbers of the cases that this document resolves.</summary>
    public IReadOnlyList<string> ResolvesCases { get; init; } = [];

    /// <summary>The draft with its hash and without provenance, so that partner-facing identity never depends on a commit.</summary>
    public static GridDraft WithContentHash(GridDraft draft)
    {
        var open = draft with { Fingerprint = null, Source = null };
        return open with { Fingerprint = DraftFingerprint.Of(open) };
    }
}

/// <summary>A file that goes with a publication, addressed by the SHA-256 of its bytes, which are read when it is sent.</summary>
public sealed record DesiredFile(Attachment Attachment)
{
    public string Sha256 => Attachment.Sha256;

    public string FileName => Attachment.FileName;

    public string MediaType => Attachment.MediaType;

    public ReadOnlyMemory<byte> Bytes => Attachment.Bytes;
}
