namespace PairSettle.Tests.Shared;

/// <summary>A theory that needs the openssl program, and says so when it is absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class OpenSslTheoryAttribute : TheoryAttribute
{
    public OpenSslTheoryAttribute() => Skip = OpenSsl.Absent;
}
