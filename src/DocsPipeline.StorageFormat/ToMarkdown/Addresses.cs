using System.Buffers;
using DocsPipeline.StorageFormat.Scanning;
using DocsPipeline.StorageFormat.Vocabulary;

namespace DocsPipeline.StorageFormat.ToMarkdown;

/// <summary>
/// The addresses of a page that GitHub links of itself, and how each is written. An address that is a link in the page and one that is text
/// are found alike, so that the one is written as the other is.
/// </summary>
internal sealed class Addresses(StorageTree tree)
{
    private static readonly SearchValues<char> Ends =
        SearchValues.Create([' ', '\t', '\r', '\n', LineText.Tag, LineText.Emphasis, LineText.Mark, LineText.Link, LineText.LinkEnd]);

    private const int MostPasses = 8;

    /// <summary>Nobody has an address as long as this.</summary>
    private const int Longest = 4096;

    private readonly HashSet<int> marked = [];
    private readonly SortedSet<int> links = [];
    private readonly List<AddressSpan> spans = [];
    private int start;
    private int end;
    private bool mayHaveEmail;

    /// <summary>Where the word ends of the last address that is divided: no other address in it is read alike by all.</summary>
    private int divided;

    /// <summary>The next address, or part of one, in a text of the page from a place of the source on; null where none is.</summary>
    public AddressSpan? Next(int node, int from)
    {
        Look(node);
        var at = FirstBehind(from);
        return at < spans.Count && spans[at].Start < tree[node].End ? spans[at] : null;
    }

    /// <summary>How a link is written that is an address and nothing else; null for any other link.</summary>
    public AddressForm? FormOf(int link)
    {
        if (!IsAddress(link))
        {
            return null;
        }

        Look(link);
        var text = tree[link].FirstChild;
        return marked.Contains(link) ? null : FormAt(text);
    }

    /// <summary>Whether an address in the run of a node begins or ends at a place of the source.</summary>
    public bool Touches(int node, int place)
    {
        Look(node);
        return (FirstBehind(place) is var at && at < spans.Count && spans[at].Start == place) || (at > 0 && spans[at - 1].End == place);
    }

    /// <summary>Whether a text ends with an address that something stands behind, so that markup is not taken for a part of it.</summary>
    public bool IsLooseAt(int node, int place)
    {
        Look(node);
        return FirstBehind(place) is var at and > 0 && spans[at - 1] is { Form: AddressForm.Loose, IsEnd: true } span && span.End == place;
    }

    /// <summary>Whether an e-mail address may stand in the run of a node.</summary>
    public bool MayHaveEmail(int node)
    {
        Look(node);
        return mayHaveEmail;
    }

    /// <summary>The form of the address that a text is, from its beginning to its end.</summary>
    private AddressForm? FormAt(int text)
    {
        var at = FirstBehind(tree[text].Start);
        return at < spans.Count && spans[at] is { IsEnd: true } span && (at == 0 || spans[at - 1].IsEnd)
            && span.Form != AddressForm.Divided && span.Start == tree[text].Start && span.End == tree[text].End
                ? span.Form
                : null;
    }

    /// <summary>Whether a link leads where its text says, and nothing else is said of it.</summary>
    private bool IsAddress(int node)
    {
        if (tree.ElementOf(node) != Element.A || IsInLink(node)
            || tree[node].FirstChild is not (var text and not 0) || text != tree[node].LastChild
            || tree[text].Kind != NodeKind.Text || tree.Attribute(node, "href") is not { } target || HasMore(node))
        {
            return false;
        }

        var shown = tree.Text(text);
        return BareAddress.Beginning(shown) > 0
            ? target == (shown.StartsWith("www.", StringComparison.Ordinal) ? $"http://{shown}" : shown)
            : target == BareAddress.TargetOf(shown);
    }

    /// <summary>The index of the first that ends behind a place.</summary>
    private int FirstBehind(int place)
    {
        var (low, high) = (0, spans.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = spans[middle].End > place ? (low, middle) : (middle + 1, high);
        }

        return low;
    }

    private bool IsInLink(int node)
    {
        do
        {
            node = tree[node].Parent;
        }
        while (ElementPlacement.IsInline(tree.ElementOf(node)) && tree.ElementOf(node) is not (Element.A or Element.Link));

        return tree.ElementOf(node) is Element.A or Element.Link;
    }

    private bool HasMore(int node)
    {
        foreach (var attribute in tree.Attributes(node))
        {
            if (attribute.Name is not "href" && !VolatileAttributes.Contains(attribute.Name))
            {
                return true;
            }
        }

        return false;
    }

    private void Look(int node)
    {
        if (tree[node].Start >= start && tree[node].Start < end)
        {
            return;
        }

        var (first, last) = LoneCharacters.RunOf(tree, node);
        (start, end) = (tree[first].Start, tree[last].End);
        mayHaveEmail = tree.Source.AsSpan(start, end - start).Contains('@');
        spans.Clear();
        if (!BareAddress.MayBeIn(tree.Source.AsSpan(start, end - start)))
        {
            return;
        }

        // A link that does not stand as an address can is marked, and then ends the text beside it; which may let the next one stand.
        for (var passes = 0; passes == 0 || Marks(passes < MostPasses); passes++)
        {
            spans.Clear();
            links.Clear();
            var line = new LineText(tree, link => !marked.Contains(link) && IsAddress(link) && links.Add(link));
            Find(line.Read(first, last), line.Places);
        }
    }

