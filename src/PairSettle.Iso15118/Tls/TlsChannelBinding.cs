using System.Net.Security;
using System.Runtime.InteropServices;
using System.Security.Authentication.ExtendedProtection;
using System.Security.Cryptography;
using PairSettle.Credentials;

namespace PairSettle.Iso15118.Tls;

/// <summary>
/// What makes one TLS connection different from every other, the same at both ends, so that a signature over it cannot be moved to another
/// connection. See docs/decisions/channel-binding.md.
/// </summary>
public sealed class TlsChannelBinding
{
    /// <summary>The octets of <see cref="Value"/>.</summary>
    public const int Size = SHA256.HashSizeInBytes;

    private const int BindingsHeaderSize = 32;

    private TlsChannelBinding(byte[] unique, Certificate secc)
    {
        Unique = unique;
        ServerEndPoint = secc.Sha256;
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData("PairSettle TLS 1.2 channel binding"u8);
        hash.AppendData([0, checked((byte)unique.Length)]);
        hash.AppendData(unique);
        hash.AppendData([checked((byte)ServerEndPoint.Length)]);
        hash.AppendData(ServerEndPoint.Span);
        Value = hash.GetHashAndReset();
    }

    /// <summary>tls-unique (RFC 5929): the first Finished message of the handshake, twelve octets.</summary>
    public ReadOnlyMemory<byte> Unique { get; }

    /// <summary>
    /// SHA-256 of the SECC certificate. For certificates signed with SHA-256, as ISO 15118-2 demands, this is tls-server-end-point (RFC 5929).
    /// </summary>
    public ReadOnlyMemory<byte> ServerEndPoint { get; }

    /// <summary>Both, hashed to 32 octets: what a pair agreement names.</summary>
    public ReadOnlyMemory<byte> Value { get; }

    /// <summary>
    /// Asks the platform for tls-unique. The hash of the certificate is taken here: OpenSSL-based platforms give it to the client only.
    /// </summary>
    internal static TlsChannelBinding Of(SslStream stream, Certificate secc)
    {
        ChannelBinding? binding;
        try
        {
            binding = stream.TransportContext.GetChannelBinding(ChannelBindingKind.Unique);
        }
        catch (Exception exception)
        {
            // What a platform throws here is not documented.
            throw Unavailable(exception);
        }

        using (binding)
        {
            return new(Read(binding), secc);
        }
    }

    /// <summary>
    /// The platform gives a SEC_CHANNEL_BINDINGS structure of 32 octets, whose last two words are length and offset of the application data,
    /// and in that data the name of the binding before its octets.
    /// </summary>
    private static byte[] Read(ChannelBinding? binding)
    {
        if (binding is null || binding.IsInvalid || binding.Size <= BindingsHeaderSize)
        {
            throw Unavailable();
        }

        var octets = new byte[binding.Size];
        Marshal.Copy(binding.DangerousGetHandle(), octets, 0, octets.Length);
        var name = "tls-unique:"u8;
        var length = BitConverter.ToInt32(octets, 24);
        var offset = BitConverter.ToInt32(octets, 28);
        if (offset < BindingsHeaderSize || offset > octets.Length || length <= name.Length || length > octets.Length - offset ||
            !octets.AsSpan(offset).StartsWith(name))
        {
            throw Unavailable();
        }

        return octets.AsSpan(offset + name.Length, length - name.Length).ToArray();
    }

    private static TlsException Unavailable(Exception? cause = null) =>
        new(new(TlsFault.ChannelBindingUnavailable, "the platform gave no tls-unique"), null, cause);
}
