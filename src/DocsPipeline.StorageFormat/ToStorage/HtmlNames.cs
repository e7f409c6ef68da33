using System.Collections.Frozen;
using DocsPipeline.StorageFormat.Scanning;

namespace DocsPipeline.StorageFormat.ToStorage;

/// <summary>The names that are tags to a reader of HTML; everything else in angle brackets is text: <c>List&lt;Order&gt;</c>.</summary>
internal static class HtmlNames
{
    /// <summary>Tags that storage has no element for and that become something else.</summary>
    private static readonly FrozenSet<string> Translated =
        new[] { "img", "figure", "figcaption", "details", "summary", "caption", "picture", "wbr" }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>HTML, and what of SVG and MathML begins a drawing or formula.</summary>
    private static readonly FrozenSet<string> Others = (
        "html head body title meta link style script noscript template base main nav header footer section article aside hgroup search "
        + "menu dir data ruby rb rt rtc rp bdi nobr acronym basefont blink marquee plaintext xmp listing iframe frame frameset "
        + "noframes embed object param source video audio track canvas map area form fieldset legend label input button select datalist "
        + "optgroup option textarea "
        + "output progress meter dialog slot portal applet svg math path g rect circle ellipse line polyline polygon text tspan defs use "
        + "lineargradient radialgradient stop clippath mask filter foreignobject symbol marker pattern mrow mi mo mn msup msub mfrac msqrt")
        .Split(' ').ToFrozenSet(StringComparer.Ordinal);

    public static bool IsTag(string name) =>
        ElementNames.Of(name) is >= Element.P and < Element.Macro || Translated.Contains(name) || Others.Contains(name);

    /// <summary>Whether a tag leaves only its content in storage.</summary>
    public static bool HasNoPlace(HtmlTag tag) => Others.Contains(tag.Name) && tag["data-element"] is null;
}
