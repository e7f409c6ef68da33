namespace DocsPipeline.Sandbox.Web;

/// <summary>
/// Who a request turned out to be from, told by the system that checked the credentials; it appears in the recorded requests.
/// </summary>
internal static class ActorOfRequest
{
    private static readonly object Key = new();

    public static void SetActor(this HttpContext context, string actor) => context.Items[Key] = actor;

    public static string? Actor(this HttpContext context) => context.Items[Key] as string;
}
