using DocsPipeline.Diagnostics;
using DocsPipeline.Documents;
using DocsPipeline.Documents.Yaml;

namespace DocsPipeline.Documents.Rules;

/// <summary>Names in <c>audience</c> that <c>pipeline.yml</c> does not know.</summary>
internal sealed class AudienceIsUnknown : IRule
{
    public IEnumerable<Diagnostic> Check(RuleContext context)
    {
        var settings = context.Content.Settings;
        return Unknown(context, "communities", "community", Catalogue.Leaks.CommunityIsUnknown, settings.Communities)
            .Concat(Unknown(context, "groups", "group", Catalogue.Leaks.GroupIsUnknown, [.. settings.Groups, Audience.Everyone]))
            .Concat(Unknown(context, "partners", "partner", Catalogue.Leaks.PartnerIsUnknown, [.. settings.Partners.Select(partner => partner.Id)]));
    }

    private static IEnumerable<Diagnostic> Unknown(RuleContext context, string field, string noun, DiagnosticCode code, IReadOnlyList<string> known)
    {
        var path = $"audience.{field}";
        var names = context.Document.FrontMatter.Texts(path);
        var isList = context.Document.FrontMatter.Find(path) is YamlList;
        for (var index = 0; index < names.Count; index++)
        {
            if (!known.Contains(names[index]))
            {
                yield return context.At(code, isList ? $"{path}[{index}]" : path, $"{noun} `{names[index]}` is unknown",
                    help: EditDistance.Nearest(names[index], known) is { } nearest ? $"did you mean `{nearest}`?" : $"known are {string.Join(", ", known)}",
                    notes: "names are declared in content/pipeline.yml");
            }
        }
    }
}
