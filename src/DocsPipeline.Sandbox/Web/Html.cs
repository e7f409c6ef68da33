using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;

namespace DocsPipeline.Sandbox.Web;

/// <summary>A piece of HTML. Whatever is interpolated into <see cref="Of"/> is encoded, unless it is <see cref="Html"/> itself.</summary>
internal readonly record struct Html(string Text)
{
    public static Html Empty { get; } = new("");

    public static Html Of(Template template) => template.ToHtml();

    /// <summary>Text that was made safe elsewhere.</summary>
    public static Html Raw(string text) => new(text);

    public static Html Join(IEnumerable<Html> pieces, string between = "") => new(string.Join(between, pieces.Select(piece => piece.Text)));

    public static Html Each<T>(IEnumerable<T> items, Func<T, Html> render) => Join(items.Select(render));

    public override string ToString() => Text ?? "";

    [InterpolatedStringHandler]
    internal readonly ref struct Template(int literalLength, int formattedCount)
    {
        private readonly StringBuilder text = new(literalLength + (formattedCount * 16));

        public void AppendLiteral(string literal) => text.Append(literal);

        public void AppendFormatted(Html html) => text.Append(html.Text);

        public void AppendFormatted<T>(T value) => text.Append(HtmlEncoder.Default.Encode(value?.ToString() ?? ""));

        public void AppendFormatted<T>(T value, string format)
            where T : IFormattable => text.Append(HtmlEncoder.Default.Encode(value.ToString(format, null)));

        public Html ToHtml() => new(text.ToString());
    }
}
