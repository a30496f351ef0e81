using PairSettle.Exi.Generator.Parsing;
using static PairSettle.Exi.Generator.Emission.Identifiers;

namespace PairSettle.Exi.Generator.Emission;

/// <summary>
/// Emits the door by which the decoder makes a record for a pool, and sets the properties of one that a pool gives back.
/// Records are immutable to everyone else: init accessors cannot be called once an object is made, except like this.
/// </summary>
internal static class PoolEmitter
{
    /// <summary>The name of the emitted class.</summary>
    public const string Class = "Refill";

    /// <summary>Whether records of the type are pooled; structs need no memory of their own.</summary>
    public static bool IsPooled(Layout layout) => !layout.IsXml && !layout.Plan.IsValueType;

    public static void Emit(CodeWriter code, Layout layout, IReadOnlyList<MemberShape> members)
    {
        if (!IsPooled(layout))
        {
            return;
        }

        code.Line("/// <summary>Makes a record without content, and sets the properties of one that a pool gives back.</summary>");
        code.Open($"private static class {Class}");
        code.Line("[UnsafeAccessor(UnsafeAccessorKind.Constructor)]");
        code.Line($"public static extern {Escape(layout.Plan.Type.Name)} New();");
        code.Line();
        foreach (var member in members)
        {
            code.Line($"[UnsafeAccessor(UnsafeAccessorKind.Method, Name = {Literal($"set_{member.Property}")})]");
            code.Line($"public static extern void {Escape(member.Property)}({member.Declaring.In(layout.Plan.Type.Namespace)} record, {TypeOf(layout, member)} value);");
            code.Line();
        }

        code.Close();
        code.Line();
    }

    private static string TypeOf(Layout layout, MemberShape member)
    {
        var type = layout.NameOf(member.Value);
        return member.IsList ? $"ExiList<{type}>" : member.IsNullable ? $"{type}?" : type;
    }
}
