using DocsPipeline.StorageFormat;

namespace DocsPipeline.Tests.StorageFormat;

/// <summary>Other programs are built against the package: a name of it is changed on purpose and reviewed, or not at all.</summary>
public sealed class PublicInterfaceTests
{
    [Fact]
    public void The_public_interface_is_the_one_that_was_reviewed() =>
        PublicInterface.Of(typeof(StorageFormatToMarkdown).Assembly).ShouldMatchSnapshot();

    [Fact]
    public void It_names_no_type_of_another_library() => typeof(StorageFormatToMarkdown).Assembly.GetExportedTypes()
        .SelectMany(type => type.GetMembers())
        .SelectMany(member => member switch
        {
            System.Reflection.MethodInfo method => method.GetParameters().Select(parameter => parameter.ParameterType)
                .Append(method.ReturnType),
            System.Reflection.ConstructorInfo constructor => constructor.GetParameters().Select(parameter => parameter.ParameterType),
            _ => [],
        })
        .SelectMany(type => type.GetGenericArguments().Append(type))
        .Select(type => type.Assembly.GetName().Name!)
        .Where(name => name.StartsWith("Markdig", StringComparison.Ordinal))
        .ShouldBeEmpty();
}
