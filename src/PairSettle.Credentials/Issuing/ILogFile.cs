namespace PairSettle.Credentials.Issuing;

/// <summary>The file of a log, as narrow as the log needs it, so that a test can let it fail at every step.</summary>
internal interface ILogFile : IDisposable
{
    /// <summary>Reads the whole file.</summary>
    byte[] ReadAll();

    /// <summary>Cuts the file.</summary>
    /// <param name="length">The octets that stay.</param>
    void Truncate(long length);

    /// <summary>Writes at the end. The octets are on the disk when this returns; when it throws, none, some or all of them are.</summary>
    /// <param name="octets">The octets.</param>
    void Append(ReadOnlySpan<byte> octets);
}
