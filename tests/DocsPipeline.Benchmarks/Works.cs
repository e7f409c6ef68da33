using DocsPipeline.Benchmarks.Conversion;

namespace DocsPipeline.Benchmarks;

/// <summary>
/// What a measured process of ours does: <c>work NAME FOLDER THREADS [BASE]</c> reads every file of a folder and works on it. Nothing is
/// written, as with the peers; the characters that came out are counted, so that no work can be left out.
/// </summary>
internal static class Works
{
    private static readonly Dictionary<string, Func<string, string?, int>> All = new()
    {
        ["xml-reader"] = (file, _) => BareXmlReader.Read(file),
        ["scan"] = (file, _) => ConversionWork.Scan(file),
        ["to-markdown"] = (file, _) => ConversionWork.ToMarkdown(file),
        ["markdig"] = (file, _) => BareMarkdig.Read(file),
        ["to-storage"] = (file, _) => ConversionWork.ToStorage(file, null),
        ["write-back"] = ConversionWork.ToStorage,
    };

    public static int Run(string name, string[] arguments)
    {
        var (folder, threads) = (arguments[0], int.Parse(arguments[1]));
        var storage = arguments.Length > 2 ? arguments[2] : null;
        var files = Directory.GetFiles(folder, "*", SearchOption.AllDirectories);
        var work = All[name];
        long characters = 0;
        var (taken, refused) = (-1, 0);
        Thread[] workers = [.. Enumerable.Range(0, threads).Select(_ => new Thread(Work))];
        Array.ForEach(workers, worker => worker.Start());
        Array.ForEach(workers, worker => worker.Join());
        Console.WriteLine($"{files.Length} documents, {characters} characters, {refused} refused");
        return 0;

        void Work()
        {
            while (Interlocked.Increment(ref taken) is var number && number < files.Length)
            {
                var length = work(files[number], storage is null ? null : PageOf(files[number], folder, storage));
                Interlocked.Add(ref characters, Math.Max(length, 0));
                Interlocked.Add(ref refused, length < 0 ? 1 : 0);
            }
        }
    }

    private static string PageOf(string file, string folder, string storage) =>
        Path.Combine(storage, Path.ChangeExtension(Path.GetRelativePath(folder, file), ".xml"));
}
