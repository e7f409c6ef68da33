using DocsPipeline.Sandbox.TradingGrid.Answers;
using DocsPipeline.Sandbox.TradingGrid.Network;
using DocsPipeline.Sandbox.Web;

namespace DocsPipeline.Sandbox.TradingGrid.Portal;

/// <summary>Asking, and reading the answers.</summary>
internal static class QuestionPages
{
    public static PortalPage List(Visit visit)
    {
        var questions = visit.Grid.Store.All<Question>(visit.Community.Id, visit.Partner.Id);
        questions.Reverse();
        return new PortalPage("Questions", Html.Of($"""
            <div class="head"><h1>Questions</h1><a class="button" href="/portal/questions/new">Ask a question</a></div>
            {(questions.Count == 0 ? Html.Raw("<p class=\"empty\">No questions yet.</p>") :
            Html.Of($"""<ol class="talk">{Html.Each(questions, question => Entry(visit, question))}</ol>"""))}
            """), visit)
        { Place = "/portal/questions" };
    }

    public static PortalPage New(Visit visit) => Page(visit, FormState.Empty, visit.Library.Find(visit.Query("document")));

    public static IResult Ask(Visit visit, IFormCollection form)
    {
        var reading = new FormReading(form);
        var document = visit.Library.Find(reading.Optional("document", 120));
        var body = reading.Required("body", 8000, "Please write your question.");
        if (!reading.Fits)
        {
            return Page(visit, reading.State, document) with { Status = StatusCodes.Status422UnprocessableEntity };
        }

        visit.Grid.Inbox.Ask(
            visit.Community.Id,
            new Question
            {
                PartnerId = visit.Partner.Id,
                Reporter = visit.User.Person(),
                Document = document?.Document.ExternalId,
                Revision = document?.Revision.Number,
                Body = body,
            },
            visit.User.Actor());
        return new SeeOther("/portal/questions?done=question");
    }

    private static PortalPage Page(Visit visit, FormState state, Reading? document) => new("Ask a question", Html.Of($"""
        <p class="crumb"><a href="/portal/questions">Questions</a></p>
        <h1>Ask a question</h1>
        {(document is null ? Html.Raw("<p class=\"lead\">About a document, a test or how we work together.</p>")
            : Html.Of($"""<p class="lead">About <a href="{document.Path}">{document.Document.Title}</a>.</p>"""))}
        {Forms.Problems(state)}
        <form class="sheet" method="post" action="/portal/questions">{Forms.Token(visit)}
        <input type="hidden" name="document" value="{document?.Document.ExternalId}">
        {Forms.Area(state, "body", "Your question", "Please leave out passwords and private keys.", required: true)}
        <div class="actions"><button>Send</button><a href="/portal/questions">Cancel</a></div>
        </form>
        """), visit)
    { Place = "/portal/questions" };

    private static Html Entry(Visit visit, Question question) => Html.Of($"""
        <li id="{question.Number}"><p class="meta"><strong>{question.Reporter.Name}</strong> ·
        {PortalText.Time(question.CreatedAt)}{(visit.Library.Find(question.Document) is { } about ?
        Html.Of($""" · about <a href="{about.Path}">{about.Document.Title}</a>""") : Html.Empty)}</p>
        {PortalText.Paragraphs(question.Body)}
        {(question.Answer is { } answer ? Answer(visit, answer) :
        Html.Raw("<p><span class=\"tag yellow\">Waiting for an answer</span></p>"))}</li>
        """);

    private static Html Answer(Visit visit, QuestionAnswer answer) => Html.Of($"""
        <div class="notice green"><p class="meta"><strong>{visit.Community.Sponsor.Name}</strong> ·
        {PortalText.Time(answer.AnsweredAt)}</p>{PortalText.Paragraphs(answer.Body)}
        {(visit.Library.Find(answer.Document) is { } document ?
        Html.Of($"""<p>See <a href="{document.Path}">{document.Document.Title}</a>.</p>""") : Html.Empty)}</div>
        """);
}
