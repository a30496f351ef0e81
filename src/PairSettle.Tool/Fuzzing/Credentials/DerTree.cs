namespace PairSettle.Tool.Fuzzing.Credentials;

/// <summary>
/// A DER value that is to be damaged in one place while the lengths around it stay right. Strings that hold DER themselves, as the values of
/// extensions and keys do, are open too.
/// </summary>
internal sealed class DerTree
{
    private const int Deepest = 24;
    private const byte BitString = 0x03;
    private const byte OctetString = 0x04;

    private DerTree(byte tag) => Tag = tag;

    /// <summary>The identifier octet; identifiers of several octets are not taken apart.</summary>
    public byte Tag { get; set; }

    /// <summary>What stands before the children: of a bit string the number of unused bits. All of the content where there are none.</summary>
    public byte[] Content { get; set; } = [];

    /// <summary>The values inside; null where the content is not DER.</summary>
    public List<DerTree>? Children { get; private set; }

    /// <summary>Takes octets apart.</summary>
    /// <returns>The tree; null where they are not one DER value with an identifier and lengths of usual size.</returns>
    public static DerTree? Parse(ReadOnlySpan<byte> octets) => ReadAll(octets, 0) is [var tree] ? tree : null;

    /// <summary>A value around others.</summary>
    public static DerTree Around(byte tag, List<DerTree> children) => new(tag) { Children = children };

    /// <summary>A value with nothing inside.</summary>
    public static DerTree Leaf(byte tag, byte[] content) => new(tag) { Content = content };

    /// <summary>All values in the order of the encoding, this one first.</summary>
    public List<DerTree> All()
    {
        var all = new List<DerTree>();
        Collect(all);
        return all;
    }

    /// <summary>Makes the value equal to another, which it shares no parts with.</summary>
    public void Become(DerTree other) => (Tag, Content, Children) = (other.Tag, other.Content, other.Children?.ConvertAll(static child => child.Copy()));

    /// <summary>The same value once more.</summary>
    public DerTree Copy()
    {
        var copy = new DerTree(Tag);
        copy.Become(this);
        return copy;
    }

    /// <summary>The octets.</summary>
    public byte[] Encode()
    {
        var octets = new List<byte>();
        Write(octets);
        return [.. octets];
    }

    /// <summary>The octets of the content.</summary>
    public byte[] Inner() => [.. Content, .. (Children ?? []).SelectMany(static child => child.Encode())];

    private static List<DerTree>? ReadAll(ReadOnlySpan<byte> octets, int depth)
    {
        var trees = new List<DerTree>();
        while (!octets.IsEmpty)
        {
            if (depth > Deepest || !TryTake(ref octets, out var tag, out var content))
            {
                return null;
            }

            var tree = new DerTree(tag);
            var prefix = tag == BitString && content.Length > 1 ? 1 : 0;
            if ((tag & 0x20) != 0 || (tag is BitString or OctetString && content.Length > prefix))
            {
                tree.Children = ReadAll(content[prefix..], depth + 1);
            }

            tree.Content = (tree.Children is null ? content : content[..prefix]).ToArray();
            trees.Add(tree);
        }

        return trees;
    }

    private static bool TryTake(ref ReadOnlySpan<byte> octets, out byte tag, out ReadOnlySpan<byte> content)
    {
        tag = 0;
        content = default;
        if (octets.Length < 2 || (octets[0] & 0x1F) == 0x1F)
        {
            return false;
        }

        int length = octets[1];
        var header = 2;
        if (length >= 0x80)
        {
            header += length & 0x7F;
            if (header is < 3 or > 5 || octets.Length < header)
            {
                return false;
            }

            length = 0;
            foreach (var octet in octets[2..header])
            {
                length = (length << 8) | octet;
            }
        }

        if (octets.Length - header < length)
        {
            return false;
        }

        tag = octets[0];
        content = octets.Slice(header, length);
        octets = octets[(header + length)..];
        return true;
    }

    private void Collect(List<DerTree> all)
    {
        all.Add(this);
        foreach (var child in Children ?? [])
        {
            child.Collect(all);
        }
    }

    private void Write(List<byte> octets)
    {
        octets.Add(Tag);
        var start = octets.Count;
        octets.AddRange(Content);
        foreach (var child in Children ?? [])
        {
            child.Write(octets);
        }

        octets.InsertRange(start, LengthOf(octets.Count - start));
    }

    private static byte[] LengthOf(int length) => length switch
    {
        < 0x80 => [(byte)length],
        < 0x100 => [0x81, (byte)length],
        < 0x10000 => [0x82, (byte)(length >> 8), (byte)(length & 0xFF)],
        _ => [0x83, (byte)(length >> 16), (byte)((length >> 8) & 0xFF), (byte)(length & 0xFF)],
    };
}
