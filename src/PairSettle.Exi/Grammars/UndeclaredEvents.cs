namespace PairSettle.Exi.Grammars;

/// <summary>
/// The codes that a non-strict grammar adds to a state for what the schema does not declare, after the escape in the
/// first part, with namespace prefixes, comments and the like not preserved (EXI 1.0, 8.5.4.4.1).
/// </summary>
/// <param name="Width">The bits of the second part.</param>
/// <param name="EndElement">The second part of EE, or -1 where the state declares it.</param>
/// <param name="UntypedCharacters">The second part of CH with a value written as a string.</param>
internal readonly record struct UndeclaredEvents(int Width, int EndElement, int UntypedCharacters)
{
    public static UndeclaredEvents Of(GrammarState state, ProductionSet productions)
    {
        var declaresEnd = productions.Find(EventKind.EndElement) is not null;
        var count = declaresEnd ? 0 : 1;
        count += state.Index == 0 ? 2 : 0;        // AT(xsi:type), AT(xsi:nil)
        count += state.AdmitsAttributes ? 2 : 0;  // AT(*), and AT with an untyped value, which has a third part
        count += 2;                               // SE(*), CH
        return new UndeclaredEvents(CodeWidth.Of(count), declaresEnd ? -1 : 0, count - 1);
    }
}
