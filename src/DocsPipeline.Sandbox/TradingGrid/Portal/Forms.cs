using DocsPipeline.Sandbox.Web;

namespace DocsPipeline.Sandbox.TradingGrid.Portal;

/// <summary>Fields with label, hint and error, tied together for those who do not see the page.</summary>
internal static class Forms
{
    public static Html Token(Visit visit) => Html.Of($"""<input type="hidden" name="token" value="{visit.Session.FormToken}">""");

    public static Html Problems(FormState state) => state.Errors.Count == 0 ? Html.Empty : Html.Of($"""
        <div class="problems" role="alert"><p><strong>Please check the form.</strong> Nothing was sent yet.</p>
        <ul>{Html.Each(state.Errors, error => Html.Of($"""<li><a href="#{error.Key}">{error.Value}</a></li>"""))}</ul></div>
        """);

    public static Html Text(
        FormState state, string name, string label, string? hint = null, int longest = 200, string type = "text", bool required = false,
        string? complete = null) => Around(state, name, label, hint, required, Html.Of($"""
            <input type="{type}" id="{name}" name="{name}" value="{(type == "password" ? "" : state.Value(name))}"
            maxlength="{longest}"{Marks(state, name, hint, required)}{(
                complete is null ? Html.Empty : Html.Of($" autocomplete=\"{complete}\""))}>
            """));

    public static Html Area(
        FormState state, string name, string label, string? hint = null, int longest = 8000, int rows = 6, bool required = false) =>
        Around(state, name, label, hint, required, Html.Of($"""
            <textarea id="{name}" name="{name}" rows="{rows}"
            maxlength="{longest}"{Marks(state, name, hint, required)}>{Html.Raw("\n")}{state.Value(name)}</textarea>
            """));

    public static Html Select(
        FormState state, string name, string label, IEnumerable<(string Value, string Text)> choices, string? hint = null,
        bool required = false) => Around(state, name, label, hint, required, Html.Of($"""
            <select id="{name}" name="{name}"{Marks(state, name, hint, required)}>
            {Html.Each(choices, choice => Html.Of($"""
                <option value="{choice.Value}"{Html.Raw(choice.Value == state.Value(name) ? " selected" : "")}>{choice.Text}</option>
                """))}</select>
            """));

    public static Html File(FormState state, string name, string label, string hint) =>
        Around(state, name, label, hint, false, Html.Of($"""
            <input type="file" id="{name}" name="{name}"{Marks(state, name, hint, false)}>
            """));

    private static Html Around(FormState state, string name, string label, string? hint, bool required, Html control) => Html.Of($"""
        <div class="field{(state.Error(name) is null ? "" : " wrong")}">
        <label for="{name}">{label}{Html.Raw(required ? "" : " <span class=\"optional\">optional</span>")}</label>
        {(hint is null ? Html.Empty : Html.Of($"""<p class="hint" id="{name}-hint">{hint}</p>"""))}
        {(state.Error(name) is { } error ? Html.Of($"""<p class="error" id="{name}-error">{error}</p>""") : Html.Empty)}
        {control}</div>
        """);

    private static Html Marks(FormState state, string name, string? hint, bool required)
    {
        string?[] about = [hint is null ? null : $"{name}-hint", state.Error(name) is null ? null : $"{name}-error"];
        var described = string.Join(' ', about.OfType<string>());
        var description = described.Length > 0 ? Html.Of($" aria-describedby=\"{described}\"") : Html.Empty;
        var invalid = Html.Raw(state.Error(name) is null ? "" : " aria-invalid=\"true\"");
        return Html.Of($"{description}{invalid}{Html.Raw(required ? " required" : "")}");
    }
}
