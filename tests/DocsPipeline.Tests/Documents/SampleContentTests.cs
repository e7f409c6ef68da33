using System.Text.RegularExpressions;
using DocsPipeline.Documents;
using DocsPipeline.Documents.Kinds;
using DocsPipeline.Documents.Settings;
using Markdig;
using Markdig.Extensions.AutoIdentifiers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace DocsPipeline.Tests.Documents;

/// <summary>The sample world in <c>content/</c> keeps its own rules.</summary>
public sealed partial class SampleContentTests
{
    private static readonly MarkdownPipeline Markdown = new MarkdownPipelineBuilder()
        .UsePipeTables().UseCustomContainers().UseGenericAttributes().UseTaskLists().UseAutoIdentifiers(AutoIdentifierOptions.GitHub)
            .Build();

    public static TheoryData<string> Paths => [.. Checkout.Documents.Documents.Select(document => document.Path)];

    [Fact]
    public void Every_file_can_be_read() => Checkout.Documents.Diagnostics.Select(diagnostic => diagnostic.ToString()).ShouldBeEmpty();

    [Fact]
    public void The_pipeline_settings_are_valid() => PipelineSettingsReader.Read(Checkout.Files).Repository.ShouldBe("halden/partner-docs");

    [Theory]
    [MemberData(nameof(Paths))]
    public void Front_matter_obeys_the_schema_of_its_kind(string path)
    {
        var document = Checkout.Documents.ByPath[path];
        Checkout.Kinds.TryGet(document.Kind, out var kind).ShouldBeTrue();
        kind!.Schema.Validate(document.FrontMatter.Json).Select(fault => fault.ToString()).ShouldBeEmpty();
        document.Folder.ShouldBe($"content/{kind.Section}/");
    }

    [Fact]
    public void Every_kind_has_a_sample() =>
        Checkout.Kinds.Names.Except(Checkout.Documents.Documents.Select(document => document.Kind)).ShouldBeEmpty();

    [Fact]
    public void A_file_is_named_after_its_title() =>
        Checkout.Documents.Documents.Where(document => document.Path != $"{document.Folder}{Slug.Of(document.Title)}.md")
            .Select(document => document.Path).ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Paths))]
    public void Links_and_images_lead_somewhere(string path)
    {
        var document = Checkout.Documents.ByPath[path];
        foreach (
            var link in Markdig.Markdown.Parse(document.Body, Markdown).Descendants<LinkInline>()
                .Where(link => !Scheme().IsMatch(link.Url!)))
        {
            var (target, anchor) = link.Url!.Split('#') is [var file, var heading] ? (file, heading) : (link.Url, null);
            var resolved = new Uri(new Uri($"https://repository.example/{document.Path}"), target).AbsolutePath[1..];
            if (Checkout.Documents.ByPath.TryGetValue(resolved, out var other))
            {
                (anchor is null || Anchors(other).Contains(anchor)).ShouldBeTrue($"{link.Url} names a heading that does not exist");
            }
            else
            {
                Checkout.Documents.Attachments.Keys.ShouldContain(resolved);
            }
        }
    }

    [Fact]
    public void Ids_that_are_mentioned_exist() =>
        Checkout.Documents.Documents
            .SelectMany(
                document =>
                    document.FrontMatter.Texts("related").Concat(document.FrontMatter.Texts("supersedes"))
                        .Concat(document.FrontMatter.Texts("template")))
            .Where(id => !Checkout.Documents.ById.ContainsKey(id)).ShouldBeEmpty();

    [Fact]
    public void Audiences_name_only_whom_the_settings_know()
    {
        var settings = PipelineSettingsReader.Read(Checkout.Files);
        foreach (var audience in Checkout.Documents.Documents.Select(document => document.Audience))
        {
            audience.Communities.Except(settings.Communities).ShouldBeEmpty();
            audience.Groups.Except([.. settings.Groups, Audience.Everyone]).ShouldBeEmpty();
            audience.Partners.Except(settings.Partners.Select(partner => partner.Id)).ShouldBeEmpty();
        }
    }

    [Fact]
    public void Whatever_can_be_published_says_to_whom()
    {
        foreach (var document in Checkout.Documents.Documents)
        {
            Checkout.Kinds.TryGet(document.Kind, out var kind).ShouldBeTrue();
            (kind!.Publication.For(document) is PublicationRule.Never).ShouldBe(document.Audience.IsNobody, document.Path);
        }
    }

    [Fact]
    public void Addresses_are_reserved_for_documentation()
    {
        foreach (var document in Checkout.Documents.Documents)
        {
            Host().Matches(document.Text).Select(match => match.Groups[1].Value)
                .Where(host => !host.EndsWith(".example", StringComparison.Ordinal)).ShouldBeEmpty(document.Path);
            Address().Matches(document.Text).Select(match => match.Value)
                .Where(address =>
                    !address.StartsWith("192.0.2.", StringComparison.Ordinal)
                        && !address.StartsWith("198.51.100.", StringComparison.Ordinal)
                            && !address.StartsWith("203.0.113.", StringComparison.Ordinal))
                .ShouldBeEmpty(document.Path);
        }
    }

    private static HashSet<string> Anchors(Document document) =>
        [.. Markdig.Markdown.Parse(document.Body, Markdown).Descendants<HeadingBlock>().Select(heading => heading.GetAttributes().Id!)];

    [GeneratedRegex(@"(?:https?://|@)([a-z0-9.-]+\.[a-z]+)")]
    private static partial Regex Host();

    [GeneratedRegex("^[a-z]+:")]
    private static partial Regex Scheme();

    [GeneratedRegex(@"\b\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}\b")]
    private static partial Regex Address();
}
