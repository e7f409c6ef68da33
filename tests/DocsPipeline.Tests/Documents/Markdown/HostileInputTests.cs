using System.Diagnostics;
using System.Text;
using System.Text.Json;
using AngleSharp.Html.Parser;
using DocsPipeline.Diagnostics;
using DocsPipeline.Documents;
using DocsPipeline.Documents.Markdown;
using DocsPipeline.Documents.Rules.Secrets;

namespace DocsPipeline.Tests.Documents.Markdown;

/// <summary>Public collections of inputs that did harm elsewhere, through reader, projection and renderer. They lie beside the checkout
/// where there are any; without them these tests say so and are skipped.</summary>
public sealed class HostileInputTests
{
    private static readonly string[] Wraps =
        ["{0}", "# {0}", "- {0}", "| a |\n|---|\n| {0} |", "[x]({0})", "> [!NOTE]\n> {0}",
            "<details><summary>{0}</summary>\n\n{0}\n\n</details>", "::: panel\n{0}\n:::"];

    [HostileFact("html.jsonl")]
    public void No_html_is_active_after_rendering()
    {
        var payloads = File.ReadLines(HostileFactAttribute.PathOf("html.jsonl"))
            .Select(line => JsonDocument.Parse(line).RootElement.GetProperty("payload").GetString()!)
                .Where(payload => !payload.Contains('\0')).ToList();
        var checkedOutputs = 0;
        foreach (var (index, payload) in payloads.Index())
        {
            // Each alone, and each in one of the other places in turn: all of them in all places take most of a minute.
            foreach (var wrap in new[] { Wraps[0], Wraps[1 + (index % (Wraps.Length - 1))] })
            {
                if (Html(string.Format(System.Globalization.CultureInfo.InvariantCulture, wrap, payload)) is { } html)
                {
                    ShouldBeInert(html, payload);
                    checkedOutputs++;
                }
            }
        }

        checkedOutputs.ShouldBeGreaterThan(payloads.Count);
    }

    [HostileFact("urls-redirect.json")]
    public void No_hostile_address_becomes_a_script_or_an_image()
    {
        foreach (var payload in Texts("urls-redirect.json", "payload").Concat(Texts("ssrf-urls.json", "url")))
        {
            foreach (
                var body in new[] { $"[x](<{payload.Replace(">", "%3E")}>)", $"![x]({payload})", $"<a href=\"{payload}\">x</a>",
                    $"<{payload}>", payload })
            {
                if (Html(body) is { } html)
                {
                    ShouldBeInert(html, payload);
                }
            }
        }
    }

    [HostileFact("unicode-invisible.json")]
    public void A_name_with_invisible_characters_opens_nothing()
    {
        foreach (var text in Texts("unicode-invisible.json", "text"))
        {
            var html = Html($"::: {text.ReplaceLineEndings(" ")}\nCANARY\n:::\n\nseen");
            html?.ShouldNotContain("CANARY", Case.Sensitive, text);
        }
    }

    [HostileFact("secret-templates.json")]
    public void Tokens_of_known_issuers_are_found_in_the_text()
    {
        var random = new Random(1);
        using var templates = JsonDocument.Parse(File.ReadAllText(HostileFactAttribute.PathOf("secret-templates.json")));
        var missed = new List<string>();
        foreach (
            var template in templates.RootElement.EnumerateArray()
                .Where(template => template.TryGetProperty("prefix", out _) && template.TryGetProperty("length", out _)))
        {
            const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
            var secret = template.GetProperty("prefix")
                .GetString() + string.Concat(
                    Enumerable.Range(0, template.GetProperty("length").GetInt32()).Select(_ => Letters[random.Next(32)]));
            if (!SecretDetector.Find("content/a.md", $"The token is {secret} for now.").Any())
            {
                missed.Add(template.GetProperty("id").GetString()!);
            }
        }

        missed.Count.ShouldBeLessThanOrEqualTo(templates.RootElement.GetArrayLength() / 4, string.Join(", ", missed));
    }

    [Theory]
    [InlineData("[a](", 64_000)]
    [InlineData("[", 100_000)]
    [InlineData("*a **b ", 30_000)]
    [InlineData("> ", 20_000)]
    [InlineData("- ", 20_000)]
    [InlineData("<div>", 40_000)]
    [InlineData("<a b=\"", 40_000)]
    [InlineData("a\n-\n", 60_000)]
    [InlineData("::: panel\n", 10_000)]
    [InlineData("`", 100_000)]
    [InlineData("| a ", 30_000)]
    [InlineData("![x](y){", 20_000)]
    public void A_bomb_is_read_or_refused_within_seconds(string unit, int count)
    {
        var clock = Stopwatch.StartNew();
        var tree = MarkdownReader.Read(
            string.Concat(Enumerable.Repeat(unit, count))[..Math.Min(unit.Length * count, DocumentReader.MaxBytes)]);

        clock.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(8), $"{tree.Nodes.Count} nodes");
    }

    private static string? Html(string body)
    {
        try
        {
            return World.Render("guide", body)?.Html;
        }
        catch (PipelineException refused) when (refused.ExitCode == ExitCode.Refused)
        {
            return null;
        }
    }

    private static void ShouldBeInert(string html, string payload)
    {
        foreach (var element in new HtmlParser().ParseDocument(html).Body!.QuerySelectorAll("*"))
        {
            element.LocalName.ShouldNotBeOneOf(
                "script", "style", "svg", "math", "iframe", "object", "embed", "form", "input", "template", "noscript", "base", "link",
                "meta");
            foreach (var attribute in element.Attributes)
            {
                attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase).ShouldBeFalse(payload);
                (attribute.Name is "style" or "srcdoc" or "srcset" or "action").ShouldBeFalse(payload);
                if (attribute.Name is "href" or "src")
                {
                    attribute.Value.ShouldMatch(
                        attribute.Name == "src" ? "^attachment:" : "^(https?://|mailto:|#|document:|attachment:)", payload);
                }
            }
        }
    }

    private static IEnumerable<string> Texts(string file, string property)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(HostileFactAttribute.PathOf(file)));
        return [.. json.RootElement.EnumerateArray().Where(item => IsText(item.GetProperty(property)))
            .Select(item => item.GetProperty(property).GetString()!).Where(text => !text.Contains('\0'))];
    }

    // Halves of surrogate pairs are no text; the reader refuses them as bytes that are not UTF-8.
    private static bool IsText(JsonElement value)
    {
        try
        {
            return value.GetString() is not null;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}

/// <summary>A test over a file of the hostile collection; skipped, with the path, where it is missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class HostileFactAttribute : FactAttribute
{
    public HostileFactAttribute(string file)
    {
        if (!File.Exists(PathOf(file)))
        {
            Skip = $"SKIPPED: {PathOf(file)} is not there; nothing was checked.";
        }
    }

    public static string PathOf(string file) => Path.GetFullPath(Path.Combine(Checkout.Root, "../shared/corpora/hostile", file));
}
