using DocsPipeline.Systems.Http;

namespace DocsPipeline.Systems.Confluence;

/// <summary>Which refusals of a write mean that somebody else was there: Confluence documents none of them.</summary>
internal static class Refusals
{
    /// <summary>True where another page of the space has the title; any other refusal is thrown.</summary>
    public static bool IsTitleTaken(RemoteResponse response) =>
        Is(response, "title already exists", "same title", "title exists", "page with this title", "duplicate");

    /// <summary>True where the version was not the one after the current one; any other refusal is thrown.</summary>
    public static bool IsStale(RemoteResponse response) => response.Status == 409 || Is(response, "version", "stale", "conflict");

    private static bool Is(RemoteResponse response, params string[] signs)
    {
        if (response.Status < 400)
        {
            return false;
        }

        var refusal = response.Refusal;
        return signs.Any(sign => refusal.Reason.Contains(sign, StringComparison.OrdinalIgnoreCase)) ? true : throw refusal;
    }
}
