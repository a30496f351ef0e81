namespace PairSettle.Exi.Bits;

// What names behind wildcards are made of (EXI 1.0, 7.1.7): numbers of the string table, or characters.
public ref partial struct ExiWriter
{
    /// <summary>The string table of the stream, or null where it is written without one so far.</summary>
    internal readonly ExiStringTable? Strings => _strings;

    /// <summary>Whether the value needs the names of its schema, which the writer was not given.</summary>
    public readonly bool NeedsNames => _fault == ExiFault.StringTableNeeded;

    /// <summary>Writes a number as an unsigned integer.</summary>
    internal void WriteNameLength(int length) => WriteGroups((ulong)length);

    /// <summary>Writes the characters of a name after their number, which is coded too large by a bias.</summary>
    internal bool WriteName(string name, int bias)
    {
        var length = XmlCharacters.CountCodePoints(name);
        if (length < 0)
        {
            return Fail(ExiFault.InvalidCharacter);
        }

        WriteGroups(unchecked((ulong)(length + bias)));
        WriteCodePoints(name);
        return true;
    }
}
