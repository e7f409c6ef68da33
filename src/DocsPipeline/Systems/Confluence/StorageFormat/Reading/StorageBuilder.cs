using System.Text;
using DocsPipeline.Systems.Confluence.StorageFormat.Scanning;

namespace DocsPipeline.Systems.Confluence.StorageFormat.Reading;

/// <summary>
/// The storage that grows, with a stack of the HTML tags and directives that are open. What is never closed is closed where its container ends: storage
/// is well-formed whatever the Markdown says.
/// </summary>
internal sealed class StorageBuilder(ImportSession session)
{
    private readonly Stack<Frame> frames = new([new Frame("", null)]);

    public StringBuilder Current => frames.Peek().Body;

    public int Depth => frames.Count;

    public bool InPre => frames.Any(frame => frame.Name == "pre");

    /// <summary>Inside of HTML, where a line feed between tags means nothing.</summary>
    public bool InHtml => frames.Any(frame => frame.Tag is not null);

    public bool InBlockHtml => frames.Any(frame => frame.Tag is not null && frame.Name is not ("div" or "details" or "center") && !frame.Name.StartsWith('!'));

    public string Finish()
    {
        CloseTo(1);
        return Current.ToString();
    }

    /// <summary>Opens a scope that no tag inside can close; answers what <see cref="CloseTo"/> takes.</summary>
    public int Begin(string name)
    {
        frames.Push(new Frame(name, null));
        return frames.Count;
    }

    /// <summary>Closes what is still open inside a scope, and answers the scope's storage.</summary>
    public string End(int scope)
    {
        CloseTo(scope);
        return frames.Pop().Body.ToString();
    }

    public void Tag(HtmlTag tag)
    {
        if (tag.Closes)
        {
            if (frames.TakeWhile(frame => frame.Tag is not null || frame.Name.StartsWith('!')).Any(frame => frame.Name == tag.Name))
            {
                while (frames.Peek().Name != tag.Name)
                {
                    Pop();
                }

                Pop();
            }

            return;
        }

        if (tag.Empty)
        {
            Current.Append(TagReader.Read(session, tag, "", InBlockHtml));
            return;
        }

        // A page deeper than the scanner reads could not be read again.
        if (frames.Count <= StorageScanner.MaximumDepth)
        {
            frames.Push(new Frame(tag.Name, tag));
        }
    }

    /// <summary>A directive; <paramref name="isRegion"/> where its end stands further on.</summary>
    public void Directive(DirectiveTag directive, bool isRegion)
    {
        if (directive.Closes)
        {
            if (frames.Any(frame => frame.Name == "!" + directive.Name))
            {
                while (frames.Peek().Name != "!" + directive.Name)
                {
                    Pop();
                }

                Pop();
            }
        }
        else if (isRegion)
        {
            frames.Push(new Frame("!" + directive.Name, new HtmlTag("!", directive.Attributes)));
        }
        else
        {
            Current.Append(DirectiveReader.Read(session, directive, null));
        }
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
        var frame = frames.Pop();
        var body = frame.Body.ToString();
        Current.Append(frame.Name.StartsWith('!')
            ? DirectiveReader.Read(session, new DirectiveTag(frame.Name[1..], frame.Tag!.Attributes, Closes: false), body)
            : frame.Tag is null ? body : TagReader.Read(session, frame.Tag, body, InBlockHtml));
    }
}
