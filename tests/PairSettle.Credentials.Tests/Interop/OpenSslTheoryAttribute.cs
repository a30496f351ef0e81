namespace PairSettle.Credentials.Tests.Interop;

/// <summary>A theory that needs the openssl program, and says so when it is absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class OpenSslTheoryAttribute : TheoryAttribute
{
    public OpenSslTheoryAttribute()
    {
        if (!OpenSsl.IsPresent)
        {
            Skip = OpenSsl.Absent;
        }
    }
}
