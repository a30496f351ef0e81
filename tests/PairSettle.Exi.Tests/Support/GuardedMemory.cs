using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace PairSettle.Exi.Tests.Support;

/// <summary>
/// One page of memory between two that nobody may touch: a load or a store outside of it ends the process. Only where
/// the system is Linux; elsewhere ordinary memory stands in.
/// </summary>
internal sealed class GuardedMemory : IDisposable
{
    private readonly int _page = Environment.SystemPageSize;
    private readonly byte[] _ordinary = [];
    private readonly nint _address;

    public GuardedMemory()
    {
        if (!OperatingSystem.IsLinux())
        {
            _ordinary = new byte[_page];
            return;
        }

        const int readWrite = 3;
        const int privateAnonymous = 0x22;
        _address = Map(0, (nuint)(3 * _page), readWrite, privateAnonymous, -1, 0);
        Assert.NotEqual(-1, _address);
        Assert.Equal(0, Protect(_address, (nuint)_page, 0));
        Assert.Equal(0, Protect(_address + (2 * _page), (nuint)_page, 0));
    }

    /// <summary>The last octets of the page.</summary>
    public Span<byte> Last(int length) => Page()[^length..];

    /// <summary>The first octets of the page.</summary>
    public Span<byte> First(int length) => Page()[..length];

    public void Dispose()
    {
        if (_address != 0)
        {
            _ = Unmap(_address, (nuint)(3 * _page));
        }
    }

    private Span<byte> Page() => _address == 0
        ? _ordinary
        : MemoryMarshal.CreateSpan(ref Unsafe.AddByteOffset(ref Unsafe.NullRef<byte>(), _address + _page), _page);

    [DllImport("libc", EntryPoint = "mmap")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern nint Map(nint address, nuint length, int protection, int flags, int file, nint offset);

    [DllImport("libc", EntryPoint = "mprotect")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Protect(nint address, nuint length, int protection);

    [DllImport("libc", EntryPoint = "munmap")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Unmap(nint address, nuint length);
}
