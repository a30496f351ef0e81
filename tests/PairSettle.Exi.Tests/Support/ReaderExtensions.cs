using PairSettle.Exi.Bits;

namespace PairSettle.Exi.Tests.Support;

internal static class ReaderExtensions
{
    /// <summary>Like ExpectZero, for any number of bits including none.</summary>
    public static bool ExpectZeros(ref this ExiReader reader, int count) => count == 0 || reader.ExpectZero(count);
}
