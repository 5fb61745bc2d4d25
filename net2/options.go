package net2

import (
	"context"
	"net"
	"os"
	"time"

	"github.com/nodenet/go/net2/loop"
	"github.com/nodenet/go/net2/stream"
)

// ServerOptions are the options of Node's net.createServer. The zero value
// means Node's defaults.
type ServerOptions struct {
	// Loop runs every callback of the server and its sockets. Nil: [loop.Default].
	Loop *loop.Loop
	// AllowHalfOpen keeps the writable side of a socket open when its peer has
	// ended; the program then calls [Socket.End] itself.
	AllowHalfOpen bool
	// PauseOnConnect hands out sockets that read nothing until [Socket.Resume].
	PauseOnConnect bool
	// NoDelay is accepted for parity: TCP_NODELAY is always on at first.
	NoDelay bool
	// KeepAlive turns TCP keep-alive on for accepted sockets.
	KeepAlive bool
	// KeepAliveInitialDelay is the idle time before the first probe, in whole
	// seconds. 0 leaves the system's own.
	KeepAliveInitialDelay time.Duration
	// HighWaterMark of accepted sockets, both ways, in bytes. 0: 16 KiB.
	HighWaterMark int
	// MaxConnections is the first value of [Server.MaxConnections]. 0: no limit.
	MaxConnections int
	// BlockList closes the connections of the clients that it names at once,
	// without an event. Newer than Node v20.
	BlockList *BlockList
	// CaptureRejections makes an error that a listener returns an `error` event:
	// of the socket if it is a `connection` listener, else of the server.
	CaptureRejections bool
}

// ListenOptions are the options of Node's server.listen.
type ListenOptions struct {
	// Port to listen on; 0 lets the system choose one.
	Port int
	// Host is an address or a name; "" is every address, IPv6 and IPv4.
	Host string
	// Path of a Unix domain socket, instead of Port and Host; Port counts if
	// both are set. A path that begins with a zero byte is abstract, on Linux.
	Path string
	// File is a socket that is bound already, instead of an address: Node's fd.
	// The server closes it.
	File *os.File
	// Listener accepts the connections, instead of an address: Node's handle.
	// The server closes it.
	Listener net.Listener
	// Backlog is how many connections may wait in the kernel to be accepted.
	// 0: as many as the system allows (Node: 511). A Listener that is no
	// socket ignores it.
	Backlog int
	// Exclusive is accepted for parity: no cluster shares the port.
	Exclusive bool
	// IPv6Only refuses IPv4 on an IPv6 address.
	IPv6Only bool
	// ReusePort lets several servers, also of several processes, listen on one
	// port; the kernel spreads the connections. Where the system cannot (macOS,
	// Windows) Listen fails with ENOTSUP. Newer than Node v20.
	ReusePort bool
	// ReadableAll and WritableAll make the file of Path readable and writable
	// for all users.
	ReadableAll, WritableAll bool
	// Context closes the server when it is done: Node's signal.
	Context context.Context
}

// SocketOptions are the options of Node's new net.Socket.
type SocketOptions struct {
	// Loop runs every callback of the socket. Nil: [loop.Default].
	Loop *loop.Loop
	// Conn is an established connection to take over: Node's handle. The
	// socket owns it from then on. Any net.Conn will do, also net.Pipe's; one
	// without a CloseWrite method cannot tell its peer of [Socket.End].
	Conn net.Conn
	// File is a connected socket to take over, when Conn is nil: Node's fd. The
	// socket owns it. NewSocket panics with ERR_INVALID_FD_TYPE for other files.
	File *os.File
	// AllowHalfOpen keeps the writable side open when the peer has ended.
	AllowHalfOpen bool
	// PauseOnCreate starts with reading stopped. It matters with Conn only.
	PauseOnCreate bool
	// BlockList forbids the destinations that it names: error ERR_IP_BLOCKED.
	// Newer than Node v20.
	BlockList *BlockList
	// TypeOfService is the first value of [Socket.TypeOfService].
	TypeOfService int
	// NoDelay is accepted for parity: TCP_NODELAY is always on at first.
	NoDelay bool
	// KeepAlive turns TCP keep-alive on when connected.
	KeepAlive bool
	// KeepAliveInitialDelay is the idle time before the first probe, in whole seconds.
	KeepAliveInitialDelay time.Duration
	// HighWaterMark of both sides, in bytes. 0: 16 KiB.
	HighWaterMark int
	// OnRead, when its Callback is set, takes incoming bytes instead of `data` events.
	OnRead OnRead
	// Context destroys the socket when it is done: Node's signal.
	Context context.Context
	// CaptureRejections makes an error that a listener returns an `error` event.
	CaptureRejections bool
	// Extend, when set, may wrap the hooks of the stream before the socket is
	// made: what a class that extends net.Socket does in Node by overriding
	// _read, _write, _writev, _final or _destroy. The wrapped ones go on
	// working as `super` does. Hooks that keep no chunk may say so with
	// ReadOnlyChunks, which saves copies.
	Extend func(hooks *stream.DuplexOptions)
}

