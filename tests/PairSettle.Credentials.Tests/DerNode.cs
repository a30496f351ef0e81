namespace PairSettle.Credentials.Tests;

/// <summary>A DER value as a tree that a test edits and writes back, so that one field is wrong and everything around it is right.</summary>
internal sealed class DerNode
{
    private DerNode(byte tag, byte[] content, List<DerNode> children)
    {
        Tag = tag;
        Content = content;
        Children = children;
    }

    public byte Tag { get; set; }

    public byte[] Content { get; set; }

    public List<DerNode> Children { get; }

    public bool IsConstructed => (Tag & 0x20) != 0;

    public DerNode this[params int[] path]
    {
        get => path.Aggregate(this, static (node, index) => node.Children[index]);
        set => this[path[..^1]].Children[path[^1]] = value;
    }

    public static DerNode Primitive(byte tag, params byte[] content) => new(tag, content, []);

    public static DerNode Constructed(byte tag, params DerNode[] children) => new(tag, [], [.. children]);

    public static DerNode Parse(ReadOnlySpan<byte> der)
    {
        var node = Read(ref der);
        Assert.True(der.IsEmpty);
        return node;
    }

    public byte[] Encode()
    {
        var content = IsConstructed ? Children.SelectMany(static child => child.Encode()).ToArray() : Content;
        byte[] length = content.Length switch
        {
            < 0x80 => [(byte)content.Length],
            < 0x100 => [0x81, (byte)content.Length],
            < 0x10000 => [0x82, (byte)(content.Length >> 8), (byte)content.Length],
            _ => [0x83, (byte)(content.Length >> 16), (byte)(content.Length >> 8), (byte)content.Length],
        };
        return [Tag, .. length, .. content];
    }

    private static DerNode Read(ref ReadOnlySpan<byte> rest)
    {
        var tag = rest[0];
        int length = rest[1];
        var header = 2;
        if (length >= 0x80)
        {
            header = 2 + (length & 0x7F);
            length = 0;
            foreach (var octet in rest[2..header])
            {
                length = (length << 8) | octet;
            }
        }

        var content = rest.Slice(header, length);
        rest = rest[(header + length)..];
        if ((tag & 0x20) == 0)
        {
            return new DerNode(tag, content.ToArray(), []);
        }

        var children = new List<DerNode>();
        while (!content.IsEmpty)
        {
            children.Add(Read(ref content));
        }

        return new DerNode(tag, [], children);
    }
}
