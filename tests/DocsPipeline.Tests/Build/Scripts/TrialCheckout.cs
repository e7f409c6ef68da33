namespace DocsPipeline.Tests.Build.Scripts;

/// <summary>
/// A checkout as far as the scripts look at it, in a folder with a space in its name, and a <c>dotnet</c> that compiles nothing: it notes
/// each compilation, and as the program it prints the words it was given.
/// </summary>
internal sealed class TrialCheckout : IDisposable
{
    private const string Dotnet = """
        #!/usr/bin/env bash
        root=$(dirname "$(dirname "$0")")
        if [ "$1" = publish ]; then
          echo "$*" >>"$root/compilations"
          sleep "$(<"$root/seconds")"
          if [ -e "$root/fails" ] || { [ -e "$root/lacks-precompiler" ] && [[ "$*" == *PublishReadyToRun* ]]; }; then
            echo "Broken.cs(1,1): error CS1001: a name is expected"
            exit 1
          fi
          while [ "$1" != --output ]; do shift; done
          mkdir -p "$2" && touch "$2/Build.dll"
          exit
        fi
        for word in "${@:2}"; do printf '<%s>\n' "$word"; done
        [ "$2" != refuse ] || { echo "refused: $#" >&2; exit 64; }

        """;

    private readonly string root = Directory.CreateTempSubdirectory("docs pipeline scripts-").FullName;

    public TrialCheckout()
    {
        foreach (var folder in new[] { "bin", "elsewhere", "checkout/build/Tasks", "checkout/src" })
        {
            Directory.CreateDirectory(Path.Combine(root, folder));
        }

        foreach (var source in new[] { "build/Tasks/Export.cs", "global.json", "Directory.Build.props", "Directory.Packages.props" })
        {
            File.WriteAllText(Path.Combine(root, "checkout", source), "");
        }

        foreach (var script in new[] { StartScript.Bash, StartScript.PowerShellScript })
        {
            File.Copy(Path.Combine(Checkout.Root, script), Path.Combine(root, "checkout", script));
        }

        var dotnet = Path.Combine(root, "bin", "dotnet");
        File.WriteAllText(dotnet, Dotnet);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(dotnet, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        CompilingTakes(0);
    }

    /// <summary>The folder that the scripts are called from; it is none of theirs.</summary>
    public string Elsewhere => Path.Combine(root, "elsewhere");

    public int Compilations => File.Exists(In("compilations")) ? File.ReadAllLines(In("compilations")).Length : 0;

    public StartScript Script(string name) => new(In("checkout"), name) { Programs = In("bin") };

    public string Source(string path) => Path.Combine(root, "checkout", path);

    public void CompilingTakes(int seconds) => File.WriteAllText(In("seconds"), $"{seconds}");

    /// <summary>From now on no compilation succeeds.</summary>
    public void Break() => File.WriteAllText(In("fails"), "");

    public void Mend() => File.Delete(In("fails"));

    /// <summary>From now on only compilations without precompiled code succeed.</summary>
    public void LosePrecompiler() => File.WriteAllText(In("lacks-precompiler"), "");

    public void Dispose() => Directory.Delete(root, recursive: true);

    private string In(string name) => Path.Combine(root, name);
}
