namespace PairSettle.Tool.Fuzzing.Credentials;

/// <summary>Damages DER at random: values as such, with the lengths around them kept right, or octets without regard to what they are.</summary>
internal sealed class DerMutator(FuzzRandom random)
{
    private const int MostRepetitions = 400;

    private static readonly byte[] Tags =
    [
        0x01, 0x02, 0x03, 0x04, 0x05, 0x06, 0x0A, 0x0C, 0x13, 0x14, 0x16, 0x17, 0x18, 0x1E, 0x30, 0x31,
        0x80, 0x81, 0x82, 0x83, 0x84, 0x85, 0x86, 0x87, 0x88, 0xA0, 0xA1, 0xA2, 0xA3, 0xA4,
    ];

    // Numbers, times and strings at their edges.
    private static readonly byte[][] Nasty =
    [
        [], [0x00], [0x01], [0x7F], [0x80], [0xFF], [0x00, 0x80], [0x00, 0x00], [0xFF, 0xFF], [0x7F, 0xFF, 0xFF, 0xFF], [0xFF, 0xFF, 0xFF, 0xFF],
        [0x80, 0x00, 0x00, 0x00, 0x00], [0x7F, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF], [.. "991231235959Z"u8], [.. "00000101000000Z"u8],
        [.. "99991231235960Z"u8], [.. "99991231235959Z"u8], [.. "20261122000000.0Z"u8], [0x55, 0x1D, 0x0F], [0x55, 0x1D, 0x1E], [0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x04, 0x03, 0x02],
        [0xC0, 0x80], [0xED, 0xA0, 0x80], [0x00, 0x2A], [.. "*."u8], [.. "@"u8], [.. "://"u8], [.. "."u8],
    ];

    /// <summary>Makes damaged octets.</summary>
    /// <param name="seed">The octets to damage.</param>
    /// <param name="other">Octets of the same kind, to take parts of.</param>
    /// <param name="longest">What the result is cut to.</param>
    public byte[] Mutate(byte[] seed, byte[] other, int longest)
    {
        var octets = seed;
        do
        {
            var tree = random.OneIn(3) ? null : DerTree.Parse(octets);
            octets = tree is null ? Scratch(octets, other) : Reshape(tree, DerTree.Parse(other) ?? tree.Copy());
            octets = octets.Length > longest ? octets[..longest] : octets;
        }
        while (random.OneIn(2));
        return octets;
    }

    private byte[] Reshape(DerTree tree, DerTree other)
    {
        var all = tree.All();
        var at = all[random.Below(all.Count)];
        var parents = all.FindAll(static value => value.Children is { Count: > 0 });
        var siblings = parents.Count == 0 ? [] : parents[random.Below(parents.Count)].Children!;
        switch (random.Below(11))
        {
            case 0 when siblings.Count > 0:
                siblings.RemoveAt(random.Below(siblings.Count));
                break;
            case 1 when siblings.Count > 0:
                siblings.Insert(random.Below(siblings.Count + 1), siblings[random.Below(siblings.Count)].Copy());
                break;
            case 2 when siblings.Count > 1:
                siblings.Reverse(random.Below(siblings.Count - 1), 2);
                break;
            case 3 when siblings.Count > 0:
                Repeat(siblings);
                break;
            case 4:
                at.Become(Any(other.All()).Copy());
                break;
            case 5 when siblings.Count > 0:
                siblings.Insert(random.Below(siblings.Count + 1), Any(other.All()).Copy());
                break;
            case 6:
                at.Tag = Tags[random.Below(Tags.Length)];
                break;
            case 7:
                at.Become(DerTree.Around(Tags[random.Below(Tags.Length)], [at.Copy()]));
                break;
            case 8:
                at.Content = Nasty[random.Below(Nasty.Length)];
                break;
            default:
                at.Content = Scratch(at.Content, Any(other.All()).Content);
                break;
        }

        return tree.Encode();
    }

    private void Repeat(List<DerTree> siblings)
    {
        var repeated = siblings[random.Below(siblings.Count)];
        for (var left = 1 + random.Below(random.OneIn(8) ? MostRepetitions : 8); left > 0; left--)
        {
            siblings.Add(repeated.Copy());
        }
    }

    private byte[] Scratch(byte[] octets, byte[] other)
    {
        if (octets.Length == 0)
        {
            return [(byte)random.Below(256)];
        }

        var changed = octets.ToArray();
        var at = random.Below(octets.Length);
        switch (random.Below(8))
        {
            case 0 or 1:
                changed[at] ^= (byte)(1 << random.Below(8));
                return changed;
            case 2:
                changed[at] = (byte)random.Below(256);
                return changed;
            case 3:
                return [.. octets[..at], .. Nasty[random.Below(Nasty.Length)], .. octets[at..]];
            case 4:
                return [.. octets[..at], .. octets[Math.Min(octets.Length, at + 1 + random.Below(8))..]];
            case 5:
                return octets[..at];
            case 6:
                // A piece of the other in the place of one as long, so that the lengths around it stay right.
                var length = Math.Min(random.Below(32), Math.Min(octets.Length - at, other.Length));
                other.AsSpan(random.Below(other.Length - length + 1), length).CopyTo(changed.AsSpan(at));
                return changed;
            default:
                return [.. octets, (byte)random.Below(256)];
        }
    }

    private DerTree Any(List<DerTree> values) => values[random.Below(values.Count)];
}