    /// <summary>Marks the links that do not stand as they should; of those in a row the first alone where there is time.</summary>
    private bool Marks(bool isPatient)
    {
        var last = 0;
        var before = marked.Count;
        foreach (var link in links)
        {
            if (FormAt(tree[link].FirstChild) is null)
            {
                var between = last == 0 ? default : tree.Source.AsSpan(tree[last].End, tree[link].Start - tree[last].End);
                last = link;
                _ = isPatient && marked.Count > before && !between.ContainsAny(" \t\r\n") || marked.Add(link);
            }
        }

        return marked.Count > before;
    }

    private void Find(string line, IReadOnlyList<(int Start, int End)> places)
    {
        var brackets = 0;
        var done = 0;
        divided = 0;
        for (var at = 0; at < line.Length; at++)
        {
            // A bracket that could end more than the text of a link gets a backslash, and then closes nothing.
            var closes = line[at] == ']' && (at + 1 == line.Length || line[at + 1] is not ('(' or ':'));
            brackets = Math.Max(0, brackets + (line[at] == '[' ? 1 : closes ? -1 : 0));
            if (line[at] is 'h' or 'w' or 'f' or 'H' or 'F' && BareAddress.Beginning(line.AsSpan(at)) is var beginning and > 0)
            {
                var before = at == 0 ? '\n' : line[at - 1];
                var (length, form) = Address(line.AsSpan(at), beginning, before, brackets > 0);
                if (form is { } known)
                {
                    Emails(line, done, known == AddressForm.Divided ? at + length : at, at, places);
                    Add(places, at, at + length, known);
                    divided = known == AddressForm.Divided ? EndOfWord(line, at) : divided;
                    done = at + length;
                    at = done - 1;
                }
            }
        }

        Emails(line, done, line.Length, line.Length, places);
    }

    private static int EndOfWord(string line, int at) =>
        line.AsSpan(at).IndexOfAny(Ends) is var length and >= 0 ? at + length : line.Length;

    /// <summary>
    /// E-mail addresses are looked for in what is left of the text; one that goes on in another address, beyond
    /// <paramref name="limit"/>, is divided too.
    /// </summary>
    private void Emails(string line, int from, int to, int limit, IReadOnlyList<(int Start, int End)> places)
    {
        for (var at = line.IndexOf('@', from, to - from); at >= 0; at = line.IndexOf('@', at + 1, to - at - 1))
        {
            var text = line.AsSpan(from, to - from);
            if (BareAddress.Email(text, at - from) is not { Length: > 0 } email)
            {
                // One that another goes on in is none; where that is divided off, it would be.
                if (line.IndexOf('@', at + 1, to - at - 1) is var next and > 0
                    && BareAddress.Email(line.AsSpan(from, next - from), at - from) is { Length: > 0 } cut)
                {
                    Add(places, from + cut.Start, at, AddressForm.Divided);
                    from = at;
                }

                continue;
            }

            var (start, end) = (from + email.Start, from + email.Start + email.Length);
            var isFirst = email.Start == 0
                ? start == 0
                : line[start - 1] is not (LineText.Link or LineText.LinkEnd);
            var isBare = isFirst && start >= divided && end <= limit && !BeginsLink(line.AsSpan(end).TrimStart('.'));
            from = isBare ? end : at;
            Add(places, start, from, isBare ? AddressForm.Bare : AddressForm.Divided);
            at = Math.Max(at, from - 1);
        }
    }

    private static bool BeginsLink(ReadOnlySpan<char> text) => !text.IsEmpty && text[0] is LineText.Link or LineText.LinkEnd;

    /// <summary>
    /// How what begins as an address is written, and how much of the text that is said of; null where it is text like any other.
    /// </summary>
    private static (int Length, AddressForm? Form) Address(ReadOnlySpan<char> text, int beginning, char before, bool isInBrackets)
    {
        var end = text[..Math.Min(text.Length, Longest)].IndexOfAny(Ends);
        var word = end < 0 ? text : text[..end];
        var next = end < 0 ? '\n' : text[end];
        var length = word.Length < Longest ? BareAddress.Length(word) : 0;
        var begins = before is '\n' or '\r' or '\t' or ' ' or '('
            || (before is LineText.Emphasis or LineText.Tag && text[0] != 'w');
        if (begins && !isInBrackets && length > 0 && next is not (LineText.Link or LineText.LinkEnd))
        {
            // An exclamation mark before a tag would get a backslash.
            var isLoose = next is LineText.Emphasis or LineText.Mark || (next == LineText.Tag && word[^1] == '!');
            return (length, isLoose ? AddressForm.Loose : AddressForm.Bare);
        }

        // In the text of a link nothing is linked, and the address that is all of it can stay as it is.
        if (before == LineText.Link && next == LineText.LinkEnd && !word.ContainsAny(BareAddress.NotAlone))
        {
            return (word.Length, AddressForm.Bare);
        }

        var isRead = BareAddress.MayFollow(before, text[0] == 'w' ? 'w' : ':') || before is >= LineText.Tag and <= LineText.LinkEnd;
        return (beginning, isRead ? AddressForm.Divided : null);
    }

    /// <summary>Notes a part of the line, which may stand in several texts of the page.</summary>
    private void Add(IReadOnlyList<(int Start, int End)> places, int from, int to, AddressForm form)
    {
        var begin = from;
        for (var at = from + 1; at <= to; at++)
        {
            if (at == to || places[at].Start > places[at - 1].End)
            {
                spans.Add(new AddressSpan(places[begin].Start, places[at - 1].End, form, at == to));
                begin = at;
            }
        }
    }
}
