using System.Reflection;
using DocsPipeline.Systems.GitHub;

namespace DocsPipeline.Tests.Systems.GitHub;

/// <summary>What we make of GitHub's answers are values of ours: Octokit can be replaced without touching a flow.</summary>
public sealed class OctokitStaysInItsRoom
{
    [Fact]
    public void No_public_member_of_the_library_shows_a_type_of_Octokits() => typeof(GitHubClient).Assembly.GetExportedTypes()
        .SelectMany(type => type.GetMembers(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly))
        .Where(member => Shown(member).SelectMany(WithArguments).Any(type => type.Assembly == typeof(Octokit.Issue).Assembly))
        .Select(member => $"{member.DeclaringType}.{member.Name}")
        .ShouldBeEmpty();

    [Fact]
    public void No_file_outside_names_Octokit() => Directory
        .EnumerateFiles(Path.Combine(Checkout.Root, "src/DocsPipeline"), "*.cs", SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(Checkout.Root, file).Replace('\\', '/'))
        .Where(file => !file.StartsWith("src/DocsPipeline/Systems/GitHub/", StringComparison.Ordinal))
        .Where(file => File.ReadAllText(Path.Combine(Checkout.Root, file)).Contains("Octokit", StringComparison.Ordinal))
        .ShouldBeEmpty();

    private static IEnumerable<Type> Shown(MemberInfo member) => member switch
    {
        MethodInfo method => method.GetParameters().Select(parameter => parameter.ParameterType).Append(method.ReturnType),
        ConstructorInfo constructor => constructor.GetParameters().Select(parameter => parameter.ParameterType),
        PropertyInfo property => [property.PropertyType],
        FieldInfo field => [field.FieldType],
        _ => [],
    };

    private static IEnumerable<Type> WithArguments(Type type) => type.GetGenericArguments().SelectMany(WithArguments).Prepend(type);
}
