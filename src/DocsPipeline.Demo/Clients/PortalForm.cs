using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace DocsPipeline.Demo.Clients;

/// <summary>A form of a portal page, as a browser would send it: what stands in it already, and what a person filled in.</summary>
internal sealed class PortalForm
{
    private readonly IHtmlFormElement form;

    private PortalForm(IHtmlFormElement form) => this.form = form;

    /// <summary>The form that posts to an address ending so, or null.</summary>
    public static PortalForm? Find(IHtmlDocument page, string action) => page.QuerySelectorAll<IHtmlFormElement>("form[method=post]")
        .Where(form => (form.GetAttribute("action") ?? "").Split('?')[0].EndsWith(action, StringComparison.Ordinal))
        .Select(form => new PortalForm(form))
        .FirstOrDefault();

    /// <summary>The request that sends it.</summary>
    public HttpRequestMessage Filled(IReadOnlyDictionary<string, string> fields)
    {
        var values = form.QuerySelectorAll("input[name],select[name],textarea[name]")
            .Where(field => field.GetAttribute("type") is not ("radio" or "file" or "submit"))
            .GroupBy(field => field.GetAttribute("name")!, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => Value(group.Last()), StringComparer.Ordinal);
        foreach (var (name, value) in fields)
        {
            values[name] = value;
        }

        return new HttpRequestMessage(HttpMethod.Post, form.GetAttribute("action"))
        {
            Content = form.GetAttribute("enctype") == "multipart/form-data" ? Multipart(values) : new FormUrlEncodedContent(values),
        };
    }

    private static string Value(IElement field) => field switch
    {
        IHtmlSelectElement select => select.Value ?? "",
        IHtmlTextAreaElement area => area.Value,
        _ => field.GetAttribute("value") ?? "",
    };

    private static MultipartFormDataContent Multipart(Dictionary<string, string> values)
    {
        var content = new MultipartFormDataContent();
        foreach (var (name, value) in values)
        {
#pragma warning disable CA2000 // The multipart content owns its parts.
            content.Add(new StringContent(value), name);
#pragma warning restore CA2000
        }

        return content;
    }
}