// OnRead is Node's onread option: incoming bytes go to one buffer that is used
// again and again, and the socket emits no `data`.
type OnRead struct {
	// Buffer takes the bytes of each read. When it is empty and NewBuffer is
	// nil, the first read fails with ENOBUFS.
	Buffer []byte
	// NewBuffer, if not nil, is called for a buffer when the socket connects and
	// after each read: Node's onread.buffer as a function. An empty one is ignored.
	NewBuffer func() []byte
	// Callback gets how many bytes came and the buffer that holds them. The
	// bytes are the caller's until Callback returns. False pauses the socket.
	Callback func(n int, buffer []byte) bool
}

// ConnectOptions are the options of Node's net.connect and socket.connect.
type ConnectOptions struct {
	// SocketOptions make the socket; [Socket.ConnectWith] takes none of them.
	SocketOptions

	// Port and Host of the peer. Host "" is localhost.
	Port int
	Host string
	// PortZero says that Port 0 is meant, where it would be a missing one. Nobody
	// listens there, but Host is looked up first.
	PortZero bool
	// Path of a Unix domain socket, instead of Port and Host.
	Path string
	// LocalAddress and LocalPort to connect from.
	LocalAddress string
	LocalPort    int
	// Family limits the look-up of Host to 4 or 6. 0: both. The system's
	// resolver panics with ERR_INVALID_ARG_VALUE for any other.
	Family int
	// Hints for the look-up. 0: [HintAddrConfig] when Family is 0.
	Hints Hints
	// Lookup resolves Host. Nil: the system's resolver.
	Lookup Lookup
	// AutoSelectFamily and NoAutoSelectFamily: try all addresses that Host has,
	// or only the first. Neither: [GetDefaultAutoSelectFamily].
	AutoSelectFamily, NoAutoSelectFamily bool
	// AutoSelectFamilyAttemptTimeout is how long one of several addresses may
	// take before the next is tried; at least 10 ms. 0:
	// [GetDefaultAutoSelectFamilyAttemptTimeout].
	AutoSelectFamilyAttemptTimeout time.Duration
	// Dial opens the connection in the place of the system: through a proxy, or
	// to a listener in memory. It is called on a goroutine of its own, once for
	// each address that is tried, with "tcp4", "tcp6" or "unix" and the address,
	// and should return when ctx is done. LocalAddress and LocalPort are its own
	// affair. Nil: the system. Node has no such option.
	Dial func(ctx context.Context, network, address string) (net.Conn, error)
	// Timeout is passed to [Socket.SetTimeout] before connecting.
	Timeout time.Duration
}

// Lookup resolves a host name, as a custom lookup option does in Node. It is
// called on the loop and may call cb at once, later on the loop, or never.
type Lookup func(host string, options LookupOptions, cb func(err error, addresses []LookupAddress))

// LookupOptions say what a [Lookup] should look for.
type LookupOptions struct {
	Family int   // 4, 6, or 0 for both
	Hints  Hints // as in [ConnectOptions]
	All    bool  // more than the first address is wanted
}

// Hints are flags of a look-up, with the values that Node's dns has on Linux.
type Hints int

const (
	// HintV4Mapped turns IPv4 addresses into IPv6 ones (::ffff:1.2.3.4) when
	// Family is 6 and the host has no others: dns.V4MAPPED.
	HintV4Mapped Hints = 8
	// HintAll, with HintV4Mapped, adds the mapped ones to the others: dns.ALL.
	HintAll Hints = 16
	// HintAddrConfig asks only for families that this machine has an address
	// of: dns.ADDRCONFIG. Go's resolver decides that by itself.
	HintAddrConfig Hints = 32
)

// LookupAddress is one address of a host.
type LookupAddress struct {
	Address string
	Family  int // 4 or 6
}

func orDefault(l *loop.Loop) *loop.Loop {
	if l == nil {
		return loop.Default()
	}
	return l
}
