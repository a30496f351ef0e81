using System.Net;

namespace PairSettle.Tool.Capture.Network;

/// <summary>An address and a port.</summary>
internal readonly record struct Endpoint(IPAddress Address, ushort Port)
{
    public override string ToString() => new IPEndPoint(Address, Port).ToString();
}
