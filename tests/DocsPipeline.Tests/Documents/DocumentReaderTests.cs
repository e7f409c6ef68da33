using System.Text;
using DocsPipeline.Diagnostics;
using DocsPipeline.Documents;

namespace DocsPipeline.Tests.Documents;

public sealed class DocumentReaderTests
{
    private readonly List<Diagnostic> diagnostics = [];

    [Fact]
    public void Reads_front_matter_and_body_with_the_line_where_the_body_begins()
    {
        var document = Read("---\nid: as2-setup\nkind: edi-setup-guide\ntitle: AS2\n---\n\n# Hello\n")!;

        document.Id.Value.ShouldBe("as2-setup");
        document.Kind.ShouldBe("edi-setup-guide");
        document.Body.ShouldBe("\n# Hello\n");
        document.BodyLine.ShouldBe(6);
        diagnostics.ShouldBeEmpty();
    }

    [Fact]
    public void Audience_without_groups_and_partners_is_nobody()
    {
        Read("---\nid: abc\nkind: k\naudience: { communities: [halden-suppliers] }\n---\n")!.Audience.IsNobody.ShouldBeTrue();
        Read("---\nid: abc\nkind: k\naudience: { communities: [halden-suppliers], partners: [acme] }\n---\n"
            + "")!.Audience.IsNobody.ShouldBeFalse();
        Read("---\nid: abc\nkind: k\n---\n")!.Audience.IsNobody.ShouldBeTrue();
    }

    [Theory]
    [InlineData("# no front matter", "DOC0102", 1, 1)]
    [InlineData("---\nid: abc\nkind: k\n", "DOC0102", 1, 1)]
    [InlineData("---\nid: abc\ntitle: a: b\nkind: k\n---\n", "DOC0103", 3, 9)]
    [InlineData("---\nid: &x abc\nkind: k\n---\n", "DOC0104", 2, 5)]
    [InlineData("---\nid: abc\nkind: *x\n---\n", "DOC0104", 3, 7)]
    [InlineData("---\nid: !!str abc\nkind: k\n---\n", "DOC0104", 2, 5)]
    [InlineData("---\nid: abc\n<<: { a: b }\nkind: k\n---\n", "DOC0104", 3, 1)]
    [InlineData("---\nid: abc\nkind: k\nid: def\n---\n", "DOC0105", 4, 1)]
    [InlineData("---\nid: abc\nkind: k\na: [[[[[[[[1]]]]]]]]\n---\n", "DOC0106", 4, 11)]
    [InlineData("---\nid: AS2 Setup\nkind: k\n---\n", "DOC0107", 2, 5)]
    [InlineData("---\nid: a--b\nkind: k\n---\n", "DOC0107", 2, 5)]
    [InlineData("---\nid: abc\n---\n", "DOC0101", 1, 1)]
    [InlineData("---\n- id\n---\n", "DOC0103", 2, 1)]
    public void Refuses_with_code_and_place(string text, string code, int line, int column)
    {
        Read(text).ShouldBeNull();

        var only = diagnostics.ShouldHaveSingleItem();
        only.Code.Id.ShouldBe(code);
        (only.Span.Line, only.Span.Column).ShouldBe((line, column));
    }

    [Fact]
    public void Survives_brackets_that_would_end_the_process_of_the_library()
    {
        Read($"---\nid: abc\nkind: k\na: {new string('[', 8000)}\n---\n").ShouldBeNull();
        diagnostics.ShouldHaveSingleItem().Code.Id.ShouldBe("DOC0106");
    }

    [Fact]
    public void Refuses_bytes_that_are_not_text_and_files_that_are_too_large()
    {
        DocumentReader.Read(new ContentFile("content/a.md", new byte[] { 0x2D, 0xFF, 0xFE }), diagnostics).ShouldBeNull();
        DocumentReader.Read(new ContentFile("content/b.md", new byte[DocumentReader.MaxBytes + 1]), diagnostics).ShouldBeNull();
        diagnostics.Select(diagnostic => diagnostic.Code.Id).ShouldBe(["DOC0108", "DOC0109"]);
    }

    [Fact]
    public void Keeps_control_numbers_and_versions_as_text()
    {
        var json =
            Read("---\nid: abc\nkind: k\nversion: 004010\ncount: 12\nflag: true\nquoted: \"12\"\ndate: 2026-12-01\nempty:\n---\n"
                + "")!.FrontMatter.Json;

        json.ToString(Newtonsoft.Json.Formatting.None).ShouldBe(
            """{"id":"abc","kind":"k","version":"004010","count":12,"flag":true,"quoted":"12","date":"2026-12-01","empty":null}""");
    }

    [Fact]
    public void Finds_the_place_of_a_value_by_its_path_or_of_its_nearest_ancestor()
    {
        var frontMatter = Read("---\nid: abc\nkind: k\nsteps:\n  - name: one\n    who: me\n---\n")!.FrontMatter;

        frontMatter.SpanOf("steps[0].who").ShouldBe(new SourceSpan(6, 10, 2));
        frontMatter.SpanOf("steps[0].absent.deeper").Line.ShouldBe(5);
    }

    [Theory]
    [InlineData("Onboarding: Élan & co.", "onboarding-elan-co")]
    [InlineData("日本語", "page")]
    [InlineData("QA", "page-qa")]
    [InlineData("  --weird--  title!! ", "weird-title")]
    public void Slug_is_ascii_kebab_case(string title, string slug)
    {
        Slug.Of(title).ShouldBe(slug);
        DocumentId.TryParse(slug, out _).ShouldBeTrue();
    }

    private Document? Read(string text) => DocumentReader.Read(new ContentFile("content/a.md", Encoding.UTF8.GetBytes(text)), diagnostics);
}
