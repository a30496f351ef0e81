namespace PairSettle.Credentials.Tests.Interop;

/// <summary>A theory that needs SoftHSM and openssl, and says so when one is absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SoftHsmTheoryAttribute : TheoryAttribute
{
    public SoftHsmTheoryAttribute()
    {
        Skip = SoftHsm.IsPresent ? OpenSsl.Absent : SoftHsm.Absent;
    }
}
