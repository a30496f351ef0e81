namespace PairSettle.Exi.Bits;

public ref partial struct ExiReader
{
    /// <summary>Reads <c>xs:ID</c>: a string that is a name without a colon, and that no other identifier of the document equals.</summary>
    /// <param name="qname">The number of the qualified name of the attribute.</param>
    /// <param name="minLength">The smallest number of code points allowed.</param>
    /// <param name="maxLength">The largest number of code points allowed.</param>
    /// <param name="allowsEmpty">Whether the empty string is accepted, and no identifier.</param>
    /// <returns>The identifier; the empty string after a fault.</returns>
    public string ReadIdentifier(int qname, int minLength, int maxLength, bool allowsEmpty = false)
    {
        var start = _position;
        var value = ReadString(qname, minLength, maxLength, allowsEmpty);
        if (Failed || (allowsEmpty && value.Length == 0))
        {
            return string.Empty;
        }

        var fault = ExiIdentifiers.Take(value, ref _firstIdentifier, ref _identifiers);
        return fault == ExiFault.None || FailAt(start, fault) ? value : string.Empty;
    }

    private void ReturnIdentifiers()
    {
        _identifiers?.Return();
        _identifiers = null;
    }
}
