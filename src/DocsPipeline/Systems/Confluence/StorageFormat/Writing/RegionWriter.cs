using DocsPipeline.Systems.Confluence.StorageFormat.Macros;
using DocsPipeline.Systems.Confluence.StorageFormat.Scanning;

namespace DocsPipeline.Systems.Confluence.StorageFormat.Writing;

/// <summary>Blocks between two markers.</summary>
internal static class RegionWriter
{
    public static void WriteBody(ExportSession session, int body)
    {
        BlockWriter.Gap(session, tight: false);
        var start = session.Out.Length;
        BlockWriter.WriteChildren(session, body);
        if (session.Out.Length > start)
        {
            BlockWriter.Gap(session, tight: false);
        }
    }

    /// <summary>Layouts are markers, never tables: the columns follow one another.</summary>
    public static void WriteLayout(ExportSession session, int node)
    {
        var name = Directive.StoragePrefix + session.Tree.NameOf(node)[3..].ToString();
        session.Out.Write(Directive.Open(name, Directive.ElementAttributes(session.Tree, node)));
        WriteBody(session, node);
        session.Out.Write(Directive.Close(name));
    }
}
