using System.Reflection;

namespace DocsPipeline.Diagnostics;

/// <summary>
/// Every code there is, one file a range in <c>Codes/</c>. Codes are never reused: a retired one keeps its entry and its page, because
/// people search for the number they were once shown.
/// </summary>
public static partial class Catalogue
{
    /// <summary>All codes in order; by reflection, since only <c>explain</c> and the tests ask for it.</summary>
    public static IReadOnlyList<DiagnosticCode> All { get; } =
    [
        .. typeof(Catalogue)
            .GetNestedTypes(BindingFlags.Public)
            .SelectMany(range => range.GetFields(BindingFlags.Public | BindingFlags.Static))
            .Select(field => field.GetValue(null))
            .OfType<DiagnosticCode>()
            .OrderBy(code => code.Id, StringComparer.Ordinal),
    ];

    /// <summary>The page that explains a code (Markdown), or null where no such code exists.</summary>
    public static string? Explain(string id)
    {
        using var page =
            typeof(Catalogue).Assembly.GetManifestResourceStream($"DocsPipeline.Diagnostics.Explanations.{id.ToUpperInvariant()}.md");
        return page is null ? null : new StreamReader(page).ReadToEnd();
    }
}
