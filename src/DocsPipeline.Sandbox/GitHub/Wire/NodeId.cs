using System.Text;

namespace DocsPipeline.Sandbox.GitHub.Wire;

/// <summary>GitHub's opaque global ids: a type and a number, in base 64.</summary>
internal static class NodeId
{
    public static string Of(string type, object id) => Convert.ToBase64String(Encoding.UTF8.GetBytes($"{type}:{id}"));
}
