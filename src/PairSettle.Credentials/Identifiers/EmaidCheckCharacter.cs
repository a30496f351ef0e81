namespace PairSettle.Credentials;

/// <summary>
/// The check character of ISO 15118-2, annex H: every symbol is a pair of row vectors, one over Z2 and one
/// over Z3, and the sums of the vectors times the powers of two matrices name the check symbol.
/// </summary>
internal static class EmaidCheckCharacter
{
    private const string Alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    public static char Compute(ReadOnlySpan<char> symbols)
    {
        var (a, b) = (0, 0);
        var (c, d) = (0, 0);

        // Horner's scheme from the last symbol: (v + sum) * P, with P1 = [[0,1],[1,1]] modulo 2 and P2 = [[0,1],[1,2]] modulo 3.
        for (var i = symbols.Length - 1; i >= 0; i--)
        {
            var index = Alphabet.IndexOf(symbols[i], StringComparison.Ordinal);
            ArgumentOutOfRangeException.ThrowIfNegative(index, nameof(symbols));
            (a, b) = (a + (index / 18), b + (index / 9 % 2));
            (a, b) = (b % 2, (a + b) % 2);
            (c, d) = (c + (index / 3 % 3), d + (index % 3));
            (c, d) = (d % 3, (c + (2 * d)) % 3);
        }

        // The ternary sum is read through [[0,2],[2,1]].
        (c, d) = (2 * d % 3, ((2 * c) + d) % 3);
        return Alphabet[(18 * a) + (9 * b) + (3 * c) + d];
    }
}
