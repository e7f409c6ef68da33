using System.Text;
using DocsPipeline.Diagnostics;
using DocsPipeline.Documents.Access;

namespace DocsPipeline.Documents.Rules.Summaries;

/// <summary>Bytes to values, in the order in which <see cref="SummaryWriter"/> wrote them.</summary>
internal sealed class SummaryReader(BinaryReader input, string[] texts)
{
    private static readonly Lazy<Dictionary<string, DiagnosticCode>> Codes = new(() => Catalogue.All.ToDictionary(code => code.Id));

    public static DocumentSummary Read(ArraySegment<byte> bytes, string[] texts)
    {
        using var input = new BinaryReader(new MemoryStream(bytes.Array!, bytes.Offset, bytes.Count), Encoding.UTF8);
        return new SummaryReader(input, texts).Summary();
    }

    private DocumentSummary Summary() => new(Text()!, Text())
    {
        Faults = List(Fault),
        IdSpan = Span(),
        IsPublished = input.ReadBoolean(),
        Audience = new Audience(Texts(), Texts(), Texts()),
        Supersedes = Text(),
        SupersedesSpan = Span(),
        References = List(() => new Reference((ReferenceKind)input.ReadByte(), Text()!, Text(), ReadReaders(), Span())),
        Ids = List(() => new IdReference(Code(), Text()!, Span())),
        Anchors = List(() => new Anchor(Text()!, ReadReaders())),
    };

    public SummaryRow Row() => new(Text()!, Text()!, Text(), Text(), input.Read7BitEncodedInt());

    public Diagnostic Fault() => new(Code(), Text()!, Text()!, Span()) { Label = Text(), Notes = Texts(), Help = Text() };

    private DiagnosticCode Code() => Codes.Value[Text()!];

    private Readers ReadReaders()
    {
        var isAudience = input.ReadBoolean();
        var partners = Texts();
        return isAudience ? Readers.Audience : partners.Length > 0 ? Readers.Only(partners) : Readers.Nobody;
    }

    private SourceSpan Span() => new(input.Read7BitEncodedInt(), input.Read7BitEncodedInt(), input.Read7BitEncodedInt());

    private string[] Texts() => List(() => Text()!);

    public string? Text() => input.Read7BitEncodedInt() is > 0 and var number ? texts[number - 1] : null;

    // An empty list is the same one every time: diagnostics are compared with it.
    public T[] List<T>(Func<T> read)
    {
        var count = input.Read7BitEncodedInt();
        var items = count == 0 ? Array.Empty<T>() : new T[count];
        for (var index = 0; index < count; index++)
        {
            items[index] = read();
        }

        return items;
    }
}
