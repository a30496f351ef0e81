namespace PairSettle.Credentials.Tests.Interop;

/// <summary>A fact that needs the openssl program, and says so when it is absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class OpenSslFactAttribute : FactAttribute
{
    public OpenSslFactAttribute()
    {
        if (!OpenSsl.IsPresent)
        {
            Skip = OpenSsl.Absent;
        }
    }
}
