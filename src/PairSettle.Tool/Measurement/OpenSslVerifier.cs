using System.Collections.Immutable;
using System.Runtime.InteropServices;

[assembly: DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]

namespace PairSettle.Tool.Measurement;

/// <summary>
/// OpenSSL's own verifier of chains, called as a program in C calls it, to measure ours against in the same process. Nothing else in the
/// project calls OpenSSL but through the platform.
/// </summary>
internal sealed partial class OpenSslVerifier : IDisposable
{
    private const string Library = "libcrypto.so.3";

    private readonly ImmutableArray<ReadOnlyMemory<byte>> _encoded;
    private readonly long _at;
    private readonly nint[] _parsed;

    /// <param name="encoded">The chain as DER, leaf first and root last.</param>
    /// <param name="at">When it is to be valid.</param>
    public OpenSslVerifier(ImmutableArray<ReadOnlyMemory<byte>> encoded, DateTimeOffset at)
    {
        (_encoded, _at) = (encoded, at.ToUnixTimeSeconds());
        _parsed = Parse();
    }

    /// <summary>Its version; null where it is not on this machine.</summary>
    public static string? Version { get; } = NativeLibrary.TryLoad(Library, out _) ? Marshal.PtrToStringUTF8(OpenSSL_version(0)) : null;

    public void Dispose() => Free(_parsed);

    /// <summary>Verifies the chain that the constructor parsed.</summary>
    public bool Verify() => Verify(_parsed);

    /// <summary>Parses the four certificates and verifies.</summary>
    public bool ParseAndVerify()
    {
        var parsed = Parse();
        try
        {
            return Verify(parsed);
        }
        finally
        {
            Free(parsed);
        }
    }

    private nint[] Parse() => [.. _encoded.Select(static der =>
    {
        unsafe
        {
            fixed (byte* octets = der.Span)
            {
                var next = octets;
                return d2i_X509(0, &next, der.Length);
            }
        }
    })];

    private bool Verify(nint[] chain)
    {
        var (store, untrusted, context) = (X509_STORE_new(), OPENSSL_sk_new_null(), X509_STORE_CTX_new());
        try
        {
            _ = X509_STORE_add_cert(store, chain[^1]);
            foreach (var intermediate in chain.AsSpan()[1..^1])
            {
                _ = OPENSSL_sk_push(untrusted, intermediate);
            }

            _ = X509_STORE_CTX_init(context, store, chain[0], untrusted);
            X509_VERIFY_PARAM_set_time(X509_STORE_CTX_get0_param(context), _at);
            return X509_verify_cert(context) == 1;
        }
        finally
        {
            X509_STORE_CTX_free(context);
            OPENSSL_sk_free(untrusted);
            X509_STORE_free(store);
        }
    }

    private static void Free(nint[] certificates) => Array.ForEach(certificates, X509_free);

#pragma warning disable IDE1006, SA1300, SA1313 // The names are OpenSSL's.
    [LibraryImport(Library)]
    private static partial nint OpenSSL_version(int type);
    [LibraryImport(Library)]
    private static unsafe partial nint d2i_X509(nint reuse, byte** octets, nint length);
    [LibraryImport(Library)]
    private static partial void X509_free(nint certificate);
    [LibraryImport(Library)]
    private static partial nint X509_STORE_new();
    [LibraryImport(Library)]
    private static partial int X509_STORE_add_cert(nint store, nint certificate);
    [LibraryImport(Library)]
    private static partial void X509_STORE_free(nint store);
    [LibraryImport(Library)]
    private static partial nint OPENSSL_sk_new_null();
    [LibraryImport(Library)]
    private static partial int OPENSSL_sk_push(nint stack, nint item);
    [LibraryImport(Library)]
    private static partial void OPENSSL_sk_free(nint stack);
    [LibraryImport(Library)]
    private static partial nint X509_STORE_CTX_new();
    [LibraryImport(Library)]
    private static partial int X509_STORE_CTX_init(nint context, nint store, nint leaf, nint untrusted);
    [LibraryImport(Library)]
    private static partial nint X509_STORE_CTX_get0_param(nint context);
    [LibraryImport(Library)]
    private static partial void X509_VERIFY_PARAM_set_time(nint parameters, long at);
    [LibraryImport(Library)]
    private static partial int X509_verify_cert(nint context);
    [LibraryImport(Library)]
    private static partial void X509_STORE_CTX_free(nint context);
#pragma warning restore IDE1006, SA1300, SA1313
}
