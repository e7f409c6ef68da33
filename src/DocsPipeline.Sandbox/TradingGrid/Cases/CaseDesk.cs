using DocsPipeline.Sandbox.TradingGrid.Contract;
using DocsPipeline.Sandbox.TradingGrid.Events;
using DocsPipeline.Sandbox.TradingGrid.Store;

namespace DocsPipeline.Sandbox.TradingGrid.Cases;

/// <summary>The life of a case, whoever moves it: a partner in the portal, the desk or an integration.</summary>
internal sealed class CaseDesk(GridStore store, EventFeed feed, TimeProvider clock)
{
    public Case Open(string community, Case wanted, Actor actor)
    {
        var number = store.NewNumber<Case>(community, "TG");
        var opened = store.Add(
            wanted with
            {
                Id = GridStore.NewId("case"),
                Number = number,
                SlaDueAt = clock.GetUtcNow().AddHours(CaseWords.Hours(wanted.Severity)),
            },
            new Keys(community, number, wanted.PartnerId));
        Tell(community, "case.created", actor, opened);
        return opened;
    }

    public Case Change(string community, Case changed, Actor actor)
    {
        var saved = store.Save(community, changed);
        Tell(community, "case.updated", actor, saved);
        return saved;
    }

    public (Case Case, Comment Comment) Comment(
        string community, Case about, string body, string visibility, Actor actor, string author, IReadOnlyList<ExternalRef>? refs = null)
    {
        if (about.Status == "closed")
        {
            throw Problem.Conflict("case_is_closed", "The case is closed: reopen it first.");
        }

        var comment = new Comment(GridStore.NewId("cmt"), body, visibility, actor, author, refs ?? [], clock.GetUtcNow());
        var saved = store.Save(community, about with { Comments = [.. about.Comments, comment] });
        Tell(community, "case.comment_added", actor, saved, ("commentId", comment.Id));
        return (saved, comment);
    }

    public Case Attach(string community, Case about, CaseFile file)
    {
        var saved = store.Save(
            community, about with { Attachments = [.. about.Attachments.Where(other => other.Sha256 != file.Sha256), file] });
        Tell(community, "case.attachment_added", file.AddedBy, saved, ("sha256", file.Sha256));
        return saved;
    }

    public Case Resolve(string community, Case about, Resolution resolution)
    {
        if (about.Status is "resolved" or "closed")
        {
            throw Problem.Conflict("case_is_resolved", "The case is resolved already.");
        }

        var saved = store.Save(community, about with { Status = "resolved", Resolution = resolution });
        Tell(community, "case.resolved", resolution.ResolvedBy, saved);
        return saved;
    }

    public Case Reopen(string community, Case about, string reason, Actor actor, string author)
    {
        if (about.Status is not ("resolved" or "closed"))
        {
            throw Problem.Conflict("case_is_open", "The case is open.");
        }

        var comment = new Comment(GridStore.NewId("cmt"), reason, "partner", actor, author, [], clock.GetUtcNow());
        var saved = store.Save(community, about with { Status = "reopened", Comments = [.. about.Comments, comment] });
        Tell(community, "case.reopened", actor, saved, ("commentId", comment.Id));
        return saved;
    }

    public Case Close(string community, Case about, Actor actor)
    {
        if (about.Status == "closed")
        {
            return about;
        }

        if (about.Status != "resolved")
        {
            throw Problem.Conflict("case_is_not_resolved", "Resolve the case first.");
        }

        var saved = store.Save(community, about with { Status = "closed" });
        Tell(community, "case.closed", actor, saved);
        return saved;
    }

    private void Tell(string community, string type, Actor actor, Case about, params ReadOnlySpan<(string, object)> detail) =>
        feed.Append(community, type, actor, about, about.PartnerId, detail);
}
