using System.Buffers;
using DocsPipeline.StorageFormat.Conversion;
using DocsPipeline.StorageFormat.Scanning;
using DocsPipeline.StorageFormat.Vocabulary;

namespace DocsPipeline.StorageFormat.ToStorage;

/// <summary>
/// Writes a container's storage, with the HTML tags and directives that are open in it. What is never closed is closed where its container
/// ends: storage is well-formed whatever the Markdown says.
/// </summary>
internal sealed class StorageBuilder(StorageSession session)
{
    private static readonly SearchValues<char> NoName = SearchValues.Create("\"'<>=&/`");

    private readonly List<Frame> frames = session.Frames;

    /// <summary>What is open below belongs to the containers around.</summary>
    private readonly int floor = session.Frames.Count;
    private HashSet<string>? implied;

    /// <summary>The tags that are open and were dropped, since they stand too deep.</summary>
    private readonly Stack<string> beyond = new();

    public StorageText Text => session.Text;

    /// <summary>Where in the Markdown what is read stands.</summary>
    public int Place
    {
        set => session.Place = value;
    }

    public bool InPre => Exists(static frame => frame.Name == "pre");

    /// <summary>Writes text, in which names of emoji are emoji where it is no code.</summary>
    public void Words(ReadOnlySpan<char> text)
    {
        while (Shortcodes.Find(text, out var length, out var emoji) is var at and >= 0 && !InCode)
        {
            Text.AppendText(text[..at]).AppendText(emoji);
            text = text[(at + length)..];
        }

        Text.AppendText(text);
    }

    /// <summary>Tells of text where a page has none: in a list and in no item of it.</summary>
    public void CheckHome(ReadOnlySpan<char> text)
    {
        if (frames.Count > floor && Homes.TakesNoText(frames[^1].Name) && !text.IsWhiteSpace())
        {
            session.Report(FindingKind.PartIsDropped,
                $"`{StorageSession.Short(text.Trim())}` stands right in <{frames[^1].Name}>, where a page has no place for text",
                "put it into an item or a cell, or in front of all of it");
        }
    }

    private bool InCode => frames.Exists(static frame => frame.Name is "code" or "tt" or "pre");

    /// <summary>In the text of a link, where nothing else is one.</summary>
    public bool InLink => session.Brackets > 0 || frames.Exists(static frame => frame.Name == "a");

    /// <summary>Inside of HTML, where a line feed between tags means nothing.</summary>
    public bool InHtml => Exists(static frame => frame.Tag is not null);

    public bool InBlockHtml =>
        Exists(static frame => frame.Tag is not null && frame.Name is not ("div" or "details" or "center") && !frame.Name.StartsWith('!'));

    /// <summary>Tells of marks that a line leaves open: they end with it, and the next one has none of them.</summary>
    public void EndLine() => TellOpen(floor);

    private void TellOpen(int from)
    {
        for (var at = from; at < frames.Count; at++)
        {
            var frame = frames[at];
            if (ElementPlacement.IsInline(ElementNames.Of(frame.Name)))
            {
                session.Place = frame.Place;
                session.Report(FindingKind.PartIsDropped, $"<{frame.Name}> ends where the text around it does: nothing closes it there",
                    $"close it with </{frame.Name}>, and begin it again behind where it should go on");
            }
        }
    }

    /// <summary>Closes what is still open.</summary>
    public void Finish()
    {
        session.IsDoubtful |= frames.Count > floor;
        CloseTo(floor);
    }

    /// <summary>Opens a scope that no tag inside can close; answers what <see cref="End"/> takes.</summary>
    public int Begin()
    {
        frames.Add(new Frame("", null, Text.Length));
        return frames.Count;
    }

    /// <summary>Closes what is still open inside a scope.</summary>
    public void End(int scope)
    {
        session.IsDoubtful |= frames.Count > scope;
        TellOpen(scope);
        CloseTo(scope);
        frames.RemoveAt(frames.Count - 1);
    }

    public void Tag(HtmlTag tag)
    {
        session.IsDoubtful |= !IsSound(tag.Attributes);
        if (!tag.Closes && HtmlNames.HasNoPlace(tag))
        {
            session.Report(FindingKind.PartIsDropped, $"<{tag.Name}> has no place in a page and is dropped",
                "say it in Markdown; text inside of it stays");
        }

        if (tag.Closes)
        {
            CloseNamed(tag.Name);
            return;
        }

        CloseImplied(tag.Name);
        if (tag.Empty)
        {
            Text.Append(TagReader.Read(session, tag, "", InBlockHtml));
            return;
        }

        session.TakeTitle(tag.Attributes);

        // A page deeper than the scanner reads could not be read again; paragraphs and emphasis come on top.
        if (frames.Count < ConversionLimits.Depth - 8)
        {
            if (Homes.Missing(tag, frames) is { } home)
            {
                session.Report(FindingKind.PartIsDropped, $"<{tag.Name}> stands in no {home}, and has no place in a page",
                    "put it into one, or write the text in it without tags");
            }

            frames.Add(new Frame(tag.Name, tag, Text.Length, session.Place));
            return;
        }

        if (beyond.Count == 0)
        {
            session.Report(FindingKind.PartIsDropped,
                $"<{tag.Name}> stands deeper than a page may nest and is dropped, with all tags in it",
                "take some of the tags around it out; text inside of it stays");
        }

        beyond.Push(tag.Name);
    }

