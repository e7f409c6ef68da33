namespace DocsPipeline.Demo.Clients;

/// <summary>What a system answers where somebody may not, or cannot, do what they tried.</summary>
internal static class Refusal
{
    /// <summary>Throws, with who asked, what for and what was answered, unless the answer is a success.</summary>
    public static async Task ThrowAsync(string who, HttpResponseMessage response, CancellationToken cancellation)
    {
        if (!response.IsSuccessStatusCode)
        {
            var asked = $"{response.RequestMessage?.Method} {response.RequestMessage?.RequestUri?.PathAndQuery}";
            var answer = await response.Content.ReadAsStringAsync(cancellation);
            throw new InvalidOperationException($"{who}: {asked} answered {(int)response.StatusCode}: {answer}");
        }
    }
}
