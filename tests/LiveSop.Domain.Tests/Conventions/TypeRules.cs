using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace LiveSop.Domain.Tests.Conventions;

/// <summary>What every product project promises about its types. Each rule returns the offenders by name.</summary>
public static partial class TypeRules
{
    private const int MostParameters = 5;

    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    /// <summary>Written by a person: not by the compiler or a source generator.</summary>
    public static IEnumerable<Type> Written(Assembly assembly) => assembly.GetTypes().Where(type => !IsGenerated(type));

    /// <summary>Records of data may hold as many fields as their thing has; a class with more than five dependencies hides a concept.</summary>
    public static IEnumerable<string> GreedyConstructors(Assembly assembly) => Written(assembly)
        .Where(type => !IsRecord(type) && !typeof(Delegate).IsAssignableFrom(type))
        .Where(type => type.GetConstructors(Declared).Any(made => made.GetParameters().Length > MostParameters))
        .Select(type => type.FullName!);

    /// <summary>Names that say nothing about what the thing is.</summary>
    public static IEnumerable<string> EmptyNames(Assembly assembly) =>
        Written(assembly).Select(type => type.Name.Split('`')[0]).Where(name => EmptyName().IsMatch(name));

    /// <summary>Who waits touches the world.</summary>
    public static IEnumerable<string> Waiting(Assembly assembly) => Written(assembly)
        .SelectMany(type => type.GetMethods(Declared))
        .Where(method => IsAwaitable(method.ReturnType) || method.IsDefined(typeof(AsyncStateMachineAttribute)))
        .Select(method => $"{method.DeclaringType!.FullName}.{method.Name}");

    private static bool IsAwaitable(Type type)
    {
        var open = type.IsGenericType ? type.GetGenericTypeDefinition() : type;
        return typeof(Task).IsAssignableFrom(type) || open == typeof(ValueTask) || open == typeof(ValueTask<>) || open == typeof(IAsyncEnumerable<>);
    }

    private static bool IsRecord(Type type) => type.GetMethod("<Clone>$") is not null
        || (type.IsValueType && type.GetMethod("PrintMembers", Declared) is not null);

    private static bool IsGenerated(Type type) => type.Name.Contains('<')
        || type.IsDefined(typeof(CompilerGeneratedAttribute)) || type.IsDefined(typeof(System.CodeDom.Compiler.GeneratedCodeAttribute))
        || (type.DeclaringType is { } outer && IsGenerated(outer))
        || type.Namespace?.StartsWith("System.", StringComparison.Ordinal) == true;

    [GeneratedRegex("(Service|Manager|Helpers?|Utils?|Utility|Utilities|Repository)$")]
    private static partial Regex EmptyName();
}
