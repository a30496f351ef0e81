using PairSettle.Testing.Pki;

namespace PairSettle.Credentials.Tests;

/// <summary>One throw-away PKI for all tests of a class: making keys is the slowest part of them.</summary>
public sealed class PkiFixture : IDisposable
{
    public static readonly DateTimeOffset Now = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    public ThrowAwayPki Pki { get; } = ThrowAwayPki.Create(Now);

    public void Dispose() => Pki.Dispose();
}
