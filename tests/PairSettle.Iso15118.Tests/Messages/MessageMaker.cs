using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using System.Reflection;
using PairSettle.Exi;

namespace PairSettle.Iso15118.Tests.Messages;

/// <summary>
/// Makes values of the annotated types that are valid by their annotations, read by reflection.
/// </summary>
/// <param name="choices">What the annotations leave open.</param>
/// <param name="given">Values that properties have wherever they occur; such a property is never left out.</param>
internal sealed class MessageMaker(MessageChoices choices, IReadOnlyDictionary<PropertyInfo, object>? given = null)
{
    private const int DeepestOption = 12;
    private const string ForeignNamespace = "urn:example:foreign";

    private static readonly MethodInfo ListOf = typeof(MessageMaker).GetMethod(nameof(MakeList), BindingFlags.NonPublic | BindingFlags.Static)!;
    private static readonly List<IReadOnlyList<string>> Closures =
    [
        .. typeof(Iso2.V2G_Message).Assembly.GetTypes()
            .Select(type => type.GetCustomAttribute<ExiSchemaAttribute>()?.Namespaces).OfType<IReadOnlyList<string>>(),
    ];

    private static readonly ConcurrentDictionary<PropertyInfo, bool> Nullables = [];
    private static readonly ConcurrentDictionary<PropertyInfo, List<Type>> Concrete = [];
    private static readonly ConcurrentDictionary<Type, List<IGrouping<string?, PropertyInfo>>> Branches = [];

    private readonly IReadOnlyDictionary<PropertyInfo, object> _given = given ?? new Dictionary<PropertyInfo, object>();
    private int _identifiers;
    private int _depth;

    /// <summary>Makes a value of a type.</summary>
    /// <returns>False where the type is abstract, or requires what is.</returns>
    public bool TryMake(Type type, [NotNullWhen(true)] out object? value)
    {
        value = null;
        if (type.IsAbstract)
        {
            return false;
        }

        var made = Activator.CreateInstance(type, nonPublic: true)!;
        _depth++;
        var isMade = Branches.GetOrAdd(type, static type => [.. Properties(type).GroupBy(BranchOf)]).TrueForAll(branch => branch.Key is null
            ? branch.All(property => TrySet(made, property))
            : TryChoose(made, [.. branch], branch.All(IsOptionalBranch)));
        if (isMade && Properties(type).FirstOrDefault(property => property.IsDefined(typeof(ExiMixedAttribute))) is { } text && Includes())
        {
            text.SetValue(made, MakeList<ExiMixedText>([.. MakeTexts(ChildrenOf(made))]));
        }

        _depth--;
        value = isMade ? made : null;
        return isMade;
    }

    /// <summary>The mapped properties of a type, those of its base types first.</summary>
    public static IEnumerable<PropertyInfo> Properties(Type type) =>
        (type.BaseType is { } parent && AnnotatedTypes.All.Contains(parent) ? Properties(parent) : [])
        .Concat(AnnotatedTypes.Properties(type));

    /// <summary>The name of the choice that a property is a branch of, or null.</summary>
    private static string? BranchOf(PropertyInfo property) =>
        property.GetCustomAttribute<ExiChoiceAttribute>()?.Name
        ?? (property.IsDefined(typeof(ExiAttributeAttribute)) || property.IsDefined(typeof(ExiMixedAttribute)) || !IsChoice(property.DeclaringType!)
            ? null
            : string.Empty);

    private static bool IsChoice(Type type) =>
        type.GetCustomAttribute<ExiTypeAttribute>()?.Compositor == ExiCompositor.Choice
        || type.GetCustomAttribute<ExiModelGroupAttribute>()?.Compositor == ExiCompositor.Choice;

    private static bool IsOptionalBranch(PropertyInfo property) => property.GetCustomAttribute<ExiChoiceAttribute>()?.Optional ?? false;

    private bool TryChoose(object owner, List<PropertyInfo> branches, bool isOptional)
    {
        var forced = branches.Find(Forces);
        if (forced is not null)
        {
            return TrySet(owner, forced, isChosen: true);
        }

        if (isOptional && !Includes())
        {
            return true;
        }

        // Some branches cannot be made: the next one then.
        var first = choices.Pick(branches.Count);
        return Enumerable.Range(0, branches.Count).Any(i => TrySet(owner, branches[(first + i) % branches.Count], isChosen: true)) || isOptional;
    }

