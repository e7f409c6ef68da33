using DocsPipeline.Diagnostics;
using DocsPipeline.Documents.Access;
using DocsPipeline.Documents.Yaml;

namespace DocsPipeline.Documents.Rules;

/// <summary>Names in <c>audience</c> that <c>pipeline.yml</c> does not know.</summary>
internal sealed class AudienceIsUnknown : IRule
{
    public IEnumerable<Diagnostic> Check(RuleContext context)
    {
        var access = context.Content.Access;
        return Unknown(context, "communities", "community", Catalogue.Leaks.CommunityIsUnknown, access.Communities)
            .Concat(Unknown(context, "groups", "group", Catalogue.Leaks.GroupIsUnknown, access.Groups))
            .Concat(Unknown(context, "partners", "partner", Catalogue.Leaks.PartnerIsUnknown, access.Partners));
    }

    private static IEnumerable<Diagnostic> Unknown(RuleContext context, string field, string noun, DiagnosticCode code, DeclaredNames known)
    {
        var path = $"audience.{field}";
        var names = context.Document.FrontMatter.Texts(path);
        for (var index = 0; index < names.Count; index++)
        {
            if (!known.Has(names[index]))
            {
                var isList = context.Document.FrontMatter.Find(path) is YamlList;
                yield return context.At(code, isList ? $"{path}[{index}]" : path, $"{noun} `{names[index]}` is unknown",
                    help: known.HelpWith(names[index]), notes: "names are declared in content/pipeline.yml");
            }
        }
    }
}
