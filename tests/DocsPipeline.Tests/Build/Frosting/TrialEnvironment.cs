using Cake.Core;
using Cake.Core.IO;

namespace DocsPipeline.Tests.Build.Frosting;

/// <summary>The machine's environment, except that changing the working directory changes nothing for the tests beside.</summary>
internal sealed class TrialEnvironment : ICakeEnvironment
{
    public DirectoryPath WorkingDirectory { get; set; } = Directory.GetCurrentDirectory();

    public DirectoryPath UserHomeDirectory => "/home/nobody";

    public DirectoryPath ApplicationRoot { get; } = AppContext.BaseDirectory;

    public ICakePlatform Platform { get; } = new CakePlatform();

    public ICakeRuntime Runtime { get; } = new CakeRuntime();

    public DirectoryPath GetSpecialPath(SpecialPath path) => UserHomeDirectory;

    public string GetEnvironmentVariable(string variable) => string.Empty;

    public IDictionary<string, string> GetEnvironmentVariables() => new Dictionary<string, string>();
}
