using PairSettle.Credentials.Issuing;

namespace PairSettle.Credentials.Tests.Issuing;

/// <summary>A disk that loses power at a chosen step of writing, with a chosen number of the octets of that step on it.</summary>
internal sealed class CrashingLogFile(byte[] disk, int crashAt = int.MaxValue, int survivors = 0) : ILogFile
{
    private int _step;

    /// <summary>What is on the disk.</summary>
    public byte[] Disk { get; private set; } = disk;

    /// <summary>The octets of each step so far.</summary>
    public List<int> Steps { get; } = [];

    public byte[] ReadAll() => [.. Disk];

    public void Truncate(long length) => Change(Disk[..(int)length], 0);

    public void Append(ReadOnlySpan<byte> octets)
    {
        var crashes = _step == crashAt;
        Change([.. Disk, .. crashes ? octets[..survivors] : octets], octets.Length);
    }

    public void Dispose()
    {
    }

    private void Change(byte[] disk, int octets)
    {
        Disk = disk;
        Steps.Add(octets);
        if (_step++ == crashAt)
        {
            throw new PowerLossException();
        }
    }
}
