using System.Reflection;
using Cake.Core;

namespace Cake.Frosting;

/// <summary>What a task's class says about it: its name, its attributes, the context it wants and which bodies it has.</summary>
internal sealed record FrostingTaskType(Type Type)
{
    public string Name => Type.GetCustomAttribute<TaskNameAttribute>()?.Name ?? Type.Name;

    public string? Description => Type.GetCustomAttribute<TaskDescriptionAttribute>()?.Description;

    public bool ContinuesOnError => Type.IsDefined(typeof(ContinueOnErrorAttribute));

    public IEnumerable<string> Dependencies => Type.GetCustomAttributes<IsDependentOnAttribute>().Select(other => NameOf(other.Task));

    public IEnumerable<string> Dependees => Type.GetCustomAttributes<IsDependeeOfAttribute>().Select(other => NameOf(other.Task));

    /// <summary>The type argument of the Frosting base, or any context where a class implements the interface itself.</summary>
    public Type ContextType => Base?.GetGenericArguments()[0] ?? typeof(ICakeContext);

    private Type? Base
    {
        get
        {
            var type = Type.BaseType;
            while (type is not null && !(type.IsGenericType && type.GetGenericTypeDefinition() is var open
                && (open == typeof(FrostingTask<>) || open == typeof(AsyncFrostingTask<>))))
            {
                type = type.BaseType;
            }

            return type;
        }
    }

    public static bool IsTask(Type type) => type is { IsClass: true, IsAbstract: false } && typeof(IFrostingTask).IsAssignableFrom(type);

    /// <summary>Whether the class has a body of its own under one of these names.</summary>
    public bool Has(params string[] methods) => Base is null || Type.GetMethods().Any(method =>
        methods.Contains(method.Name) && method.GetBaseDefinition().DeclaringType != method.DeclaringType);

    private string NameOf(Type other) => IsTask(other)
        ? new FrostingTaskType(other).Name
        : throw new CakeException($"{Type.Name} depends on {other.Name}, which is not a task.");
}
