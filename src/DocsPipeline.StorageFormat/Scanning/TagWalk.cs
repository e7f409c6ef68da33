namespace DocsPipeline.StorageFormat.Scanning;

/// <summary>
/// The start tags of a well-formed page and their attributes, one after the other: for who needs no tree. Of a page that is not well-formed
/// it says so at the first tag that shows it.
/// </summary>
internal ref struct TagWalk(ReadOnlySpan<char> storage)
{
    private ReadOnlySpan<char> rest = storage;
    private bool isInTag;
    private int depth;

    /// <summary>The name of the tag.</summary>
    public ReadOnlySpan<char> Name { get; private set; }

    /// <summary>Whether what was met is no markup of a well-formed page.</summary>
    public bool IsBroken { get; private set; }

    /// <summary>How many elements stand in one another where most of those do that were left so far.</summary>
    public int MostDepth { get; private set; }

    /// <summary>
    /// Goes to the next start tag, past comments and CDATA sections; false where there is none. All attributes of the one before have to be
    /// asked for first.
    /// </summary>
    public bool NextTag()
    {
        depth += isInTag && !rest.StartsWith("/") ? 1 : 0;
        MostDepth = Math.Max(MostDepth, depth);
        isInTag = false;
        for (var at = rest.IndexOf('<'); at >= 0; at = rest.IndexOf('<'))
        {
            rest = rest[(at + 1)..];
            if (rest.StartsWith("!"))
            {
                Skip(rest.StartsWith("![CDATA[") ? "]]>" : "-->");
            }
            else if (rest.StartsWith("/"))
            {
                depth--;
            }
            else
            {
                isInTag = true;
                Name = rest[..NameCharacters.Length(rest)];
                rest = rest[Name.Length..];
                IsBroken |= Name.IsEmpty;
                return true;
            }
        }

        return false;
    }

    /// <summary>Goes to the tag's next attribute; the value is raw source. False where there is none.</summary>
    public bool NextAttribute(out ReadOnlySpan<char> name, out ReadOnlySpan<char> value)
    {
        name = value = default;
        SkipSpace();
        if (rest.IsEmpty || rest[0] is '>' or '/')
        {
            return false;
        }

        name = rest[..NameCharacters.Length(rest)];
        rest = rest[name.Length..];
        SkipSpace();
        IsBroken |= name.IsEmpty || !rest.StartsWith("=");
        rest = IsBroken ? default : rest[1..];
        SkipSpace();
        var length = rest.Length > 1 && rest[0] is '"' or '\'' ? rest[1..].IndexOf(rest[0]) : -1;
        IsBroken |= length < 0;
        value = IsBroken ? default : rest.Slice(1, length);
        rest = IsBroken ? default : rest[(length + 2)..];
        return !IsBroken;
    }

    private void Skip(string end)
    {
        var at = rest.IndexOf(end);
        IsBroken |= at < 0;
        rest = at < 0 ? default : rest[(at + end.Length)..];
    }

    private void SkipSpace()
    {
        while (!rest.IsEmpty && rest[0].IsSpace())
        {
            rest = rest[1..];
        }
    }
}
