namespace PairSettle.Credentials.Tests.Issuing;

/// <summary>The end of a process, as a test can play it.</summary>
internal sealed class PowerLossException : IOException
{
}
