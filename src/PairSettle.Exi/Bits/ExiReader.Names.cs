namespace PairSettle.Exi.Bits;

// What names behind wildcards are made of (EXI 1.0, 7.1.7): numbers of the string table, or characters.
public ref partial struct ExiReader
{
    /// <summary>The string table of the stream, or null where it was read without one so far.</summary>
    internal readonly ExiStringTable? Strings => _strings;

    /// <summary>How many elements and texts may come that no annotated type describes.</summary>
    internal readonly int MaxAnyNodes => _limits.MaxAnyNodes;

    /// <summary>Reads a length, less what it is coded too large by.</summary>
    internal long ReadNameLength(int bias)
    {
        var length = ReadUnsigned(uint.MaxValue);
        return Failed ? -1 : (long)length - bias;
    }

    /// <summary>Reads the characters of a name, whose length has been read.</summary>
    internal string ReadName(long length) =>
        CheckLength(_position, (ulong)length, 0, int.MaxValue, _limits.MaxStringLength, ExiFault.StringTooLong)
            ? ReadCharacters((int)length)
            : string.Empty;
}
