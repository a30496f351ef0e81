namespace PairSettle.Exi.Bits;

public ref partial struct ExiWriter
{
    /// <summary>Writes <c>xs:ID</c>: a string that is a name without a colon, and that no other identifier of the document equals.</summary>
    /// <param name="qname">The number of the qualified name of the attribute.</param>
    /// <param name="value">The identifier.</param>
    /// <param name="minLength">The smallest number of code points allowed.</param>
    /// <param name="maxLength">The largest number of code points allowed.</param>
    /// <param name="allowsEmpty">Whether the empty string may be written, and is no identifier.</param>
    public void WriteIdentifier(int qname, string value, int minLength, int maxLength, bool allowsEmpty = false)
    {
        if (value is not null && !(allowsEmpty && value.Length == 0)
            && ExiIdentifiers.Take(value, ref _firstIdentifier, ref _identifiers) is not ExiFault.None and var fault)
        {
            Fail(fault);
            return;
        }

        WriteString(qname, value!, minLength, maxLength, allowsEmpty);
    }
}
