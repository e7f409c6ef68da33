using DocsPipeline.StorageFormat.Conversion;
using DocsPipeline.StorageFormat.Scanning;
using DocsPipeline.StorageFormat.ToMarkdown;
using DocsPipeline.StorageFormat.ToStorage;
using DocsPipeline.StorageFormat.Vocabulary;

namespace DocsPipeline.StorageFormat.Macros;

/// <summary>
/// A macro without a body as the short line that <see cref="MacroLabel"/> gives it, in a <c>span</c> that carries its parameters. What the
/// line shows of a parameter, text or link, is the parameter: who changes it there changes the macro. Its other words are Confluence's own.
/// </summary>
internal sealed class LabelledMacro : MacroForm
{
    public override string? Name => null;

    public override bool WriteBlock(MarkdownSession session, Macro macro) => Write(session, macro, default);

    public override bool WriteInline(MarkdownSession session, Macro macro, InlineContext context) => Write(session, macro, context);

    public override bool WriteHtml(MarkdownSession session, Macro macro) => Write(session, macro, new InlineContext(Html: true));

    public override string? ReadTag(StorageSession session, HtmlTag tag, string body)
    {
        if (tag.Name != MacroTag.Name || tag[MacroTag.Attribute] is not { Length: > 0 } name)
        {
            return null;
        }

        var line = TitleText.Of(body);
        var text = line.Text.OnOneLine().Trim();
        var given = tag.Attributes.FindAll(static attribute => attribute.Key != MacroTag.Attribute);
        var shown = WithoutWords(name, given, text);
        var attributes = given.ConvertAll(attribute => ShownValue.Of(attribute, shown, body));
        var storage = MacroStorage.Bodyless(name, attributes);
        if (attributes.Exists(attribute => MacroAttributeNames.IsElsewhere(attribute.Key)))
        {
            session.Report(FindingKind.PartIsDropped, $"macro `{name}` lost the link to what it shows",
                "put the link back between its tags, or take the macro out");
        }
        else if (!Says(session, storage, text, body))
        {
            var what = text.Length == 0 ? "another picture" : $"\"{StorageSession.Short(text)}\"";
            session.Report(FindingKind.PartIsDropped, $"{what} is not what macro `{name}` shows, which Confluence makes itself",
                "write words before or behind its tags; change where its link leads, or its attributes, to change the macro");
        }

        return storage + line.Notes;
    }

    /// <summary>The line without the words that the macro has whatever its shown parameter says.</summary>
    private static string WithoutWords(string name, List<KeyValuePair<string, string?>> attributes, string text)
    {
        const string Anything = "x";
        var probe = MacroStorage.Bodyless(name, attributes.ConvertAll(attribute => ShownValue.Of(attribute, Anything, "")));
        return StorageScanner.Scan(probe, out _) is { } tree && MacroLabel.Of(Macro.Read(tree, tree.OnlyChild(0))) is { } label
            && text.StartsWith(label.Words, StringComparison.Ordinal)
            ? text[label.Words.Length..].TrimStart()
            : text;
    }

    private static bool Write(MarkdownSession session, Macro macro, InlineContext context)
    {
        if (MacroLabel.Of(macro) is not { } label)
        {
            return false;
        }

        var target = TargetOf(session, macro, label, context, out var how, out var version);
        var output = session.Out;
        output.Write('<');
        output.Write(MacroTag.Name);
        TagWriter.WriteAttribute(output, MacroTag.Attribute, macro.Name);
        output.Write(MacroAttributeWriter.Write(macro, how.Length == 0 ? -1 : label.Parameter, how, version));
        output.Write('>');
        WriteLine(session, macro, label, target, context);
        TagWriter.Close(session, MacroTag.Name);
        session.Preserve(macro.Node);
        return true;
    }

    private static void WriteLine(MarkdownSession session, Macro macro, MacroLabel label, string? target, InlineContext context)
    {
        var links = session.Options.Links;
        if (label.Picture is not null && !context.Link && LinkTargets.File(session, label.Picture) is { } file)
        {
            ImageWriter.Write(session, label.Text(macro, links), file, context);
            return;
        }

        TextRunWriter.Write(session.Out, label.Words, context);
        if (label.Parameter >= 0)
        {
            session.Out.Write(label.Words.Length == 0 ? "" : " ");
            var shown = label.Shown(macro, links).OnOneLine();
            if (target is null)
            {
                var node = macro.Parameters[label.Parameter] is { IsXml: false, Node: var text } ? text : 0;
                TextRunWriter.WriteMapped(session, shown, node, context);
            }
            else
            {
                LinkWriter.Write(session, shown, target, context);
            }
        }
    }

    /// <summary>Where the shown parameter leads, how it is shown, and the version of a file, which a path does not say.</summary>
    private static string? TargetOf(
        MarkdownSession session, Macro macro, MacroLabel label, InlineContext context, out string how, out string? version)
    {
        (how, version) = ("", null);
        if (label.Parameter < 0 || label.Picture is not null)
        {
            return null;
        }

        var parameter = macro.Parameters[label.Parameter];
        if (!parameter.IsXml)
        {
            how = parameter.Value == parameter.Value.OnOneLine().Trim() ? MacroAttributeNames.Shown : "";
            return LinkDestination.IsAutolink(parameter.Value) && !context.Link ? parameter.Value : null;
        }

        var (link, resource) = MacroLabel.LinkIn(macro.Tree, parameter);
        if (context.Link)
        {
            return null;
        }

        if (link == 0)
        {
            how = MacroAttributeNames.Resource;
            return LinkTargets.OfResource(session, resource, out version) ?? Nothing(out how);
        }

        how = MacroAttributeNames.Link;
        var target = LinkTargets.Of(session, link, resource, body: link);
        version = TypedLink.Parse(target ?? "") is null && macro.Tree.ElementOf(resource) == Element.Attachment
            ? macro.Tree.Attribute(resource, "ri:version-at-save")
            : null;
        return target ?? Nothing(out how);
    }

    private static string? Nothing(out string how)
    {
        how = "";
        return null;
    }

    /// <summary>Whether the line is the one that the macro would get.</summary>
    private static bool Says(StorageSession session, string storage, string text, string body)
    {
        if (StorageScanner.Scan(storage, out _) is not { } tree)
        {
            return true;
        }

        var macro = Macro.Read(tree, tree.OnlyChild(0));
        if (MacroLabel.Of(macro) is not { } label)
        {
            return text.Length == 0;
        }

        // A person's name and a picture's alternative text are no text of the storage.
        return (label.Text(macro, session.Links).OnOneLine() == text && LeadsWhereItSays(macro, label, body))
            || (text == label.Words && body.Contains("<ri:user ", StringComparison.Ordinal))
            || (text.Length == 0 && label.Picture is { } picture
                && body.Contains($"ri:filename=\"{Entities.EncodeAttribute(picture)}\"", StringComparison.Ordinal));
    }

    /// <summary>Whether an address that is shown is the one that its link leads to.</summary>
    private static bool LeadsWhereItSays(Macro macro, MacroLabel label, string body) =>
        label.Parameter < 0 || macro.Parameters[label.Parameter] is not { IsXml: false, Value: var address }
        || !body.Contains("<a href=\"", StringComparison.Ordinal)
        || body.Contains($"<a href=\"{Entities.EncodeAttribute(address)}\"", StringComparison.Ordinal);
}
