namespace PairSettle.Credentials.Tests.Interop;

/// <summary>A theory that needs a TPM in software and openssl, and says so when one is absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class TpmTheoryAttribute : TheoryAttribute
{
    public TpmTheoryAttribute()
    {
        Skip = SoftTpm.IsPresent ? OpenSsl.Absent : SoftTpm.Absent;
    }
}
