using System.Text;
using DocsPipeline.Diagnostics;
using DocsPipeline.Documents;
using DocsPipeline.Flows.Import.Items;
using DocsPipeline.Flows.Import.Templates;

namespace DocsPipeline.Tests.Flows.Import;

public sealed class ImportTemplatesTests
{
    private static readonly ItemModel Model = ItemModel.Of(("name", "Bolts *and* nuts"), ("lines", "one\ntwo"));

    [Theory]
    [InlineData("{{{name}}}", "template prints a value unescaped")]
    [InlineData("{{&name}}", "template prints a value unescaped")]
    [InlineData("{{#if name}}", "template cannot be used: ")]
    public void A_template_that_is_broken_or_switches_safety_off_is_refused(string template, string message)
    {
        var fault = Should.Throw<PipelineException>(() => Of(("a.md.hbs", template)).RenderFile("a.md.hbs", Model)).Diagnostics[0];

        (fault.Code, fault.Path).ShouldBe((Catalogue.Import.TemplateIsBroken, "schemas/templates/a.md.hbs"));
        fault.Message.ShouldStartWith(message);
    }

    [Fact]
    public void A_template_that_does_not_exist_is_named()
    {
        var fault = Should.Throw<PipelineException>(() => Of().RenderFile("b.md.hbs", Model)).Diagnostics[0];

        (fault.Code, fault.Path, fault.Message).ShouldBe(
            (Catalogue.Import.TemplateIsBroken, "schemas/templates/b.md.hbs", "template is missing"));
    }

    [Fact]
    public void A_broken_text_of_x_import_is_told_as_such() =>
        Should.Throw<PipelineException>(() => Of().RenderText("{{{name}}}", Model)).Diagnostics[0].Path.ShouldBe("x-import");

    [Fact]
    public void Markdown_is_made_harmless_in_the_body_and_left_alone_in_front_matter() =>
        Of(("a.md.hbs", "---\ntitle: {{name}}\n---\n{{name}}\n")).RenderFile("a.md.hbs", Model)
            .ShouldBe("---\ntitle: Bolts *and* nuts\n---\nBolts \\*and\\* nuts\n");

    [Fact]
    public void A_title_and_a_cell_are_one_line()
    {
        Of().RenderText("{{lines}}", Model).ShouldBe("one two");
        Of().RenderCell("{{name}} {{lines}}", Model).ShouldBe("Bolts \\*and\\* nuts one two");
    }

    private static ImportTemplates Of(params (string Name, string Text)[] files) =>
        new(files.Select(file => new ContentFile($"schemas/templates/{file.Name}", Encoding.UTF8.GetBytes(file.Text))));
}