    /// <summary>A comment that a person wrote: a page has none, and one that says something is missed by somebody.</summary>
    public void Comment(ReadOnlySpan<char> comment)
    {
        var text = comment.Trim("<!->").Trim();
        if (!text.IsEmpty)
        {
            session.Report(FindingKind.PartIsDropped, $"comment `{StorageSession.Short(text)}` has no place in a page and is dropped",
                "keep it where the document's authors talk, or make it text");
        }
    }

    /// <summary>A directive; <paramref name="isRegion"/> where its end stands further on.</summary>
    public void Directive(DirectiveTag directive, bool isRegion)
    {
        session.IsDoubtful |= !IsSound(directive.Attributes);
        if (directive.Closes)
        {
            CloseNamed("!" + directive.Name);
        }
        else if (isRegion)
        {
            frames.Add(new Frame("!" + directive.Name, new HtmlTag("!", directive.Attributes), Text.Length, session.Place));
        }
        else if (directive.Name == DirectiveTag.StoragePrefix + BodyMark.Name && frames.Count > floor
            && frames[^1].Name.StartsWith("!" + DirectiveTag.MacroPrefix, StringComparison.Ordinal))
        {
            frames[^1].Bodies.Add(new BodyMark(Text.Length - frames[^1].Start, directive["kind"] == BodyMark.Plain));
        }
        else
        {
            Text.Append(DirectiveReader.Read(session, directive, null));
        }
    }

    /// <summary>The tags that a block of HTML leaves for its reader to end, because the next one says enough.</summary>
    public HashSet<string> Implied => implied ??= [];

    /// <summary>Ends what the start of a tag ends in HTML: an item the item before, a cell the cell, a row the row.</summary>
    private void CloseImplied(string name)
    {
        var (ends, within) = ImpliedEnds.Of(name);
        for (var opened = frames.Count - 1; opened >= floor && frames[opened].Tag is not null; opened--)
        {
            if (implied is not null && ends.Contains(frames[opened].Name) && implied.Contains(frames[opened].Name))
            {
                CloseTo(opened);
                opened = frames.Count;
                session.HasLooseText = true;
            }
            else if (within.Contains(frames[opened].Name) || frames[opened].Name.StartsWith('!'))
            {
                return;
            }
        }
    }

    /// <summary>Closes what goes by a name, and all inside of it; nothing where it was not opened in this scope.</summary>
    private void CloseNamed(string name)
    {
        if (beyond.TryPeek(out var dropped) && dropped == name)
        {
            beyond.Pop();
            return;
        }

        for (var opened = frames.Count - 1; opened >= floor && frames[opened].Tag is not null; opened--)
        {
            if (frames[opened].Name == name)
            {
                session.IsDoubtful |= opened < frames.Count - 1;
                CloseTo(opened);
                return;
            }
        }

        session.IsDoubtful = true;
    }

    private void CloseTo(int depth)
    {
        while (frames.Count > depth)
        {
            Pop();
        }
    }

    private void Pop()
    {
        var frame = frames[^1];
        frames.RemoveAt(frames.Count - 1);
        if (frame.Tag is { Attributes.Count: 0 } && TagReader.IsKept(frame.Name, Text.Since(frame.Start)))
        {
            session.Place = frame.Place;
            Text.Wrap(frame.Name, frame.Start);
        }
        else if (frame.Tag is not null)
        {
            var body = Text.Take(frame.Start);
            session.Place = frame.Place;
            if (frame.Name == "b" && frame.Tag[TitleMark.Attribute] is not null)
            {
                Text.Append("<strong>").Append(body).Append("</strong>");
                var beside = frame.Tag.Attributes.Where(static attribute => attribute.Key != TitleMark.Attribute);
                session.MarkTitle(new TitleMark(frame.Start, Text.Length, body, frame.Place, [.. beside]));
                return;
            }

            Text.Append(frame.Name.StartsWith('!')
                ? DirectiveReader.Read(session, new DirectiveTag(frame.Name[1..], frame.Tag.Attributes, Closes: false), body, frame.Bodies)
                : TagReader.Read(session, frame.Tag, body, InBlockHtml));
        }
    }

    private static bool IsSound(List<KeyValuePair<string, string?>> attributes)
    {
        for (var at = 0; at < attributes.Count; at++)
        {
            var key = attributes[at].Key;
            for (var before = 0; before < at; before++)
            {
                if (attributes[before].Key == key)
                {
                    return false;
                }
            }

            if (key.AsSpan().ContainsAny(NoName))
            {
                return false;
            }
        }

        return true;
    }

    private bool Exists(Predicate<Frame> condition) => frames.Count > floor && frames.FindIndex(floor, condition) >= 0;
}
