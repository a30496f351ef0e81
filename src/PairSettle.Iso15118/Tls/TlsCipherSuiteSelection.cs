using System.Net.Security;

namespace PairSettle.Iso15118.Tls;

/// <summary>The suites behind the names of <see cref="TlsCipherSuites"/>.</summary>
internal static class TlsCipherSuiteSelection
{
    private static readonly TlsCipherSuite[] Part2 = [TlsCipherSuite.TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256];

    private static readonly TlsCipherSuite[] Part2AndGcm =
        [TlsCipherSuite.TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256, TlsCipherSuite.TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256];

    /// <summary>The policy for SslStream; null where the platform decides.</summary>
    public static CipherSuitesPolicy? ToPolicy(this TlsCipherSuites suites) =>
        OperatingSystem.IsWindows() || OperatingSystem.IsAndroid() || suites.Allowed() is not { } allowed ? null : new CipherSuitesPolicy(allowed);

    /// <summary>Whether a negotiated suite is one of the wanted ones; on every platform.</summary>
    public static bool Includes(this TlsCipherSuites suites, TlsCipherSuite negotiated) => suites.Allowed()?.Contains(negotiated) ?? true;

    private static TlsCipherSuite[]? Allowed(this TlsCipherSuites suites) => suites switch
    {
        TlsCipherSuites.Iso15118Part2 => Part2,
        TlsCipherSuites.Iso15118Part2AndGcm => Part2AndGcm,
        _ => null,
    };
}
