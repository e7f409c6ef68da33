using DocsPipeline.Diagnostics;

namespace DocsPipeline.Documents.Rules;

/// <summary>A partner who tests against production has found out the hard way that two addresses were the same.</summary>
internal sealed class EnvironmentsAreEqual : IRule
{
    private static readonly string[] Endpoints = ["as2-id", "as2-url", "sftp-host", "isa-id"];

    public IEnumerable<Diagnostic> Check(RuleContext context)
    {
        foreach (var name in Endpoints)
        {
            var test = context.Document.FrontMatter.Text($"test.{name}");
            if (test is not null
                && string.Equals(test, context.Document.FrontMatter.Text($"production.{name}"), StringComparison.OrdinalIgnoreCase))
            {
                yield return context.At(
                    Catalogue.FrontMatter.EnvironmentsAreEqual, $"production.{name}", $"`{name}` is the same in test and in production",
                    help: "give each environment its own");
            }
        }
    }
}
