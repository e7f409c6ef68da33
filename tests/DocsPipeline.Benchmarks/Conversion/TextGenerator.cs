using System.Text;

namespace DocsPipeline.Benchmarks.Conversion;

/// <summary>What stands in lines: words, now and then marked, linked, mentioned or in need of an escape.</summary>
internal sealed class TextGenerator(Random random)
{
    private static readonly string[] Vocabulary = (
        "the a of to in for is and or with by on as at from before after when every this that each no not only must may should "
        + "order invoice shipment notice segment partner mailbox certificate interchange envelope test production setup guide field value "
        + "acknowledgement message translation map delimiter qualifier sender receiver version release window outage contact escalation "
        + "sends receives expires matches rejects confirms replaces describes requires contains starts ends fails retries waits returns "
        + "community portal approval document revision owner review process change plan schedule checklist readiness criteria defect log "
        + "connection firewall address protocol transfer folder archive retention encryption signature key password account group role "
        + "weekly daily monthly new old valid empty duplicate missing late early open closed manual automatic internal external "
        + "X12 EDIFACT AS2 SFTP 850 810 856 997 ISA GS order_id partner_code EDI-204 v2.1 24h 10,000 "
        + "주문 송장 확인 Größe Straße Prüfung naïve café").Split(' ');

    public string Id() =>
        $"{random.NextInt64(1L << 32):x8}-{random.Next(1 << 16):x4}-4{random.Next(1 << 12):x3}-a{random.Next(1 << 12):x3}"
        + $"-{random.NextInt64(1L << 48):x12}";

    public string Pick(params ReadOnlySpan<string> choices) => choices[random.Next(choices.Length)];

    public string Word() => Vocabulary[random.Next(Vocabulary.Length)];

    public string Words(int least, int most)
    {
        var text = new StringBuilder(Word());
        for (var words = random.Next(least, most + 1); words > 1; words--)
        {
            text.Append(' ').Append(Word());
        }

        return text.ToString();
    }

    public string Sentences(int least, int most) =>
        string.Join(' ', Enumerable.Range(0, random.Next(least, most + 1)).Select(_ => Sentence(3, 12)));

    public string Sentence(int least, int most)
    {
        var text = new StringBuilder();
        for (var words = random.Next(least, most + 1); words > 0; words--)
        {
            text.Append(random.Next(1000) < 122 ? Marked() : Word());
            text.Append(words == 1 ? "." : random.Next(12) == 0 ? ", " : " ");
        }

        return text.ToString();
    }

    private string Marked() => random.Next(1000) switch
    {
        < 290 => $"<strong>{Words(1, 3)}</strong>",
        < 560 => $"<code>{Word()}_{Word()}</code>",
        < 820 => $"{Word()} &gt; {Word()}",
        < 890 => $"{Word()}<br />{Word()}",
        < 922 => $"&quot;{Words(1, 4)}&quot;",
        < 955 => $"<ac:link><ri:page ri:content-title=\"{Words(2, 5)}\" ri:version-at-save=\"{random.Next(1, 40)}\" />"
            + $"<ac:link-body>{Words(1, 4)}</ac:link-body></ac:link>",
        < 972 => $"<a href=\"https://partners.example.com/{Word()}/{Word()}?id={random.Next(10_000)}&amp;view={Word()}\">{Words(1, 4)}</a>",
        < 981 => $"<ac:inline-comment-marker ac:ref=\"{Id()}\">{Words(1, 3)}</ac:inline-comment-marker>",
        < 986 => $"&ldquo;{Words(2, 4)}&rdquo;",
        < 990 => $"{Word()} &ndash; {Word()}&nbsp;{Word()} &amp; {Word()}",
        < 994 => $"<em>{Words(1, 3)}</em>",
        < 996 => $"<ac:link><ri:user ri:account-id=\"5b10ac8d:{Id()}\" /></ac:link>",
        < 998 => $"<time datetime=\"2026-0{random.Next(1, 10)}-1{random.Next(10)}\" />",
        _ => $"*{Word()}* [{Word()}] {Word()}_{Word()} 2 &lt; 3",
    };
}
