using System.Runtime.InteropServices;

namespace PairSettle.Credentials;

/// <summary>
/// Remembers across verifications which certificate of an authority was signed by which issuer, so that a new leaf under known authorities
/// costs one signature. Only that fact is remembered, which time, policy and revocation cannot change; everything else is checked anew. It
/// may be shared between threads, and is bounded: where it is full, it starts over.
/// </summary>
public sealed class VerifiedLinks
{
    /// <summary>The most links that are remembered: about 64 octets each.</summary>
    public const int Capacity = 4_096;

    private readonly HashSet<(UInt128, UInt128, UInt128, UInt128)> _links = [];
    private readonly Lock _gate = new();

    /// <summary>Whether the link is known to hold.</summary>
    internal bool Contains(Certificate issuer, Certificate issued)
    {
        lock (_gate)
        {
            return _links.Contains(Key(issuer, issued));
        }
    }

    /// <summary>Remembers a link that was verified. Leaves are left out: they would drive the authorities out.</summary>
    internal void Add(Certificate issuer, Certificate issued)
    {
        if (!issued.IsAuthority)
        {
            return;
        }

        lock (_gate)
        {
            if (_links.Count >= Capacity)
            {
                _links.Clear();
            }

            _links.Add(Key(issuer, issued));
        }
    }

    private static (UInt128, UInt128, UInt128, UInt128) Key(Certificate issuer, Certificate issued)
    {
        var one = MemoryMarshal.Cast<byte, UInt128>(issuer.Sha256.Span);
        var other = MemoryMarshal.Cast<byte, UInt128>(issued.Sha256.Span);
        return (one[0], one[1], other[0], other[1]);
    }
}
