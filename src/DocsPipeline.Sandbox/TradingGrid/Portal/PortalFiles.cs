using DocsPipeline.Sandbox.TradingGrid.Cases;
using DocsPipeline.Sandbox.TradingGrid.Network;

namespace DocsPipeline.Sandbox.TradingGrid.Portal;

/// <summary>Files of documents and cases; only through what they belong to, and only clean ones.</summary>
internal static class PortalFiles
{
    private static readonly HashSet<string> Pictures = ["image/png", "image/jpeg", "image/gif", "image/webp"];

    public static IResult OfDocument(Visit visit)
    {
        var reading = visit.Library.Get(visit.Route("externalId"));
        return Answer(visit, reading.Draft.Attachments.FirstOrDefault(file => file.Sha256 == visit.Route("sha256"))?.FileName);
    }

    public static IResult OfCase(Visit visit)
    {
        var about = CasePage.Get(visit);
        return Answer(
            visit,
            about.Attachments.FirstOrDefault(file => file.Sha256 == visit.Route("sha256") && file.Visibility == "partner")?.FileName);
    }

    /// <summary>Keeps an uploaded file and answers what a case needs to know of it; nothing when none was chosen.</summary>
    public static CaseFile? Keep(Visit visit, IFormCollection form, FormReading reading)
    {
        if (form.Files["file"] is not { Length: > 0 } file)
        {
            return null;
        }

        var name = new string([.. Path.GetFileName(file.FileName.Replace('\\', '/')).Where(letter => !char.IsControl(letter))]);
        if (file.Length > Attachments.AttachmentStore.LongestFile || name.Length is 0 or > 200)
        {
            reading.Wrong("file", "Please choose a file of at most 25 MB with a name of at most 200 characters.");
            return null;
        }

        using var memory = new MemoryStream();
        file.CopyTo(memory);
        var bytes = memory.ToArray();
        var sha256 = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes));
        visit.Grid.Attachments.Add(
            visit.Community.Id, sha256, file.ContentType is { Length: > 0 and <= 200 } type ? type : "application/octet-stream", bytes);
        return new CaseFile(sha256, name, "partner", visit.User.Actor(), visit.Grid.Clock.GetUtcNow());
    }

    private static IResult Answer(Visit visit, string? fileName)
    {
        var sha256 = visit.Route("sha256");
        if (fileName is null
            || visit.Route("fileName") != fileName
            || visit.Grid.Attachments.Find(visit.Community.Id, sha256) is not { ScanStatus: "clean" } file)
        {
            throw new PortalRefusal();
        }

        var headers = visit.Http.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        headers.CacheControl = "no-store";
        var mediaType = file.MediaType.Split(';')[0].Trim();
        var shown = Pictures.Contains(mediaType) && visit.Query("download").Length == 0;
        return Results.Bytes(
            visit.Grid.Attachments.Bytes(visit.Community.Id, sha256), shown ? mediaType : "application/octet-stream",
            shown ? null : fileName);
    }
}