    private bool TrySet(object owner, PropertyInfo property, bool isChosen = false)
    {
        if (property.IsDefined(typeof(ExiMixedAttribute)))
        {
            return true;
        }

        var isList = IsList(property.PropertyType);
        var least = isList ? LeastOf(property) : IsNullable(property) ? 0 : 1;
        var most = isList ? MostOf(property) : 1;
        var count = isChosen ? Math.Max(1, least) : least;
        if (Forces(property))
        {
            count = Math.Max(1, least);
        }
        else if (isList && (isChosen || least > 0 || Includes()))
        {
            count = choices.Count(count, most);
        }
        else if (!isList && least == 0 && !isChosen)
        {
            count = Includes() ? 1 : 0;
        }

        List<object> items = [];
        for (var i = 0; i < count; i++)
        {
            if (!TryMakeItem(property, out var item))
            {
                // Nothing that must be there, then it is left out.
                return items.Count >= least && !isChosen;
            }

            items.Add(item);
        }

        if (items.Count > 0)
        {
            property.SetValue(owner, isList ? ListOf.MakeGenericMethod(AnnotatedTypes.ItemType(property.PropertyType)).Invoke(null, [items]) : items[0]);
        }

        return true;
    }

    private bool TryMakeItem(PropertyInfo property, [NotNullWhen(true)] out object? item)
    {
        if (_given.TryGetValue(property, out item))
        {
            return true;
        }

        if (property.GetCustomAttribute<ExiAnyAttribute>() is { } wildcard)
        {
            item = MakeAny(wildcard.Scope == ExiWildcardScope.Any);
            return true;
        }

        var type = AnnotatedTypes.ItemType(property.PropertyType);
        if (!AnnotatedTypes.All.Contains(type))
        {
            item = MakeValue(property, type);
            return true;
        }

        var concrete = Concrete.GetOrAdd(property, Substitutes, type);
        var first = concrete.Count == 0 ? 0 : choices.Pick(concrete.Count);
        for (var i = 0; i < concrete.Count; i++)
        {
            if (TryMake(concrete[(first + i) % concrete.Count], out item))
            {
                return true;
            }
        }

        item = null;
        return false;
    }

    /// <summary>
    /// The types that may stand in a place: its own, and those of the elements that may stand for a global one in every
    /// schema that the place is part of.
    /// </summary>
    private static List<Type> Substitutes(PropertyInfo property, Type type)
    {
        var isReference = property.GetCustomAttribute<ExiElementAttribute>()?.Reference ?? false;
        var home = AnnotatedTypes.NamespaceOf(property.DeclaringType!);
        var closures = Closures.Where(closure => closure.Contains(home)).ToList();
        return
        [
            .. AnnotatedTypes.All.Where(other => !other.IsAbstract && (other == type || (isReference && other.IsSubclassOf(type)
                && other.GetCustomAttributes<ExiGlobalElementAttribute>().Any(element =>
                    element.SubstitutionGroup is not null && closures.TrueForAll(closure => closure.Contains(element.TargetNamespace)))))),
        ];
    }

    /// <summary>An element that no schema here declares, of few names, so that names come again.</summary>
    private ExiUndeclaredElement MakeAny(bool admitsUnqualified)
    {
        _depth++;
        var attributes = Enumerable.Range(0, choices.Count(0, 2))
            .Select(i => new ExiAnyElementAttribute(new(choices.Pick(2) == 0 ? string.Empty : ForeignNamespace, $"a{i}"), AnyText()));
        var content = Enumerable.Range(0, Includes() ? choices.Count(0, 3) : 0)
            .Select(ExiAnyNode (_) => choices.Pick(3) == 0 ? new ExiAnyText(AnyText()) : MakeAny(admitsUnqualified: true));
        var element = new ExiUndeclaredElement
        {
            Name = new(admitsUnqualified && choices.Pick(2) == 0 ? string.Empty : ForeignNamespace, choices.Pick(2) == 0 ? "e" : "any"),
            Attributes = [.. attributes],
            Content = [.. content],
        };
        _depth--;
        return element;
    }

    private IEnumerable<object> MakeTexts(int children)
    {
        for (var position = 0; position <= children; position++)
        {
            for (var texts = choices.Count(0, 1); texts > 0; texts--)
            {
                yield return new ExiMixedText(position, AnyText());
            }
        }
    }

    private string AnyText() => new([.. Enumerable.Range(0, choices.Length(0, 16)).Select(_ => choices.Character())]);

    private static int ChildrenOf(object value) => Properties(value.GetType())
        .Where(property => !property.IsDefined(typeof(ExiAttributeAttribute)) && !property.IsDefined(typeof(ExiMixedAttribute)))
        .Sum(property => property.GetValue(value) switch
        {
            null => 0,
            System.Collections.IEnumerable items when IsList(property.PropertyType) => items.Cast<object>().Count(),
            _ => 1,
        });

