using System.Text.Json.Nodes;
using DocsPipeline.Sandbox.Systems;
using DocsPipeline.Sandbox.TradingGrid.Attachments;
using DocsPipeline.Sandbox.TradingGrid.Contract;

namespace DocsPipeline.Sandbox.TradingGrid.Documents;

/// <summary>Documents and revisions as the contract shows them.</summary>
internal sealed class DocumentWire(Publications publications, AttachmentStore attachments, SandboxAddress address)
{
    public JsonObject Summary(Document document)
    {
        var node = GridJson.Node(document);
        node.Remove("scheduled");
        node["url"] = address.Of($"/portal/documents/{document.ExternalId}");
        return node;
    }

    public JsonObject Full(string community, Document document)
    {
        var node = Summary(document);
        node["draft"] = Revision(community, publications.Revision(community, document, document.DraftRevision));
        node["published"] = Revision(community, publications.Revision(community, document, document.PublishedRevision));
        return node;
    }

    public JsonObject? Revision(string community, Revision? revision)
    {
        if (revision is null)
        {
            return null;
        }

        var node = GridJson.Node(revision.Draft);
        node.Remove("managedBy");
        if (node["source"] is JsonObject source)
        {
            source["approvers"] ??= new JsonArray();
        }

        node["revision"] = revision.Number;
        node["state"] = revision.State;
        node["content"]!["storedSha256"] = revision.StoredSha256;
        node["attachments"] = new JsonArray(
            [.. revision.Draft.Attachments.Select(attachment => GridJson.AnyNode(attachments.Describe(community, attachment)))]);
        node["createdAt"] = GridJson.AnyNode(revision.CreatedAt);
        node["updatedAt"] = GridJson.AnyNode(revision.UpdatedAt);
        node["scheduledAt"] = GridJson.AnyNode(revision.ScheduledAt);
        node["publishedAt"] = GridJson.AnyNode(revision.PublishedAt);
        node["publishedBy"] = GridJson.AnyNode(revision.PublishedBy);
        return node;
    }
}
