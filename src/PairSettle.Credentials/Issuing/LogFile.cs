namespace PairSettle.Credentials.Issuing;

/// <summary>A log on the disk. Others may read it meanwhile; who writes holds the lock beside it.</summary>
internal sealed class LogFile : ILogFile
{
    private const string LockName = "lock";

    private readonly FileStream _lock;
    private readonly FileStream _log;

    private LogFile(FileStream held, FileStream log)
    {
        _lock = held;
        _log = log;
    }

    public static LogFile Open(string folder)
    {
        var path = Path.Combine(folder, AuthorityLog.FileName);
        if (!File.Exists(path))
        {
            throw new FileNotFoundException($"no authority lies in {folder}: there is no {AuthorityLog.FileName}", path);
        }

        var held = Hold(folder);
        try
        {
            return new LogFile(held, new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.Read));
        }
        catch
        {
            held.Dispose();
            throw;
        }
    }

    /// <summary>Holds a folder against other writers until the stream is disposed of.</summary>
    public static FileStream Hold(string folder) =>
        new(Path.Combine(folder, LockName), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);

    public byte[] ReadAll()
    {
        var octets = new byte[_log.Length];
        _log.Seek(0, SeekOrigin.Begin);
        _log.ReadExactly(octets);
        return octets;
    }

    public void Truncate(long length)
    {
        _log.SetLength(length);
        _log.Flush(flushToDisk: true);
    }

    public void Append(ReadOnlySpan<byte> octets)
    {
        _log.Seek(0, SeekOrigin.End);
        _log.Write(octets);
        _log.Flush(flushToDisk: true);
    }

    public void Dispose()
    {
        _log.Dispose();
        _lock.Dispose();
    }
}
