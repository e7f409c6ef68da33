using DocsPipeline.Sandbox.Web;

namespace DocsPipeline.Sandbox.TradingGrid.Portal;

/// <summary>Pages for when it does not work out.</summary>
internal static class PortalPages
{
    public static PortalPage NotFound(Visit visit) => new("Not found", Html.Of($"""
        <h1>There is nothing here</h1>
        <p class="lead">The address may be wrong, or the content is no longer available to your company.</p>
        <p><a href="/portal/documents">Look through your documents</a></p>
        """), visit) { Status = StatusCodes.Status404NotFound };

    public static PortalPage FormExpired(Visit visit) => new("Please send the form again", Html.Of($"""
        <h1>Please send the form again</h1>
        <p class="lead">The form was too old or did not come from this portal, so nothing was saved. Go back, reload the page and send it
        once more.</p>
        """), visit) { Status = StatusCodes.Status403Forbidden };

    public static PortalPage Refused(Visit visit, string reason) => new("Not possible", Html.Of($"""
        <h1>That is not possible now</h1>
        <p class="lead">{reason}</p>
        """), visit) { Status = StatusCodes.Status409Conflict };
}
