using System.Text;
using DocsPipeline.StorageFormat.Scanning;

namespace DocsPipeline.StorageFormat.ToStorage;

/// <summary>
/// <c>figure</c>: in a page a picture has the caption. Where there is none, or more than one, a caption is a paragraph.
/// </summary>
internal static class FigureReader
{
    public static string Caption(StorageSession session, string body) => session.Frames.Exists(static frame => frame.Name == "figure")
        ? $"<ac:caption>{StorageElement.Wrap(body)}</ac:caption>"
        : StorageElement.Wrap(body);

    /// <summary>The storage of what stands in a figure.</summary>
    public static string Read(string body)
    {
        if (!body.Contains("<ac:caption>", StringComparison.Ordinal) || StorageScanner.Scan(body, out _) is not { } tree)
        {
            return body.Trim();
        }

        var (picture, caption, inCaption) = (0, 0, 0);
        for (var node = 1; node < tree.Count; node++)
        {
            // What stands in a caption is no picture that it belongs to.
            if (tree[node].Start < inCaption)
            {
                continue;
            }

            var element = tree.ElementOf(node);
            picture = element != Element.Image ? picture : picture == 0 ? node : -1;
            caption = element == Element.Caption && caption == 0 ? node : caption;
            inCaption = element == Element.Caption ? tree[node].End : inCaption;
        }

        // A picture that has its caption is one that was a figure by itself.
        var holder = picture > 0 && tree.Child(picture, Element.Caption) == 0 ? picture : 0;
        var storage = new StringBuilder();
        Write(storage, tree, 0, holder, caption);
        tree.Release();
        return storage.ToString().Trim();
    }

    /// <summary>The caption goes behind the file and before the border, as Cloud writes it.</summary>
    private static void Write(StringBuilder storage, StorageTree tree, int parent, int holder, int caption)
    {
        for (var node = tree[parent].FirstChild; node != 0; node = tree[node].Next)
        {
            if (tree.ElementOf(node) == Element.Caption && tree.ElementOf(parent) != Element.Image)
            {
                storage.Append(node == caption && holder > 0 ? "" : tree.Inner(node));
            }
            else if (tree.ElementOf(node) == Element.AdfMark && parent == holder)
            {
                storage.Append(tree.Outer(caption)).Append(tree.Outer(node));
                caption = 0;
            }
            else if (tree[node].FirstChild == 0 || tree[node].Kind != NodeKind.Element)
            {
                storage.Append(tree.Outer(node));
            }
            else
            {
                storage.Append(tree.Source, tree[node].Start, tree[node].InnerStart - tree[node].Start);
                Write(storage, tree, node, holder, caption);
                storage.Append(tree.Source, tree[node].InnerEnd, tree[node].End - tree[node].InnerEnd);
            }
        }

        _ = parent == holder && holder > 0 && caption > 0 ? storage.Append(tree.Outer(caption)) : storage;
    }
}
