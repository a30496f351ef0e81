using System.Net;
using System.Net.Sockets;
using PairSettle.Hal.Metering;
using PairSettle.Hal.Modbus;
using PairSettle.Hal.Tests.Peers;
using PairSettle.Testing.Clocks;
using PairSettle.Testing.Devices;

namespace PairSettle.Hal.Tests.Modbus;

public sealed class ModbusTcpClientTests : IAsyncDisposable
{
    private const ushort ImportAddress = 72;

    private readonly ManualTimeProvider _clock = new(new(2026, 1, 17, 12, 0, 0, TimeSpan.Zero));
    private readonly SimulatedLoad _load;
    private readonly ModbusMeterSimulator _simulator;
    private readonly ushort[] _words = new ushort[2];
    private ModbusTcpClient? _client;

    public ModbusTcpClientTests()
    {
        _load = new(_clock, importWh: 1_000_000);
        _simulator = ModbusMeterSimulator.Start(ModbusMeterProfile.EastronSdm630, _load, new() { TimeProvider = _clock });
    }

    public async ValueTask DisposeAsync()
    {
        if (_client is not null)
        {
            await _client.DisposeAsync();
        }

        await _simulator.DisposeAsync();
    }

    [Fact]
    public async Task ReadInputRegisters_HealthyServer_GivesTheRegisters()
    {
        var client = Client();

        await ReadImportAsync(client);

        Assert.Equal(1000f, Import());
        Assert.Equal((1, 0, 1), (client.ConnectionCount, client.DiscardedAnswerCount, _simulator.RequestCount));
    }

    [Fact]
    public async Task ReadInputRegisters_NoAnswer_FailsExactlyAtTheDeadline()
    {
        var client = Client(readAttempts: 1);
        _simulator.Inject(new ModbusServerFault.Silence());

        var read = ReadImportAsync(client);
        await _simulator.WaitForRequestsAsync(1, CancellationToken.None);
        _clock.Advance(TimeSpan.FromMilliseconds(999));
        Assert.False(read.IsCompleted);
        _clock.Advance(TimeSpan.FromMilliseconds(1));

        var failure = await Assert.ThrowsAsync<ModbusException>(() => read);
        Assert.Equal((HalFault.DeadlineExceeded, "HAL2003", true), (failure.Fault, failure.Code, failure.IsRetryable));
        Assert.Equal((1, ImportAddress), (failure.Unit, failure.Request.Address));
    }

    [Fact]
    public async Task ReadInputRegisters_LateAnswer_IsDiscardedAndNotTakenForTheNext()
    {
        var client = Client(readAttempts: 1);
        var release = new TaskCompletionSource();
        _simulator.Inject(new ModbusServerFault.Hold(release.Task));
        var late = ReadImportAsync(client);
        await _simulator.WaitForRequestsAsync(1, CancellationToken.None);
        _clock.Advance(TimeSpan.FromSeconds(1));
        await Assert.ThrowsAsync<ModbusException>(() => late);

        // One hour at 500 kW lies between the late answer and the next one.
        _load.SetPower(500_000);
        _clock.Advance(TimeSpan.FromHours(1));
        var next = ReadImportAsync(client);
        release.SetResult();
        await next;

        Assert.Equal(1500f, Import());
        Assert.Equal((1, 1), (client.DiscardedAnswerCount, client.ConnectionCount));
    }

    [Fact]
    public async Task ReadInputRegisters_FirstAnswerLost_ReadsAgain()
    {
        var client = Client(readAttempts: 2);
        _simulator.Inject(new ModbusServerFault.Silence());

        var read = ReadImportAsync(client);
        await _simulator.WaitForRequestsAsync(1, CancellationToken.None);
        _clock.Advance(TimeSpan.FromSeconds(1));
        await read;

        Assert.Equal(1000f, Import());
        Assert.Equal(2, _simulator.RequestCount);
    }

    [Fact]
    public async Task ReadInputRegisters_TooManyUnansweredInARow_ConnectsAnew()
    {
        var client = Client(readAttempts: 1, timeoutsBeforeReconnect: 2);
        for (var i = 1; i <= 2; i++)
        {
            _simulator.Inject(new ModbusServerFault.Silence());
            var read = ReadImportAsync(client);
            await _simulator.WaitForRequestsAsync(i, CancellationToken.None);
            _clock.Advance(TimeSpan.FromSeconds(1));
            await Assert.ThrowsAsync<ModbusException>(() => read);
            Assert.Equal(1, client.ConnectionCount);
        }

        await ReadImportAsync(client);

        Assert.Equal(2, client.ConnectionCount);
    }

