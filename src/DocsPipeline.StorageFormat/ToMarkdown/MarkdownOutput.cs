using System.Runtime.CompilerServices;

namespace DocsPipeline.StorageFormat.ToMarkdown;

/// <summary>The Markdown that grows: a buffer that starts each line with the prefix of the quotes and lists it stands in.</summary>
internal sealed class MarkdownOutput
{
    [ThreadStatic]
    private static char[]? spare;

    private char[] buffer = Interlocked.Exchange(ref spare, null) ?? new char[32 * 1024];
    private bool lineStart = true;

    public int Length { get; private set; }

    /// <summary>Where the content of the current line begins, behind prefix and list marker.</summary>
    public int ContentStart { get; private set; }

    public string Prefix { get; private set; } = "";

    public bool AtContentStart
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => lineStart || Length == ContentStart;
    }

    /// <summary>The last character of the current line's content, or a line feed where there is none.</summary>
    public char Last => AtContentStart ? '\n' : buffer[Length - 1];

    public ReadOnlySpan<char> Slice(int start) => buffer.AsSpan(start, Length - start);

    public override string ToString() => new(buffer, 0, Length);

    /// <summary>Hands the buffer to the next page of this thread; nothing may be written any more.</summary>
    public void Release() => spare = buffer.Length <= 1024 * 1024 ? buffer : null;

    public void Write(char character)
    {
        if (lineStart)
        {
            Touch();
        }

        if (Length == buffer.Length)
        {
            Grow(1);
        }

        buffer[Length++] = character;
    }

    public void Write(ReadOnlySpan<char> text)
    {
        if (lineStart)
        {
            Touch();
        }

        Append(text);
    }

    /// <summary>Text of several lines.</summary>
    public void WriteLines(ReadOnlySpan<char> text)
    {
        for (var end = text.IndexOf('\n'); end >= 0; end = text.IndexOf('\n'))
        {
            if (end > 0)
            {
                Write(text[..end]);
            }

            NewLine();
            text = text[(end + 1)..];
        }

        if (!text.IsEmpty)
        {
            Write(text);
        }
    }

    /// <summary>Begins the line with its prefix, if that has not happened.</summary>
    public void Touch()
    {
        if (lineStart)
        {
            lineStart = false;
            Append(Prefix);
            ContentStart = Length;
        }
    }

    public void NewLine()
    {
        if (lineStart)
        {
            Append(Prefix.AsSpan().TrimEnd(' '));
        }

        Append("\n");
        lineStart = true;
    }

    /// <summary>Begins the line and answers where what is written next will stand.</summary>
    public int Begin()
    {
        Touch();
        return Length;
    }

    /// <summary>Marks what was written in this line so far as a marker: content begins here.</summary>
    public void BeginContent()
    {
        Touch();
        ContentStart = Length;
    }

    public string Push(string more)
    {
        var before = Prefix;
        Prefix += more;
        return before;
    }

    public void Pop(string before) => Prefix = before;

    public void TrimSpaces()
    {
        while (!lineStart && Length > ContentStart && buffer[Length - 1] is ' ' or '\t')
        {
            Length--;
        }
    }

    /// <summary>Takes back what was written since <paramref name="length"/>, in the line that then was current.</summary>
    public void Truncate(int length, int contentStart)
    {
        Length = length;
        ContentStart = contentStart;
        lineStart = false;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Append(ReadOnlySpan<char> text)
    {
        if (Length + text.Length > buffer.Length)
        {
            Grow(text.Length);
        }

        text.CopyTo(buffer.AsSpan(Length));
        Length += text.Length;
    }

    private void Grow(int more) => Array.Resize(ref buffer, Math.Max(buffer.Length * 2, Length + more));
}
