using System.Globalization;

namespace PairSettle.Credentials.Provisioning;

/// <summary>What follows from a <see cref="ProvisioningFault"/> alone.</summary>
public static class ProvisioningFaultExtensions
{
    /// <summary>The documented code of a fault.</summary>
    /// <param name="fault">The fault.</param>
    /// <returns>The code, for example <c>CRED4002</c>; empty for <see cref="ProvisioningFault.None"/>.</returns>
    public static string ToCode(this ProvisioningFault fault) =>
        fault == ProvisioningFault.None ? "" : string.Create(CultureInfo.InvariantCulture, $"CRED{(int)fault:D4}");
}
