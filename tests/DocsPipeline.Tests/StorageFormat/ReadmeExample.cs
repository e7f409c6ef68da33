using System.Text.RegularExpressions;

namespace DocsPipeline.Tests.StorageFormat;

/// <summary>A whole program that a README shows, and what it writes: the literal behind <c>Console.Write(…); //</c>.</summary>
internal sealed partial record ReadmeExample(string Code, string Shown)
{
    public static IReadOnlyList<ReadmeExample> All(string readme) =>
    [
        .. Block().Matches(readme).Select(match => match.Groups[1].Value)
            .Select(code => new ReadmeExample(code, Regex.Unescape(Output().Match(code).Groups[1].Value))),
    ];

    [GeneratedRegex("```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex(@"^Console\.Write\(.*?\); // ""(.*)""$", RegexOptions.Multiline)]
    private static partial Regex Output();
}
