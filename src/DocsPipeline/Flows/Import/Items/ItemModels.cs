using DocsPipeline.Systems.TradingGrid;

namespace DocsPipeline.Flows.Import.Items;

/// <summary>The model of each kind of item: the contract's own names, and <c>partner</c> (id, name) where one partner sent it.</summary>
internal sealed class ItemModels(IReadOnlyDictionary<string, string> partnerNames)
{
    public ItemModel Of(PartnerItem item) => item switch
    {
        Case found => CaseModel.Of(found).With("partner", Partner(found.PartnerId)),
        Incident found => IncidentModel.Of(found),
        TestRun found => Of(found).With("partner", Partner(found.PartnerId)),
        Question found => Of(found).With("partner", Partner(found.PartnerId)),
        Feedback found => Of(found).With("partner", Partner(found.PartnerId)),
        Acknowledgement found => Of(found).With("partner", Partner(found.PartnerId)),
        _ => throw new ArgumentOutOfRangeException(nameof(item), item.GetType().Name, "there is no model of this kind"),
    };

    internal static ItemModel? Of(Person? person) =>
        person is null ? null : ItemModel.Of(("userId", person.UserId), ("name", person.Name), ("email", person.Email));

    internal static ItemModel Of(GridActor actor) =>
        ItemModel.Of(("type", actor.Type), ("id", actor.Id), ("clientId", actor.ClientId), ("partnerId", actor.PartnerId));

    internal static ItemModel Of(ExternalRef counterpart) =>
        ItemModel.Of(("system", counterpart.System), ("id", counterpart.Id), ("url", counterpart.Url));

    private static ItemModel Of(TestRun run) => ItemModel.Of(
        ("id", run.Id),
        ("number", run.Number),
        ("planId", run.PlanId),
        ("document", run.Document),
        ("revision", run.Revision),
        ("partnerId", run.PartnerId),
        ("reporter", Of(run.Reporter)),
        ("comment", run.Comment),
        ("results", run.Results.Select(result => ItemModel.Of(
            ("testCaseId", result.TestCaseId),
            ("status", result.Status),
            ("ackStatus", result.AckStatus),
            ("errors", result.Errors),
            ("evidence", result.Evidence)))),
        ("outcome", run.Outcome),
        ("certification", run.Certification is { } certified
            ? ItemModel.Of(
                ("certifiedAt", certified.CertifiedAt),
                ("certifiedBy", Of(certified.CertifiedBy)),
                ("validUntil", certified.ValidUntil))
            : null),
        ("externalRefs", run.ExternalRefs.Select(Of)),
        ("createdAt", run.CreatedAt),
        ("updatedAt", run.UpdatedAt),
        ("version", run.Version));

    private static ItemModel Of(Question question) => ItemModel.Of(
        ("id", question.Id),
        ("number", question.Number),
        ("partnerId", question.PartnerId),
        ("reporter", Of(question.Reporter)),
        ("document", question.Document),
        ("revision", question.Revision),
        ("body", question.Body),
        ("answer", question.Answer is { } answer
            ? ItemModel.Of(
                ("body", answer.Body),
                ("document", answer.Document),
                ("answeredAt", answer.AnsweredAt),
                ("answeredBy", Of(answer.AnsweredBy)))
            : null),
        ("externalRefs", question.ExternalRefs.Select(Of)),
        ("createdAt", question.CreatedAt),
        ("updatedAt", question.UpdatedAt),
        ("version", question.Version));

    private static ItemModel Of(Feedback feedback) => ItemModel.Of(
        ("id", feedback.Id),
        ("partnerId", feedback.PartnerId),
        ("reporter", Of(feedback.Reporter)),
        ("document", feedback.Document),
        ("revision", feedback.Revision),
        ("helpful", feedback.Helpful),
        ("comment", feedback.Comment),
        ("externalRefs", feedback.ExternalRefs.Select(Of)),
        ("createdAt", feedback.CreatedAt),
        ("updatedAt", feedback.UpdatedAt),
        ("version", feedback.Version));

    private static ItemModel Of(Acknowledgement acknowledgement) => ItemModel.Of(
        ("id", acknowledgement.Id),
        ("document", acknowledgement.Document),
        ("revision", acknowledgement.Revision),
        ("partnerId", acknowledgement.PartnerId),
        ("user", Of(acknowledgement.User)),
        ("at", acknowledgement.At),
        ("version", acknowledgement.Version));

    private ItemModel Partner(string id) => ItemModel.Of(("id", id), ("name", partnerNames.GetValueOrDefault(id, id)));
}
