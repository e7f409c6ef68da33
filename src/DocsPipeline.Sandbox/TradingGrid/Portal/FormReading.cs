namespace DocsPipeline.Sandbox.TradingGrid.Portal;

/// <summary>Takes fields out of a form and collects what is wrong with them.</summary>
internal sealed class FormReading(IFormCollection form)
{
    private readonly Dictionary<string, string> errors = [];

    public bool Fits => errors.Count == 0;

    public FormState State => new(form, errors);

    public void Wrong(string name, string message) => errors.TryAdd(name, message);

    public string Required(string name, int longest, string message)
    {
        var text = Optional(name, longest);
        if (text is null)
        {
            Wrong(name, message);
        }

        return text ?? "";
    }

    /// <summary>Nothing when it was left empty.</summary>
    public string? Optional(string name, int longest)
    {
        var text = form[name].ToString().ReplaceLineEndings("\n").Trim();
        if (text.Length > longest)
        {
            Wrong(name, $"Please use at most {longest} characters; these are {text.Length}.");
        }

        return text.Length == 0 ? null : text;
    }

    public string Choice(string name, IEnumerable<string> words, string message)
    {
        var word = form[name].ToString();
        if (!words.Contains(word))
        {
            Wrong(name, message);
        }

        return word;
    }
}
