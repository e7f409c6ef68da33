namespace DocsPipeline.StorageFormat.ToStorage;

/// <summary>
/// What stands between two markers of a Markdown: a part of a layout, a macro with a body. <paramref name="Type"/> is the kind of a
/// layout's section.
/// </summary>
internal sealed record Enclosure(string Name, string Begin, string End, int Offset, string? Type = null)
{
    public const string Layout = "storage:layout";
    public const string Section = "storage:layout-section";
    public const string Cell = "storage:layout-cell";

    public int Cells { get; set; }

    /// <summary>Where in its line it stands, behind nothing but the marks of lists and quotes; −1 in a line of text.</summary>
    public int Column { get; init; } = -1;

    /// <summary>How many blank lines stand before it.</summary>
    public int Blanks { get; init; }

    /// <summary>
    /// Whether another, further on, stands in another list, quote or line; without a blank line between it is all one HTML. Two lines of
    /// text are never one.
    /// </summary>
    public bool IsApartFrom(Enclosure end) => (Column != end.Column || Column < 0) && Blanks != end.Blanks;

    public bool IsLayout => Name is Layout or Section or Cell;

    /// <summary>Whether a page without its end would say something else: show all of it to everybody, in the case of a container.</summary>
    public bool MustEnd
    {
        get => field || IsLayout;
        init;
    }

    /// <summary>What a part of a layout stands in; empty for a layout, which stands in nothing, null for all else.</summary>
    public string? Holder => Name switch { Layout => "", Section => Layout, Cell => Section, _ => null };

    /// <summary>How many cells its type demands; null where that is not known.</summary>
    public int? Demand => Name != Section ? null : Type switch
    {
        "single" or "fixed-width" => 1,
        "two_equal" or "two_left_sidebar" or "two_right_sidebar" => 2,
        "three_equal" or "three_with_sidebars" or "three_left_sidebars" or "three_right_sidebars" => 3,
        "four_equal" => 4,
        "five_equal" => 5,
        _ => null,
    };

    /// <summary>What is told of its end where nothing began it.</summary>
    public EnclosureFault Stray => Fault($"`{End}` ends what nothing began", $"put `{Begin}` back where it began, or take this line out");

    public EnclosureFault Fault(string message, string help) => new(Offset, message, help);
}
