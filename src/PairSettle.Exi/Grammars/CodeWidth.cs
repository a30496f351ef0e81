namespace PairSettle.Exi.Grammars;

/// <summary>The number of bits that tell a number of alternatives apart (EXI 1.0, 6.2).</summary>
internal static class CodeWidth
{
    public static int Of(int alternatives)
    {
        var width = 0;
        while (width < 31 && 1 << width < alternatives)
        {
            width++;
        }

        return width;
    }
}
