namespace DocsPipeline.Documents.Access;

/// <summary>Names that <c>pipeline.yml</c> declares, in its order, and what to say to whoever writes another one.</summary>
internal sealed class DeclaredNames(IReadOnlyList<string> names)
{
    /// <summary>As many are told; who has more must look them up.</summary>
    private const int Told = 50;

    private readonly HashSet<string> known = new(names, StringComparer.Ordinal);
    private readonly NameIndex index = new(names);
    private readonly string list = string.Join(", ", names.Take(Told)) + (names.Count > Told ? $", and {names.Count - Told} more" : "");

    public bool Has(string name) => known.Contains(name);

    public string HelpWith(string name) => index.Nearest(name) is { } nearest ? $"did you mean `{nearest}`?" : $"known are {list}";
}
