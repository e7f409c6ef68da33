using System.Text;

namespace DocsPipeline.StorageFormat.Macros;

internal static class ContainerForm
{
    public static string Storage(string macro, IEnumerable<KeyValuePair<string, string?>> attributes, string body)
    {
        var storage = new StringBuilder();
        MacroAttributes.Read(storage, macro, attributes, MacroAttributes.RichBody(body));
        return storage.ToString();
    }
}
