using System.Text.Json.Nodes;
using DocsPipeline.Sandbox.GitHub.Rest;
using Markdig;

namespace DocsPipeline.Sandbox.GitHub.Wire;

/// <summary>What people wrote, in the forms that the media types <c>raw</c>, <c>text</c>, <c>html</c> and <c>full</c> ask for.</summary>
internal static class BodyWire
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UsePipeTables().UseTaskLists().DisableHtml().Build();

    /// <summary>Replaces <c>body</c> by the forms that were asked for; without a form Markdown stays as it is.</summary>
    public static JsonObject InForm(this Call call, JsonObject json)
    {
        var body = json["body"]?.GetValue<string>();
        var isFull = call.Wants("full");
        if (isFull || call.Wants("text"))
        {
            json["body_text"] = body is null ? null : Markdown.ToPlainText(body, Pipeline);
        }

        if (isFull || call.Wants("html"))
        {
            json["body_html"] = body is null ? null : Markdown.ToHtml(body, Pipeline);
        }

        if (!isFull && (call.Wants("text") || call.Wants("html")))
        {
            json.Remove("body");
        }

        return json;
    }
}
