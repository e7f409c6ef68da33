using DocsPipeline.Diagnostics;

namespace DocsPipeline.Documents.Rules;

/// <summary>An agreement is between two: nobody but its partner reads it.</summary>
internal sealed class AgreementHasSeveralPartners : IRule
{
    public IEnumerable<Diagnostic> Check(RuleContext context)
    {
        var audience = context.Document.Audience;
        if (context.Document.Kind == "partner-agreement" && !audience.IsNobody
            && (audience.Partners.Count != 1 || audience.Groups.Count > 0))
        {
            yield return context.At(
                Catalogue.Leaks.AgreementHasSeveralPartners, "audience.partners", "agreement has not exactly one partner as its audience",
                help: "name one partner under `audience.partners`, and no group");
        }
    }
}
