using System.Net.Http.Headers;
using System.Text.RegularExpressions;

namespace DocsPipeline.Tests.Sandbox.TradingGrid;

/// <summary>A page of the portal.</summary>
internal sealed partial record PortalReply(
    int Status, string Body, string? Location, HttpResponseHeaders Headers, HttpContentHeaders ContentHeaders)
{
    public string? Token => HiddenToken().Match(Main()) is { Success: true } match ? match.Groups[1].Value
        : HiddenToken().Match(Body) is { Success: true } other ? other.Groups[1].Value : null;

    public static async Task<PortalReply> FromAsync(HttpResponseMessage response) => new(
        (int)response.StatusCode, await response.Content.ReadAsStringAsync(), response.Headers.Location?.OriginalString, response.Headers,
        response.Content.Headers);

    private string Main() =>
        Body.Contains("<main", StringComparison.Ordinal) ? Body[Body.IndexOf("<main", StringComparison.Ordinal)..] : Body;

    [GeneratedRegex("name=\"token\" value=\"(\\w+)\"")]
    private static partial Regex HiddenToken();
}
