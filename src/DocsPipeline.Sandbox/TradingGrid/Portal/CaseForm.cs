using DocsPipeline.Sandbox.TradingGrid.Cases;
using DocsPipeline.Sandbox.TradingGrid.Network;
using DocsPipeline.Sandbox.Web;

namespace DocsPipeline.Sandbox.TradingGrid.Portal;

/// <summary>Raising a case.</summary>
internal static class CaseForm
{
    private static readonly (string, string)[] Standards = [
        ("", "Not about a transaction"), ("X12", "ANSI X12"), ("EDIFACT", "UN/EDIFACT")];

    private static readonly (string, string)[] Acknowledgements =
        [
            ("", "None received"), ("A", "A: accepted"), ("E", "E: accepted with errors"), ("P", "P: partially accepted"),
            ("R", "R: rejected")];

    public static PortalPage Render(Visit visit) => Page(visit, FormState.Empty);

    public static IResult Send(Visit visit, IFormCollection form)
    {
        var reading = new FormReading(form);
        var wanted = new Case
        {
            PartnerId = visit.Partner.Id,
            Reporter = visit.User.Person(),
            Subject = reading.Required("subject", 200, "Please say in one line what is wrong."),
            Category = reading.Choice("category", CaseWords.Categories.Keys, "Please choose what it is about."),
            Severity = reading.Choice("severity", ["1", "2", "3", "4"], "Please choose how bad it is.") is [var digit] ? digit - '0' : 4,
            Environment = reading.Choice("environment", ["production", "test"], "Please choose the environment."),
            Description = reading.Required("description", 8000, "Please describe what happened."),
            TransactionRef = Reference(reading),
        };
        var file = reading.Fits ? PortalFiles.Keep(visit, form, reading) : null;
        if (!reading.Fits)
        {
            return Page(visit, reading.State) with { Status = StatusCodes.Status422UnprocessableEntity };
        }

        var opened = visit.Grid.Cases.Open(
            visit.Community.Id, wanted with { Attachments = file is null ? [] : [file] }, visit.User.Actor());
        return new SeeOther($"/portal/cases/{opened.Number}?done=case");
    }

    private static TransactionRef? Reference(FormReading form)
    {
        var reference = new TransactionRef
        {
            Standard = form.Choice("standard", ["", "X12", "EDIFACT"], "Please choose a standard.") is { Length: > 0 } standard
                ? standard
                : null,
            Set = form.Optional("set", 10),
            Version = form.Optional("version", 20),
            InterchangeControlNumber = form.Optional("interchange", 20),
            GroupControlNumber = form.Optional("group", 20),
            TransactionControlNumber = form.Optional("transaction", 20),
            DocumentNumber = form.Optional("document-number", 60),
            AckStatus = form.Choice("ack", ["", "A", "E", "P", "R"], "Please choose an acknowledgement.") is { Length: > 0 } ack
                ? ack
                : null,
            As2MessageId = form.Optional("as2", 200),
        };
        return reference == new TransactionRef() ? null : reference;
    }

    private static PortalPage Page(Visit visit, FormState state) => new("Raise a case", Html.Of($"""
        <p class="crumb"><a href="/portal/cases">Cases</a></p>
        <h1>Raise a case</h1>
        <p class="lead">The more exactly you name the transaction, the sooner we find it.</p>
        {Forms.Problems(state)}
        <form class="sheet" method="post" action="/portal/cases" enctype="multipart/form-data">{Forms.Token(visit)}
        {Forms.Text(state, "subject", "What is wrong?", "One line, for instance: ASN for order 4500012345 was rejected.", required: true)}
        <div class="pair">
        {Forms.Select(state, "category", "What is it about?", [("", "Please choose"), .. CaseWords.Categories.Select(pair => (pair.Key,
          pair.Value))], required: true)}
        {Forms.Select(state, "severity", "How bad is it?", [("", "Please choose"),
          .. CaseWords.Severities.Select(pair => (pair.Key.ToString(), pair.Value))], required: true)}
        </div>
        {Forms.Select(state, "environment", "Where does it happen?", [("production", "Production"), ("test", "Test")], required: true)}
        {Forms.Area(state, "description", "What happened?",
            "What you sent, what you expected, what came back. No passwords and no private keys.", required: true)}
        <fieldset><legend>The transaction</legend>
        <p class="hint">All of it optional; you find the numbers in your translator or in the acknowledgement.</p>
        <div class="pair">
        {Forms.Select(state, "standard", "Standard", Standards)}
        {Forms.Text(state, "set", "Transaction set or message", "For instance 856 or DESADV.", longest: 10)}
        {Forms.Text(state, "version", "Version", "For instance 004010 or D.96A.", longest: 20)}
        {Forms.Text(state, "document-number", "Document number", "Order, shipment or invoice number.", longest: 60)}
        {Forms.Text(state, "interchange", "Interchange control number", "ISA13 or UNB 0020.", longest: 20)}
        {Forms.Text(state, "group", "Group control number", "GS06.", longest: 20)}
        {Forms.Text(state, "transaction", "Transaction control number", "ST02 or UNH 0062.", longest: 20)}
        {Forms.Select(state, "ack", "Acknowledgement", Acknowledgements, "AK5 or AK9 of the 997.")}
        </div>
        {Forms.Text(state, "as2", "AS2 message id", "From the header of the message or of its MDN.")}
        </fieldset>
        {Forms.File(state, "file", "A file", "The rejected interchange or a log, at most 25 MB.")}
        <div class="actions"><button>Send</button><a href="/portal/cases">Cancel</a></div>
        </form>
        """), visit)
    { Place = "/portal/cases" };
}