    [Fact]
    public async Task ReadInputRegisters_Cancelled_KeepsTheConnectionAndDiscardsTheAnswer()
    {
        var client = Client();
        var release = new TaskCompletionSource();
        _simulator.Inject(new ModbusServerFault.Hold(release.Task));
        using var cancellation = new CancellationTokenSource();
        var read = client.ReadInputRegistersAsync(1, ImportAddress, _words, cancellation.Token).AsTask();
        await _simulator.WaitForRequestsAsync(1, CancellationToken.None);

        await cancellation.CancelAsync();

        var cancelled = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => read);
        Assert.Equal(cancellation.Token, cancelled.CancellationToken);
        var next = ReadImportAsync(client);
        release.SetResult();
        await next;
        Assert.Equal((1, 1), (client.ConnectionCount, client.DiscardedAnswerCount));
    }

    [Fact]
    public async Task ReadInputRegisters_AnswerHalfReceivedAtCancellation_StaysInStep()
    {
        await using var peer = new FramePeer();
        var client = Client(endPoint: peer.EndPoint);
        using var cancellation = new CancellationTokenSource();
        var first = client.ReadInputRegistersAsync(1, 10, _words, cancellation.Token).AsTask();
        await peer.AcceptAsync();
        var answer = FramePeer.Answer(await peer.ReadAsync(), 1, 2);
        await peer.SendAsync(answer[..8]);
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);

        var second = client.ReadInputRegistersAsync(1, 20, _words, CancellationToken.None).AsTask();
        var request = await peer.ReadAsync();
        await peer.SendAsync([.. answer[8..], .. FramePeer.Answer(request, 3, 4)]);
        await second;

        Assert.Equal([3, 4], _words);
        Assert.Equal((1, 1), (client.ConnectionCount, client.DiscardedAnswerCount));
    }

    [Theory]
    [InlineData(2, 0x80, HalFault.ProtocolIdentifierInvalid, 2)]
    [InlineData(4, 0x01, HalFault.LengthFieldInvalid, 2)]
    [InlineData(6, 0x01, HalFault.UnitMismatch, 1)]
    [InlineData(7, 0x01, HalFault.FunctionMismatch, 1)]
    [InlineData(7, 0x80, HalFault.FrameTooLong, 1)]
    [InlineData(8, 0x02, HalFault.ByteCountMismatch, 1)]
    public async Task ReadInputRegisters_DamagedAnswer_FailsAndRecovers(int offset, byte mask, HalFault expected, int connections)
    {
        var client = Client();
        _simulator.Inject(new ModbusServerFault.Corrupt(offset, mask));

        var failure = await Assert.ThrowsAsync<ModbusException>(() => ReadImportAsync(client));

        Assert.Equal(expected, failure.Fault);
        Assert.Equal([0, 0], _words);
        await ReadImportAsync(client);
        Assert.Equal(1000f, Import());
        Assert.Equal(connections, client.ConnectionCount);
    }

    [Theory]
    [InlineData(1)] // another transaction
    [InlineData(5)] // a length field that promises more, or less
    public async Task ReadInputRegisters_AnswerThatNeverFits_EndsAtTheDeadline(int offset)
    {
        var client = Client(readAttempts: 1, timeoutsBeforeReconnect: 1);
        _simulator.Inject(new ModbusServerFault.Corrupt(offset, 0x08));

        var read = ReadImportAsync(client);
        await _simulator.WaitForRequestsAsync(1, CancellationToken.None);
        _clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(HalFault.DeadlineExceeded, (await Assert.ThrowsAsync<ModbusException>(() => read)).Fault);
        await ReadImportAsync(client);
        Assert.Equal(1000f, Import());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task ReadInputRegisters_ConnectionLostAtEveryByte_ReadsAgainOnANewOne(bool mayRepeat)
    {
        const int answerLength = 13;
        for (var length = 0; length < answerLength; length++)
        {
            await using var client = Client(readAttempts: mayRepeat ? 2 : 1);
            _simulator.Inject(new ModbusServerFault.Truncate(length));
            if (mayRepeat)
            {
                await ReadImportAsync(client);
                Assert.Equal(2, client.ConnectionCount);
            }
            else
            {
                var failure = await Assert.ThrowsAsync<ModbusException>(() => ReadImportAsync(client));
                Assert.Equal(HalFault.Disconnected, failure.Fault);
            }
        }
    }

    [Fact]
    public async Task ReadInputRegisters_ServerClosedAnIdleConnection_ReadsOnANewOne()
    {
        await using var peer = new FramePeer();
        var client = Client(endPoint: peer.EndPoint);
        var first = client.ReadInputRegistersAsync(1, 0, _words, CancellationToken.None).AsTask();
        await peer.AcceptAsync();
        await peer.AnswerAsync(await peer.ReadAsync(), 1, 2);
        await first;
        peer.CloseConnection();

        var second = client.ReadInputRegistersAsync(1, 0, _words, CancellationToken.None).AsTask();
        await peer.AcceptAsync();
        await peer.AnswerAsync(await peer.ReadAsync(), 3, 4);
        await second;

        Assert.Equal([3, 4], _words);
    }

    [Fact]
    public async Task ReadInputRegisters_AnswerOctetByOctet_IsPutTogether()
    {
        var client = Client();
        _simulator.Inject(new ModbusServerFault.Dribble());

        await ReadImportAsync(client);

        Assert.Equal(1000f, Import());
    }

    [Fact]
    public async Task ReadInputRegisters_AnswerSentTwice_DiscardsTheSecond()
    {
        var client = Client();
        _simulator.Inject(new ModbusServerFault.Repeat());

        await ReadImportAsync(client);
        await ReadImportAsync(client);

        Assert.Equal(1, client.DiscardedAnswerCount);
    }

    [Theory]
    [MemberData(nameof(ModbusResponseTests.ExceptionCodes), MemberType = typeof(ModbusResponseTests))]
    public async Task ReadInputRegisters_ExceptionAnswer_IsTyped(ModbusExceptionCode code)
    {
        var client = Client();
        _simulator.Inject(new ModbusServerFault.Refuse(code));

        var failure = await Assert.ThrowsAsync<ModbusException>(() => ReadImportAsync(client));

        Assert.Equal(code, failure.ServerException);
        Assert.Equal($"HAL{2020 + (int)code}", failure.Code);
        Assert.Equal(1, _simulator.RequestCount);
        await ReadImportAsync(client);
        Assert.Equal(1, client.ConnectionCount);
    }

    [Theory]
    [InlineData(1, 71, 2, HalFault.IllegalDataAddress)]
    [InlineData(1, 0xFFF0, 2, HalFault.IllegalDataAddress)]
    [InlineData(9, 72, 2, HalFault.GatewayTargetFailedToRespond)]
    public async Task ReadInputRegisters_RegisterOrUnitThatIsNotThere_IsRefusedByTheServer(
        byte unit, int address, int count, HalFault expected)
    {
        var client = Client();

        var failure = await Assert.ThrowsAsync<ModbusException>(
            () => client.ReadInputRegistersAsync(unit, (ushort)address, new ushort[count], CancellationToken.None).AsTask());

        Assert.Equal(expected, failure.Fault);
    }

    [Fact]
    public async Task WriteSingleRegister_ReadOnlyServer_IsRefused()
    {
        var client = Client();

        var failure = await Assert.ThrowsAsync<ModbusException>(
            () => client.WriteSingleRegisterAsync(1, 0, 1, CancellationToken.None).AsTask());

        Assert.Equal((HalFault.IllegalFunction, false), (failure.Fault, failure.IsRetryable));
    }

    [Fact]
    public async Task WriteSingleRegister_ConnectionLost_IsNotSentAgain()
    {
        await using var peer = new FramePeer();
        var client = Client(endPoint: peer.EndPoint);
        var write = client.WriteSingleRegisterAsync(1, 7, 0x1234, CancellationToken.None).AsTask();
        await peer.AcceptAsync();
        Assert.Equal("06" + "0007" + "1234", Convert.ToHexString((await peer.ReadAsync())[7..]));
        peer.CloseConnection();

        Assert.Equal(HalFault.Disconnected, (await Assert.ThrowsAsync<ModbusException>(() => write)).Fault);
        Assert.False(peer.HasPendingConnection);
    }

    [Fact]
    public async Task WriteMultipleRegisters_EchoOfAnotherAddress_IsAMismatch()
    {
        await using var peer = new FramePeer();
        var client = Client(endPoint: peer.EndPoint);
        var write = client.WriteMultipleRegistersAsync(1, 7, new ushort[] { 1, 2 }, CancellationToken.None).AsTask();
        await peer.AcceptAsync();
        var request = await peer.ReadAsync();
        await peer.SendAsync([request[0], request[1], 0, 0, 0, 6, 1, 16, 0, 8, 0, 2]);

        Assert.Equal(HalFault.EchoMismatch, (await Assert.ThrowsAsync<ModbusException>(() => write)).Fault);
    }

    [Fact]
    public async Task ReadInputRegisters_ManyUnitsAtOnce_AreServedInOrderOneAtATime()
    {
        await using var peer = new FramePeer();
        var client = Client(endPoint: peer.EndPoint);
        var images = Enumerable.Range(0, 20).Select(_ => new ushort[1]).ToArray();
        var reads = images.Select((image, i) =>
            client.ReadInputRegistersAsync((byte)(i + 1), (ushort)i, image, CancellationToken.None).AsTask()).ToArray();

        await peer.AcceptAsync();
        for (var i = 0; i < reads.Length; i++)
        {
            var request = await peer.ReadAsync();
            Assert.Equal((i + 1, i, 0), (request[6], request[9], peer.Available));
            await peer.AnswerAsync(request, (ushort)(1000 + i));
        }

        await Task.WhenAll(reads);
        Assert.Equal(Enumerable.Range(1000, 20).Select(v => (ushort)v), images.Select(i => i[0]));
    }

    [Fact]
    public async Task ReadInputRegisters_CancelledInTheQueue_IsNeverSent()
    {
        await using var peer = new FramePeer();
        var client = Client(endPoint: peer.EndPoint);
        using var cancellation = new CancellationTokenSource();
        var first = client.ReadInputRegistersAsync(1, 0, new ushort[1], CancellationToken.None).AsTask();
        var given = client.ReadInputRegistersAsync(1, 1, new ushort[1], cancellation.Token).AsTask();
        var last = client.ReadInputRegistersAsync(1, 2, new ushort[1], CancellationToken.None).AsTask();

        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => given);
        await peer.AcceptAsync();
        await peer.AnswerAsync(await peer.ReadAsync(), 0);
        var next = await peer.ReadAsync();
        await peer.AnswerAsync(next, 0);

        Assert.Equal(2, next[9]);
        await Task.WhenAll(first, last);
    }

    [Fact]
    public async Task ReadInputRegisters_TurnaroundDelay_KeepsTheBusQuietBetweenRequests()
    {
        var client = Client(turnaround: TimeSpan.FromMilliseconds(50));
        await ReadImportAsync(client);

        var second = ReadImportAsync(client);

        Assert.Equal(TimeSpan.FromMilliseconds(50), _clock.UntilNextTimer);
        Assert.Equal(1, _simulator.RequestCount);
        _clock.Advance(TimeSpan.FromMilliseconds(50));
        await second;
        Assert.Equal(2, _simulator.RequestCount);
    }

    [Fact]
    public async Task ReadInputRegisters_NobodyListens_FailsToConnect()
    {
        // Bound but not listening: the port is ours, and connections to it are refused.
        using var silent = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        silent.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        var client = Client(endPoint: silent.LocalEndPoint!);

        var failure = await Assert.ThrowsAsync<ModbusException>(() => ReadImportAsync(client));

        Assert.Equal((HalFault.ConnectFailed, true), (failure.Fault, failure.IsRetryable));
        Assert.IsType<SocketException>(failure.InnerException);
    }

    [Fact]
    public async Task DisposeAsync_RequestsPending_EndsThemAll()
    {
        await using var peer = new FramePeer();
        var client = Client(endPoint: peer.EndPoint);
        var onTheWire = client.ReadInputRegistersAsync(1, 0, new ushort[1], CancellationToken.None).AsTask();
        var inTheQueue = client.ReadInputRegistersAsync(1, 1, new ushort[1], CancellationToken.None).AsTask();
        await peer.AcceptAsync();
        await peer.ReadAsync();

        await client.DisposeAsync();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => onTheWire);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => inTheQueue);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => ReadImportAsync(client));
    }

    [Fact]
    public void Constructor_ImpossibleOptions_Throws()
    {
        var options = new ModbusTcpOptions { EndPoint = _simulator.EndPoint };

        Assert.Throws<ArgumentOutOfRangeException>(() => new ModbusTcpClient(options with { RequestTimeout = TimeSpan.Zero }));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ModbusTcpClient(options with { ReadAttempts = 0 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ModbusTcpClient(options with { TurnaroundDelay = TimeSpan.FromTicks(-1) }));
        Assert.Throws<ArgumentNullException>(() => new ModbusTcpClient(options with { EndPoint = null! }));
    }

    private ModbusTcpClient Client(
        int readAttempts = 2, int timeoutsBeforeReconnect = 3, TimeSpan turnaround = default, EndPoint? endPoint = null) =>
        _client = new(new()
        {
            EndPoint = endPoint ?? _simulator.EndPoint,
            ReadAttempts = readAttempts,
            TimeoutsBeforeReconnect = timeoutsBeforeReconnect,
            TurnaroundDelay = turnaround,
            TimeProvider = _clock,
        });

    private Task ReadImportAsync(ModbusTcpClient client) =>
        client.ReadInputRegistersAsync(1, ImportAddress, _words, CancellationToken.None).AsTask();

    private float Import() => BitConverter.UInt32BitsToSingle((uint)(_words[0] << 16) | _words[1]);
}
