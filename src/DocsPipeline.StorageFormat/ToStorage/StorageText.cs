using System.Runtime.CompilerServices;
using DocsPipeline.StorageFormat.Scanning;

namespace DocsPipeline.StorageFormat.ToStorage;

/// <summary>
/// The storage that grows: one buffer for a whole document, to whose end everyone writes. Who needs a part of it as a string takes that off
/// the end again; all others leave it where it is, so that no paragraph is copied from list to list to page.
/// </summary>
internal sealed class StorageText
{
    private const int MostKept = 1024 * 1024;

    [ThreadStatic]
    private static char[]? spare;

    private char[] buffer = Interlocked.Exchange(ref spare, null) ?? new char[32 * 1024];

    public int Length { get; private set; }

    /// <summary>Hands the buffer to the next document of this thread; nothing may be written any more.</summary>
    public void Release() => spare = buffer.Length <= MostKept ? buffer : null;

    public StorageText Append(char character)
    {
        if (Length == buffer.Length)
        {
            Grow(1);
        }

        buffer[Length++] = character;
        return this;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public StorageText Append(ReadOnlySpan<char> storage)
    {
        if (Length + storage.Length > buffer.Length)
        {
            Grow(storage.Length);
        }

        storage.CopyTo(buffer.AsSpan(Length));
        Length += storage.Length;
        return this;
    }

    /// <summary>Text, with the references that it takes.</summary>
    public StorageText AppendText(ReadOnlySpan<char> text)
    {
        for (var special = Entities.IndexOfSpecial(text); special >= 0; special = Entities.IndexOfSpecial(text))
        {
            Append(text[..special]).Append(Entities.Stored(text[special]));
            text = text[(special + 1)..];
        }

        return Append(text);
    }

    /// <summary>Writes a start tag; answers what <see cref="Close"/> takes.</summary>
    public int Open(string name, string attributes = "") => Append('<').Append(name).Append(attributes).Append('>').Length;

    /// <summary>Ends an element; one that nothing was written in becomes an empty tag.</summary>
    public void Close(string name, int start)
    {
        if (Length == start)
        {
            Length--;
            Append(" />");
        }
        else
        {
            Append("</").Append(name).Append('>');
        }
    }

    /// <summary>Puts an element around what was written since a place, where it stands.</summary>
    public void Wrap(string name, int start)
    {
        var length = Length - start;
        if (length > 0)
        {
            var tag = name.Length + 2;
            if (Length + tag > buffer.Length)
            {
                Grow(tag);
            }

            buffer.AsSpan(start, length).CopyTo(buffer.AsSpan(start + tag));
            Length = start;
            Open(name);
            Length += length;
            Close(name, start);
        }
        else
        {
            Close(name, Open(name));
        }
    }

    /// <summary>Takes whitespace off both ends of what was written since a place.</summary>
    public void Trim(int start)
    {
        var text = buffer.AsSpan(start, Length - start);
        var trimmed = text.Trim();
        trimmed.CopyTo(text);
        Length = start + trimmed.Length;
    }

    /// <summary>Takes blanks off the end of what was written since a place: they are nothing in Markdown.</summary>
    public void TrimEnd(int start) => Length = start + buffer.AsSpan(start, Length - start).TrimEnd(" \t\n").Length;

    public ReadOnlySpan<char> Since(int start) => buffer.AsSpan(start, Length - start);

    /// <summary>What was written since a place, which is taken back.</summary>
    public string Take(int start)
    {
        var taken = new string(buffer, start, Length - start);
        Length = start;
        return taken;
    }

    private void Grow(int more) => Array.Resize(ref buffer, Math.Max(buffer.Length * 2, Length + more));
}