    private object MakeValue(PropertyInfo property, Type type)
    {
        if (type == typeof(bool))
        {
            return choices.Pick(2) == 1;
        }

        if (type.IsEnum)
        {
            return Enum.ToObject(type, choices.Pick(Enum.GetValues(type).Length));
        }

        if (type == typeof(string))
        {
            return property.IsDefined(typeof(ExiAttributeAttribute)) && property.Name == "Id" ? $"id{++_identifiers}" : Text(property);
        }

        if (type == typeof(ExiBytes))
        {
            var length = LengthOf(property);
            return ExiBytes.Copy([.. Enumerable.Range(0, length).Select(_ => (byte)choices.Number(0, 255))]);
        }

        if (type == typeof(BigInteger))
        {
            return (BigInteger)choices.Number((Int128)long.MinValue * 9, (Int128)long.MaxValue * 9);
        }

        var (least, greatest) = Range(property, type);
        return FromNumber(choices.Number(least, greatest), type);
    }

    private string Text(PropertyInfo property) => string.Create(LengthOf(property), choices, static (text, choices) =>
    {
        for (var i = 0; i < text.Length; i++)
        {
            text[i] = choices.Character();
        }
    });

    private int LengthOf(PropertyInfo property)
    {
        var length = property.GetCustomAttribute<ExiLengthAttribute>();
        return choices.Length(length?.Minimum ?? 0, length?.Maximum ?? 64);
    }

    /// <summary>The range of an integer: its facets, or what its C# type holds.</summary>
    public static (Int128 Least, Int128 Greatest) Range(PropertyInfo property, Type type) =>
        property.GetCustomAttribute<ExiRangeAttribute>() is { } range ? (Bound(range.Minimum!), Bound(range.Maximum!)) : RangeOf(type);

    private static Int128 Bound(string literal) => Int128.Parse(literal, System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>What a C# integer holds.</summary>
    public static (Int128 Least, Int128 Greatest) RangeOf(Type type) => Type.GetTypeCode(type) switch
    {
        TypeCode.SByte => (sbyte.MinValue, sbyte.MaxValue),
        TypeCode.Byte => (byte.MinValue, byte.MaxValue),
        TypeCode.Int16 => (short.MinValue, short.MaxValue),
        TypeCode.UInt16 => (ushort.MinValue, ushort.MaxValue),
        TypeCode.Int32 => (int.MinValue, int.MaxValue),
        TypeCode.UInt32 => (uint.MinValue, uint.MaxValue),
        TypeCode.Int64 => (long.MinValue, long.MaxValue),
        TypeCode.UInt64 => (ulong.MinValue, ulong.MaxValue),
        _ => throw new NotSupportedException($"{type.Name} is no integer"),
    };

    /// <summary>A number as a C# integer that holds it.</summary>
    public static object FromNumber(Int128 value, Type type) =>
        Convert.ChangeType(value < 0 ? (object)(long)value : (ulong)value, type, System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Whether a property must be there because it, or one inside its group, is given.</summary>
    private bool Forces(PropertyInfo property) =>
        _given.ContainsKey(property)
        || (property.IsDefined(typeof(ExiGroupAttribute)) && Properties(AnnotatedTypes.ItemType(property.PropertyType)).Any(Forces));

    private bool Includes() => _depth <= DeepestOption && choices.Includes();

    private static bool IsList(Type type) => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ExiList<>);

    private static int LeastOf(PropertyInfo property) =>
        property.GetCustomAttribute<ExiElementAttribute>()?.MinOccurs ?? property.GetCustomAttribute<ExiAnyAttribute>()?.MinOccurs ?? property.GetCustomAttribute<ExiGroupAttribute>()!.MinOccurs;

    private static int MostOf(PropertyInfo property) =>
        property.GetCustomAttribute<ExiElementAttribute>()?.MaxOccurs ?? property.GetCustomAttribute<ExiAnyAttribute>()?.MaxOccurs ?? property.GetCustomAttribute<ExiGroupAttribute>()!.MaxOccurs;

    private static bool IsNullable(PropertyInfo property) => Nullables.GetOrAdd(
        property, static property => new NullabilityInfoContext().Create(property).ReadState == NullabilityState.Nullable);

    private static ExiList<T> MakeList<T>(List<object> items) => ExiList.Create<T>([.. items.Cast<T>()]);
}
