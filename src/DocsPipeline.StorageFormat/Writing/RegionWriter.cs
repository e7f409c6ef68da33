using DocsPipeline.StorageFormat.Macros;
using DocsPipeline.StorageFormat.Scanning;

namespace DocsPipeline.StorageFormat.Writing;

/// <summary>Blocks between two markers.</summary>
internal static class RegionWriter
{
    public static void WriteBody(ExportSession session, int body, bool tight = false)
    {
        BlockWriter.Gap(session, tight);
        var start = session.Out.Length;
        BlockWriter.WriteChildren(session, body, tight);
        if (session.Out.Length > start)
        {
            BlockWriter.Gap(session, tight);
        }
    }

    /// <summary>Layouts are markers, never tables: the columns follow one another.</summary>
    public static void WriteLayout(ExportSession session, int node)
    {
        var name = Directive.StoragePrefix + session.Tree.NameOf(node)[3..].ToString();
        session.Out.Write(Directive.Open(name, Directive.ElementAttributes(session.Tree, node)));
        WriteBody(session, node, tight: session.Tree.ElementOf(node) != Element.LayoutCell);
        session.Out.Write(Directive.Close(name));
    }
}
