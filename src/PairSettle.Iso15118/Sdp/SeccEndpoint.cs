using System.Net;

namespace PairSettle.Iso15118.Sdp;

/// <summary>Where to open the V2G connection, and how.</summary>
/// <param name="EndPoint">Address and TCP port; a link-local address carries the scope of its interface.</param>
/// <param name="Security">TLS or none.</param>
public sealed record SeccEndpoint(IPEndPoint EndPoint, SdpSecurity Security);
