using DocsPipeline.Diagnostics;
using DocsPipeline.Documents;
using DocsPipeline.Documents.Yaml;

namespace DocsPipeline.Flows.Validate.Rules;

/// <summary>Names in <c>audience</c> that <c>pipeline.yml</c> does not know.</summary>
internal sealed class AudienceIsUnknown : IRule
{
    public IEnumerable<Diagnostic> Check(Subject subject)
    {
        var settings = subject.Library.Settings;
        return Unknown(subject, "communities", "community", Catalogue.Leaks.CommunityIsUnknown, settings.Communities)
            .Concat(Unknown(subject, "groups", "group", Catalogue.Leaks.GroupIsUnknown, [.. settings.Groups, Audience.Everyone]))
            .Concat(Unknown(subject, "partners", "partner", Catalogue.Leaks.PartnerIsUnknown, [.. settings.Partners.Select(partner => partner.Id)]));
    }

    private static IEnumerable<Diagnostic> Unknown(Subject subject, string field, string noun, DiagnosticCode code, IReadOnlyList<string> known)
    {
        var path = $"audience.{field}";
        var names = subject.Document.FrontMatter.Texts(path);
        var isList = subject.Document.FrontMatter.Find(path) is YamlList;
        for (var index = 0; index < names.Count; index++)
        {
            if (!known.Contains(names[index]))
            {
                yield return subject.At(code, isList ? $"{path}[{index}]" : path, $"{noun} `{names[index]}` is unknown",
                    help: EditDistance.Nearest(names[index], known) is { } nearest ? $"did you mean `{nearest}`?" : $"known are {string.Join(", ", known)}",
                    notes: "names are declared in content/pipeline.yml");
            }
        }
    }
}
