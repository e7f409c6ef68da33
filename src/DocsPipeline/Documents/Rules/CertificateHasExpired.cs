using DocsPipeline.Diagnostics;
using DocsPipeline.Documents.Yaml;

namespace DocsPipeline.Documents.Rules;

/// <summary>Certificates in the front matter: expired is an error, soon is a warning.</summary>
internal sealed class CertificateHasExpired : IRule
{
    private const int SoonInDays = 30;

    public IEnumerable<Diagnostic> Check(RuleContext context)
    {
        var count = (context.Document.FrontMatter.Find("certificates") as YamlList)?.Items.Count ?? 0;
        for (var index = 0; index < count; index++)
        {
            var field = $"certificates[{index}].not-after";
            if (context.Day(field) is not { } end)
            {
                continue;
            }

            var days = end.DayNumber - context.Today.DayNumber;
            var owner = context.Document.FrontMatter.Text($"certificates[{index}].subject");
            var notes = owner is null ? Array.Empty<string>() : [$"the certificate of {owner}"];
            if (days < 0)
            {
                yield return context.At(Catalogue.FrontMatter.CertificateHasExpired, field, $"certificate has expired on {end:yyyy-MM-dd}",
                    help: "replace it with the new certificate, or take it out", notes: notes);
            }
            else if (days < SoonInDays)
            {
                yield return context.At(
                    Catalogue.FrontMatter.CertificateExpiresSoon, field, $"certificate expires in {days} {(days == 1 ? "day" : "days")}",
                    help: "add the new certificate beside it and announce the change", notes: notes);
            }
        }
    }
}
