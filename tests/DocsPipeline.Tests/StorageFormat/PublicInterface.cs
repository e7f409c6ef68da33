using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;

namespace DocsPipeline.Tests.StorageFormat;

/// <summary>
/// What a user of a library can name, as one would declare it, in ordinal order; what the compiler adds to records is left out.
/// </summary>
internal static class PublicInterface
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly NullabilityInfoContext Nullability = new();

    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(void)] = "void", [typeof(string)] = "string", [typeof(int)] = "int", [typeof(bool)] = "bool", [typeof(object)] = "object",
        [typeof(long)] = "long", [typeof(char)] = "char",
    };

    public static string Of(Assembly assembly)
    {
        var text = new StringBuilder();
        foreach (var type in assembly.GetExportedTypes().OrderBy(type => type.FullName, StringComparer.Ordinal))
        {
            text.Append(text.Length == 0 ? "" : "\n").Append($"{Kind(type)} {type.FullName}\n");
            foreach (var member in Members(type).Order(StringComparer.Ordinal))
            {
                text.Append($"    {member}\n");
            }
        }

        return text.ToString();
    }

    private static string Kind(Type type) =>
        type.IsEnum ? "enum"
        : type.IsInterface ? "interface"
        : type.IsValueType ? "struct"
        : (type.IsAbstract && type.IsSealed ? "static " : type.IsSealed ? "sealed " : type.IsAbstract ? "abstract " : "")
            + (type.GetMethod("<Clone>$") is null ? "class" : "record");

    private static IEnumerable<string> Members(Type type) => type.IsEnum
        ? Enum.GetValues(type).Cast<object>().Select(value => $"{System.Convert.ToInt64(value):00} {value}")
        : type.GetMembers(Declared).Where(IsSeen).Select(Text);

    private static bool IsSeen(MemberInfo member) => member switch
    {
        PropertyInfo property => property.GetAccessors(nonPublic: true).Any(IsReachable),
        MethodInfo method => IsReachable(method) && !method.IsSpecialName && !IsGenerated(method),
        MethodBase constructor => IsReachable(constructor) && !IsGenerated(constructor),
        FieldInfo field => field.IsPublic || field.IsFamily || field.IsFamilyOrAssembly,
        EventInfo => true,
        _ => false,
    };

    private static bool IsGenerated(MethodBase method) => method.IsDefined(typeof(CompilerGeneratedAttribute));

    private static bool IsReachable(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static string Text(MemberInfo member) => member switch
    {
        PropertyInfo property =>
            $"{Static(property.GetAccessors(true)[0])}{Name(Nullability.Create(property), property.PropertyType)} {property.Name} {{ "
            + $"{(property.GetMethod is { IsPublic: true } ? "get; " : "")}{Setter(property.SetMethod)}}}",
        MethodInfo method => $"{Static(method)}{Name(Nullability.Create(method.ReturnParameter), method.ReturnType)} {method.Name}"
            + Parameters(method),
        MethodBase constructor => constructor.DeclaringType!.Name + Parameters(constructor),
        FieldInfo field => $"{(field.IsLiteral ? "const " : Static(field.IsStatic))}{Name(Nullability.Create(field), field.FieldType)} "
            + $"{field.Name}{(field.IsLiteral ? $" = {field.GetRawConstantValue()}" : "")}",
        _ => member.ToString()!,
    };

    private static string Setter(MethodInfo? setter) =>
        setter is not { IsPublic: true } ? ""
        : setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)) ? "init; "
        : "set; ";

    private static string Static(MethodBase method) => Static(method.IsStatic);

    private static string Static(bool isStatic) => isStatic ? "static " : "";

    private static string Parameters(MethodBase method) => $"({string.Join(", ", method.GetParameters().Select(parameter =>
        $"{Name(Nullability.Create(parameter), parameter.ParameterType)} {parameter.Name}"
        + (parameter.HasDefaultValue ? $" = {parameter.DefaultValue ?? "null"}" : "")))})";

    private static string Name(NullabilityInfo info, Type type)
    {
        var mark = info.ReadState == NullabilityState.Nullable ? "?" : "";
        var bare = Nullable.GetUnderlyingType(type) ?? type;
        return Keywords.TryGetValue(bare, out var word) ? word + mark
            : bare.IsGenericType && info.GenericTypeArguments.Length > 0
            ? $"{bare.Name.Split('`')[0]}<{string.Join(", ", info.GenericTypeArguments.Select(part => Name(part, part.Type)))}>{mark}"
            : bare.Name + mark;
    }
}
