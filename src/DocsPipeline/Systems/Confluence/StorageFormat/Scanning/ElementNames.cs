using System.Collections.Frozen;

namespace DocsPipeline.Systems.Confluence.StorageFormat.Scanning;

/// <summary>Between an element's qualified name and <see cref="Element"/>.</summary>
internal static class ElementNames
{
    private static readonly FrozenDictionary<string, Element> Elements = All().ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, Element>.AlternateLookup<ReadOnlySpan<char>> Lookup =
        Elements.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenDictionary<Element, string> Names = Elements.ToFrozenDictionary(pair => pair.Value, pair => pair.Key);

    public static string NameOf(Element element) => Names[element];

    public static Element Of(ReadOnlySpan<char> name) => Lookup.TryGetValue(name, out var element) ? element : Element.Other;

    private static Dictionary<string, Element> All()
    {
        var names = new Dictionary<string, Element>(StringComparer.Ordinal)
        {
            ["ac:macro"] = Element.Macro,
            ["ac:structured-macro"] = Element.StructuredMacro,
            ["ac:parameter"] = Element.Parameter,
            ["ac:default-parameter"] = Element.DefaultParameter,
            ["ac:rich-text-body"] = Element.RichTextBody,
            ["ac:plain-text-body"] = Element.PlainTextBody,
            ["ac:link"] = Element.Link,
            ["ac:link-body"] = Element.LinkBody,
            ["ac:plain-text-link-body"] = Element.PlainTextLinkBody,
            ["ac:image"] = Element.Image,
            ["ac:caption"] = Element.Caption,
            ["ac:adf-mark"] = Element.AdfMark,
            ["ac:emoticon"] = Element.Emoticon,
            ["ac:inline-comment-marker"] = Element.InlineCommentMarker,
            ["ac:layout"] = Element.Layout,
            ["ac:layout-section"] = Element.LayoutSection,
            ["ac:layout-cell"] = Element.LayoutCell,
            ["ac:task-list"] = Element.TaskList,
            ["ac:task"] = Element.Task,
            ["ac:task-id"] = Element.TaskId,
            ["ac:task-uuid"] = Element.TaskUuid,
            ["ac:task-status"] = Element.TaskStatus,
            ["ac:task-body"] = Element.TaskBody,
            ["ac:adf-extension"] = Element.AdfExtension,
            ["ac:adf-node"] = Element.AdfNode,
            ["ac:adf-attribute"] = Element.AdfAttribute,
            ["ac:adf-content"] = Element.AdfContent,
            ["ac:adf-fallback"] = Element.AdfFallback,
            ["ac:placeholder"] = Element.Placeholder,
            ["ri:page"] = Element.Page,
            ["ri:blog-post"] = Element.BlogPost,
            ["ri:attachment"] = Element.Attachment,
            ["ri:user"] = Element.User,
            ["ri:space"] = Element.Space,
            ["ri:url"] = Element.Url,
            ["ri:shortcut"] = Element.Shortcut,
            ["ri:content-entity"] = Element.ContentEntity,
        };
        for (var element = Element.P; element < Element.Macro; element++)
        {
            names[element.ToString().ToLowerInvariant()] = element;
        }

        return names;
    }
}
