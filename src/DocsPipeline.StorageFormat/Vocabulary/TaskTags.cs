namespace DocsPipeline.StorageFormat.Vocabulary;

/// <summary>Tasks where only HTML can stand, such as in the cells of a table: a list whose items begin with a box.</summary>
internal static class TaskTags
{
    /// <summary>The attribute of the list; its value is the list's id.</summary>
    public const string List = "data-task-list";

    /// <summary>The attribute of an item; its value is the task's id.</summary>
    public const string Task = "data-task";

    public const string Uuid = "data-uuid";

    public const char Open = '☐';
    public const char Done = '☑';
}
