using System.Globalization;

namespace DocsPipeline.Sandbox.Confluence.Content;

/// <summary>Where an attachment is seen and fetched; relative to the site's base.</summary>
internal static class AttachmentLinks
{
    public static string Web(Attachment attachment) =>
        $"/pages/viewpageattachments.action?pageId={attachment.PageId}"
        + $"&preview=%2F{attachment.PageId}%2F{attachment.Id[3..]}%2F{Name(attachment)}";

    public static string Download(Attachment attachment) =>
        $"/download/attachments/{attachment.PageId}/{Name(attachment)}?version={attachment.Version.Number}"
        + $"&modificationDate={Milliseconds(attachment)}&cacheVersion=1&api=v2";

    private static string Name(Attachment attachment) => Uri.EscapeDataString(attachment.Title);

    private static long Milliseconds(Attachment attachment) =>
        DateTimeOffset.Parse(attachment.Version.CreatedAt, CultureInfo.InvariantCulture).ToUnixTimeMilliseconds();
}
