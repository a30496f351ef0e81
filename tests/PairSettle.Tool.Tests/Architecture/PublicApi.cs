using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace PairSettle.Tool.Tests.Architecture;

/// <summary>What an assembly shows to others, as text: types by their full names, below each its members, one line each.</summary>
internal static class PublicApi
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly FrozenDictionary<Type, string> Keywords = new Dictionary<Type, string>
    {
        [typeof(void)] = "void",
        [typeof(object)] = "object",
        [typeof(string)] = "string",
        [typeof(bool)] = "bool",
        [typeof(char)] = "char",
        [typeof(byte)] = "byte",
        [typeof(sbyte)] = "sbyte",
        [typeof(short)] = "short",
        [typeof(ushort)] = "ushort",
        [typeof(int)] = "int",
        [typeof(uint)] = "uint",
        [typeof(long)] = "long",
        [typeof(ulong)] = "ulong",
        [typeof(double)] = "double",
        [typeof(float)] = "float",
    }.ToFrozenDictionary();

    /// <summary>The lines of one assembly.</summary>
    public static ImmutableArray<string> Describe(Assembly assembly) =>
    [
        .. VisibleTypes(assembly).OrderBy(static type => type.FullName, StringComparer.Ordinal)
            .SelectMany(static type => Members(type)
                .OrderBy(static member => member.Name, StringComparer.Ordinal)
                .ThenBy(static member => member.Text, StringComparer.Ordinal)
                .Select(static member => "  " + member.Text)
                .Prepend(Header(type))),
    ];

    /// <summary>The types that others see.</summary>
    public static IEnumerable<Type> VisibleTypes(Assembly assembly) =>
        assembly.GetExportedTypes().Where(static type => type.GetCustomAttribute<CompilerGeneratedAttribute>() is null);

    private static string Header(Type type)
    {
        var kind = type switch
        {
            { IsEnum: true } => $"enum {type.FullName} : {Name(Enum.GetUnderlyingType(type))}",
            { IsInterface: true } => $"interface {type.FullName}",
            { IsValueType: true } => $"struct {type.FullName}",
            _ when type.BaseType == typeof(MulticastDelegate) => $"delegate {type.FullName}",
            { IsAbstract: true, IsSealed: true } => $"static class {type.FullName}",
            { IsAbstract: true } => $"abstract class {type.FullName}",
            { IsSealed: true } => $"sealed class {type.FullName}",
            _ => $"class {type.FullName}",
        };
        var inherited = type.BaseType is { } parent && type.IsClass && parent != typeof(object) ? [parent] : Array.Empty<Type>();
        var bases = type.IsEnum ? [] : inherited.Concat(type.GetInterfaces().Where(IsVisible).OrderBy(Name, StringComparer.Ordinal)).Select(Name).ToArray();
        return bases.Length == 0 ? kind : $"{kind} : {string.Join(", ", bases)}";
    }

    private static IEnumerable<(string Name, string Text)> Members(Type type)
    {
        if (type.IsEnum)
        {
            return type.GetFields(BindingFlags.Public | BindingFlags.Static)
                .Select(static field => (field.Name, $"{field.Name} = {Convert.ToInt64(field.GetRawConstantValue(), CultureInfo.InvariantCulture)}"));
        }

        var nullability = new NullabilityInfoContext();
        return type.GetMembers(Declared)
            .Where(static member => member.GetCustomAttribute<CompilerGeneratedAttribute>() is null)
            .Select(member => (member.Name, Text: Of(member, nullability)))
            .Where(static member => member.Text is not null)!;
    }

    private static string? Of(MemberInfo declared, NullabilityInfoContext nullability) => declared switch
    {
        ConstructorInfo constructor when IsVisible(constructor) => $"new({Parameters(constructor, nullability)})",
        MethodInfo { IsSpecialName: false } method when IsVisible(method) => Of(method, nullability),
        MethodInfo method when IsVisible(method) && method.Name.StartsWith("op_", StringComparison.Ordinal) => Of(method, nullability),
        PropertyInfo property => Of(property, nullability),
        FieldInfo field when field.IsPublic || field.IsFamily || field.IsFamilyOrAssembly =>
            $"{(field.IsLiteral ? "const " : field.IsStatic ? "static " : string.Empty)}{Name(field.FieldType)} {field.Name}",
        EventInfo raised when raised.AddMethod is { } add && IsVisible(add) => $"event {Name(raised.EventHandlerType!)} {raised.Name}",
        _ => null,
    };

    private static string Of(MethodInfo method, NullabilityInfoContext nullability)
    {
        var generic = method.IsGenericMethodDefinition ? $"<{string.Join(", ", method.GetGenericArguments().Select(Name))}>" : string.Empty;
        var returned = Name(method.ReturnType) + Mark(nullability.Create(method.ReturnParameter).ReadState, method.ReturnType);
        return $"{Modifiers(method)}{returned} {method.Name}{generic}({Parameters(method, nullability)})";
    }

    private static string? Of(PropertyInfo property, NullabilityInfoContext nullability)
    {
        var getter = property.GetMethod is { } get && IsVisible(get) ? get : null;
        var setter = property.SetMethod is { } set && IsVisible(set) ? set : null;
        if ((getter ?? setter) is not { } shown)
        {
            return null;
        }

        var isInit = setter?.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)) == true;
        var required = property.GetCustomAttribute<RequiredMemberAttribute>() is null ? string.Empty : "required ";
        var index = property.GetIndexParameters() is { Length: > 0 } parameters ? $"[{string.Join(", ", parameters.Select(static p => Name(p.ParameterType)))}]" : string.Empty;
        var access = $"{(getter is null ? string.Empty : " get;")}{(setter is null ? string.Empty : isInit ? " init;" : " set;")}";
        return $"{required}{Modifiers(shown)}{Name(property.PropertyType)}{Mark(nullability.Create(property).ReadState, property.PropertyType)} {property.Name}{index} {{{access} }}";
    }

    private static string Modifiers(MethodInfo method) =>
        (method.IsFamily || method.IsFamilyOrAssembly ? "protected " : string.Empty)
        + (method.IsStatic ? "static " : string.Empty)
        + (method is { IsAbstract: true, DeclaringType.IsInterface: false } ? "abstract " : string.Empty)
        + (method is { IsVirtual: true, IsFinal: false, IsAbstract: false, DeclaringType.IsSealed: false } ? "virtual " : string.Empty);

    private static string Parameters(MethodBase method, NullabilityInfoContext nullability) => string.Join(", ", method.GetParameters().Select(parameter =>
    {
        var type = parameter.ParameterType;
        var way = parameter.IsOut ? "out " : type.IsByRef ? (parameter.IsIn ? "in " : "ref ") : string.Empty;
        var element = type.IsByRef ? type.GetElementType()! : type;
        var mark = Mark(nullability.Create(parameter).WriteState, element);
        return $"{way}{Name(element)}{mark} {parameter.Name}{(parameter.HasDefaultValue ? " = " + Value(parameter.DefaultValue) : string.Empty)}";
    }));

    private static string Value(object? value) => value switch
    {
        null => "default",
        string text => $"\"{text}\"",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };

    private static string Mark(NullabilityState state, Type type) => state == NullabilityState.Nullable && !type.IsValueType ? "?" : string.Empty;

    private static bool IsVisible(MethodBase method) => method.IsPublic || ((method.IsFamily || method.IsFamilyOrAssembly) && method.DeclaringType is { IsSealed: false });

    private static bool IsVisible(Type type) => type.IsVisible;

    private static string Name(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } underlying)
        {
            return Name(underlying) + "?";
        }

        if (type.IsArray)
        {
            return $"{Name(type.GetElementType()!)}[{new string(',', type.GetArrayRank() - 1)}]";
        }

        if (Keywords.TryGetValue(type, out var keyword))
        {
            return keyword;
        }

        if (!type.IsGenericType)
        {
            return type.IsNested && !type.IsGenericParameter ? $"{Name(type.DeclaringType!)}.{type.Name}" : type.Name;
        }

        var name = type.Name.Split('`')[0];
        return $"{name}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>";
    }
}
