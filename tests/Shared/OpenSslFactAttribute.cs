namespace PairSettle.Tests.Shared;

/// <summary>A fact that needs the openssl program, and says so when it is absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class OpenSslFactAttribute : FactAttribute
{
    public OpenSslFactAttribute() => Skip = OpenSsl.Absent;
}
