// Package handles is the way to what Node programs reach as socket._handle and server._handle: the connection beneath
// a socket, and the listener beneath a server. Node documents neither, and net2 shows neither; net2/js needs them, for
// programs use them all the same. Everything is on the loop.
package handles

import "net"

// Handle is what is beneath a socket or a server for one of its lives. Two are the same life if they are equal.
type Handle interface {
	// FD is the descriptor, or -1 when there is none (yet).
	FD() int
	// Pipe says whether it is none of TCP: a Unix domain socket, or a pipe.
	Pipe() bool
	// HasRef says whether it keeps the loop alive while it is active.
	HasRef() bool
	// Reading says whether the stream has asked for bytes.
	Reading() bool
	// ReadStart and ReadStop begin and end reading. The stream above is not told.
	ReadStart()
	ReadStop()
	// Deliver gives the stream bytes, or an error (io.EOF at the end), as if they had been read, at once.
	Deliver(b []byte, err error)
	// Written is how many bytes the stream has handed on, those of Queued among them.
	Written() int64
	// Queued is how many bytes of a write the kernel has not taken yet.
	Queued() int
	// Close closes the connection or the listener. The socket learns of it when it writes: EBADF. A server that is closed
	// later emits `close` as usual.
	Close()
	// Closed says whether Close was called.
	Closed() bool
	// Forget takes it away from its owner, as the assignment of null to _handle does: a socket is then as before connect, a
	// server as before listen, and neither emits anything. The connection is returned, unless it is closed; a listener is
	// closed. Nil, too, when a write or a connect is under way; then nothing changes.
	Forget() net.Conn
}

// Of returns what is beneath a *net2.Socket or *net2.Server, or nil. net2 sets it.
var Of func(owner any) Handle
