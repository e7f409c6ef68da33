using DocsPipeline.Sandbox.TradingGrid.Answers;
using DocsPipeline.Sandbox.TradingGrid.Network;
using DocsPipeline.Sandbox.Web;

namespace DocsPipeline.Sandbox.TradingGrid.Portal;

/// <summary>Confirming a document and saying whether it helped.</summary>
internal static class DocumentResponses
{
    public static Html Acknowledgement(Visit visit, Reading reading) => !reading.Draft.AcknowledgementRequired ? Html.Empty
        : visit.Library
            .IsAcknowledged(reading) ? Html
            .Raw("<section class=\"answer\"><p class=\"tag green\">You confirmed that you have read this.</p></section>")
        : Html.Of($"""
            <section class="answer" aria-labelledby="confirm"><h2 id="confirm">Please confirm</h2>
            <p>{visit.Community.Sponsor.Name} asks {visit.Partner.Name} to confirm that this has been read and understood.</p>
            <form method="post" action="{reading.Path}/acknowledge">{Forms.Token(visit)}<input type="hidden" name="revision"
            value="{reading.Revision.Number}">
            <button>I have read and understood this</button></form></section>
            """);

    public static Html Feedback(Visit visit, Reading reading) => Given(visit, reading) is { } given
        ? Html.Of(
            $"""
            <section class="answer"><p class="soft">You said: {(given.Helpful ? "this was helpful" : "this was not helpful")}.</p></section>
            """)
        : Html.Of($"""
            <section class="answer" aria-labelledby="helpful"><form method="post" action="{reading.Path}/feedback">{Forms.Token(visit)}
            <input type="hidden" name="revision" value="{reading.Revision.Number}">
            <fieldset><legend id="helpful">Was this helpful?</legend>
            <div class="choices"><label><input type="radio" name="helpful" value="yes" required> Yes</label><label>
            <input type="radio" name="helpful" value="no"> No</label></div></fieldset>
            {Forms.Area(FormState.Empty, "comment", "What could be better?", longest: 4000, rows: 3)}
            <button class="quiet">Send feedback</button></form></section>
            """);

    public static IResult Acknowledge(Visit visit, IFormCollection form)
    {
        var reading = Current(visit, form);
        if (!reading.Draft.AcknowledgementRequired)
        {
            throw new PortalRefusal();
        }

        visit.Grid.Inbox.Acknowledge(
            visit.Community.Id, reading.Document,
            new Acknowledgement
            {
                Document = reading.Document.ExternalId,
                Revision = reading.Revision.Number,
                PartnerId = visit.Partner.Id,
                User = visit.User.Person(),
            },
            visit.User.Actor());
        return new SeeOther($"{reading.Path}?done=acknowledged");
    }

    public static IResult Rate(Visit visit, IFormCollection form)
    {
        var reading = Current(visit, form);
        var comment = new FormReading(form).Optional("comment", 4000);
        if (form["helpful"].ToString() is "yes" or "no" && Given(visit, reading) is null && comment is not { Length: > 4000 })
        {
            visit.Grid.Inbox.Rate(
                visit.Community.Id,
                new Feedback
                {
                    PartnerId = visit.Partner.Id,
                    Reporter = visit.User.Person(),
                    Document = reading.Document.ExternalId,
                    Revision = reading.Revision.Number,
                    Helpful = form["helpful"] == "yes",
                    Comment = comment,
                },
                visit.User.Actor());
        }

        return new SeeOther($"{reading.Path}?done=feedback");
    }

    // What was read is what is answered: a new revision that came meanwhile has to be read first.
    private static Reading Current(Visit visit, IFormCollection form)
    {
        var reading = visit.Library.Get(visit.Route("externalId"));
        return form["revision"] == reading.Revision.Number.ToString()
            ? reading : throw Contract.Problem.Conflict(
                "revision", "A new revision was published while you were reading. Please go back and reload the page.");
    }

    private static Feedback? Given(Visit visit, Reading reading) =>
        visit.Grid.Store.All<Feedback>(visit.Community.Id, visit.Partner.Id).FirstOrDefault(given =>
        given.Document == reading.Document.ExternalId
            && given.Revision == reading.Revision.Number
            && given.Reporter.UserId == visit.User.Id);
}
