using System.Xml;

namespace DocsPipeline.Benchmarks.Conversion;

/// <summary>The floor of any XML tool on .NET: every node is visited, nothing is kept.</summary>
internal static class BareXmlReader
{
    /// <summary>The nodes of a page; −1 where it is not well-formed.</summary>
    public static int Read(string file)
    {
        var bytes = InputFile.Bytes(file);
        using var stream = new MemoryStream(bytes.Array!, 0, bytes.Count);
        // Prefixes and HTML's entities are not declared in storage format: without namespaces and without expansion neither costs it
        // anything.
        using var reader = new XmlTextReader(stream, XmlNodeType.Element, null)
        {
            Namespaces = false,
            EntityHandling = EntityHandling.ExpandCharEntities,
            XmlResolver = null,
        };
        var nodes = 0;
        try
        {
            while (reader.Read())
            {
                nodes++;
            }
        }
        catch (XmlException)
        {
            return -1;
        }

        return nodes;
    }
}
