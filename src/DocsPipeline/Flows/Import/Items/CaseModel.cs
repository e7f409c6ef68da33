using DocsPipeline.Systems.TradingGrid;

namespace DocsPipeline.Flows.Import.Items;

/// <summary>What templates see of a case.</summary>
internal static class CaseModel
{
    public static ItemModel Of(Case found) => ItemModel.Of(
        ("id", found.Id),
        ("number", found.Number),
        ("partnerId", found.PartnerId),
        ("category", found.Category),
        ("severity", found.Severity),
        ("status", found.Status),
        ("subject", found.Subject),
        ("description", found.Description),
        ("environment", found.Environment),
        ("transactionRef", found.TransactionRef is { } transaction ? Of(transaction) : null),
        ("reporter", ItemModels.Of(found.Reporter)),
        ("slaDueAt", found.SlaDueAt),
        ("comments", found.Comments.Select(Of)),
        ("attachments", found.Attachments.Select(Of)),
        ("documents", found.Documents),
        ("resolution", found.Resolution is { } resolution ? Of(resolution) : null),
        ("externalRefs", found.ExternalRefs.Select(ItemModels.Of)),
        ("url", found.Url),
        ("createdAt", found.CreatedAt),
        ("updatedAt", found.UpdatedAt),
        ("version", found.Version));

    private static ItemModel Of(TransactionRef transaction) => ItemModel.Of(
        ("standard", transaction.Standard),
        ("set", transaction.Set),
        ("version", transaction.Version),
        ("interchangeControlNumber", transaction.InterchangeControlNumber),
        ("groupControlNumber", transaction.GroupControlNumber),
        ("transactionControlNumber", transaction.TransactionControlNumber),
        ("documentNumber", transaction.DocumentNumber),
        ("ackStatus", transaction.AckStatus),
        ("as2MessageId", transaction.As2MessageId));

    private static ItemModel Of(CaseComment comment) => ItemModel.Of(
        ("id", comment.Id),
        ("body", comment.Body),
        ("visibility", comment.Visibility),
        ("author", ItemModels.Of(comment.Author)),
        ("authorName", comment.AuthorName),
        ("externalRefs", comment.ExternalRefs.Select(ItemModels.Of)),
        ("createdAt", comment.CreatedAt));

    private static ItemModel Of(CaseFile file) => ItemModel.Of(
        ("sha256", file.Sha256),
        ("fileName", file.FileName),
        ("mediaType", file.MediaType),
        ("size", file.Size),
        ("scanStatus", file.ScanStatus),
        ("visibility", file.Visibility),
        ("addedBy", ItemModels.Of(file.AddedBy)),
        ("addedAt", file.AddedAt));

    private static ItemModel Of(Resolution resolution) => ItemModel.Of(
        ("rootCauseCategory", resolution.RootCauseCategory),
        ("rootCause", resolution.RootCause),
        ("steps", resolution.Steps),
        ("partnerSummary", resolution.PartnerSummary),
        ("resolvedAt", resolution.ResolvedAt));
}
