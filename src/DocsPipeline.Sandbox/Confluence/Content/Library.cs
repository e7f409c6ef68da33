using DocsPipeline.Sandbox.Confluence.Access;

namespace DocsPipeline.Sandbox.Confluence.Content;

/// <summary>Everything that Confluence holds, part by part.</summary>
internal sealed class Library
{
    public Library(ConfluenceState state)
    {
        State = state;
        Spaces = new SpaceStore(state);
        Pages = new PageReader(state);
        Tree = new PageTree(state);
        Writer = new PageWriter(state, Pages, Spaces, Tree);
        Labels = new LabelStore(state);
        Properties = new PropertyStore(state);
        Attachments = new AttachmentStore(state);
        Comments = new CommentStore(state, Pages, Writer);
        Tasks = new TaskStore(Pages, Writer);
        Restrictions = new RestrictionStore(state, Tree);
    }

    public ConfluenceState State { get; }

    public SpaceStore Spaces { get; }

    public PageReader Pages { get; }

    public PageTree Tree { get; }

    public PageWriter Writer { get; }

    public LabelStore Labels { get; }

    public PropertyStore Properties { get; }

    public AttachmentStore Attachments { get; }

    public CommentStore Comments { get; }

    public TaskStore Tasks { get; }

    public RestrictionStore Restrictions { get; }

    /// <summary>
    /// The page, or 404 where it does not exist, is a folder, or is hidden from the caller: Confluence makes no difference.
    /// </summary>
    public Page Readable(string id, Account account, bool bodies = true) =>
        Pages.Find(id, bodies) is { IsPage: true } page && Restrictions.MayRead(page, account) ? page : throw Refusal.NotFound();

    public Page Changeable(string id, Account account)
    {
        var page = Readable(id, account);
        return Restrictions.MayUpdate(page, account) ? page : throw Refusal.Forbidden("You do not have permission to update this content.");
    }

    /// <summary>An attachment of a page that the caller may read, or 404; its id begins with <c>att</c>.</summary>
    public Attachment ReadableAttachment(string id, Account account) =>
        Attachments.Find(id) is { Status: "current" } attachment && MaySee(attachment, account) ? attachment : throw Refusal.NotFound();

    /// <summary>Whether the caller may read the page that holds the attachment.</summary>
    public bool MaySee(Attachment attachment, Account account) =>
        Pages.Find(attachment.PageId, false) is { } page && Restrictions.MayRead(page, account);
}
