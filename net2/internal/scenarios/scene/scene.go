// Package scene holds what the Go halves of the network scenarios share: servers and sockets on the scenario's loop and
// on 127.0.0.1, and the listeners that log an event.
package scene

import (
	"bytes"

	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/transcript"
)

// host is where every TCP scenario plays.
const host = "127.0.0.1"

// Serve returns a server on the scenario's loop; onConnection (nil: none) is its connection listener.
func Serve(x *transcript.T, o net2.ServerOptions, onConnection func(server *net2.Server, peer *net2.Socket)) *net2.Server {
	o.Loop = x.Loop
	server := net2.NewServer(o)
	if onConnection != nil {
		server.OnConnection(func(peer *net2.Socket) { onConnection(server, peer) })
	}
	return server
}

// Sink is a connection listener: it takes this one connection only, and drops what it reads.
func Sink(server *net2.Server, peer *net2.Socket) {
	server.Close()
	peer.Resume()
}

// Echo is a connection listener: it takes this one connection only, and sends back what it reads.
func Echo(server *net2.Server, peer *net2.Socket) {
	server.Close()
	peer.Pipe(peer)
}

// Bye is a connection listener: it takes this one connection only, ends it at once, and drops what it reads.
func Bye(server *net2.Server, peer *net2.Socket) {
	server.Close()
	peer.Resume()
	peer.End()
}

// Listen listens on a port that the system chooses.
func Listen(server *net2.Server, onListening ...func()) {
	server.ListenHost(0, host, onListening...)
}

// Port registers the server's port under name, and returns it.
func Port(x *transcript.T, server *net2.Server, name string) int {
	port := server.Address().Port
	x.Port(port, name)
	return port
}

// NewSocket returns a socket on the scenario's loop.
func NewSocket(x *transcript.T) *net2.Socket {
	return net2.NewSocket(net2.SocketOptions{Loop: x.Loop})
}

// Connect connects a new socket to the server.
func Connect(x *transcript.T, server *net2.Server) *net2.Socket {
	return ConnectPort(x, server.Address().Port)
}

// ConnectPort connects a new socket to a port.
func ConnectPort(x *transcript.T, port int) *net2.Socket {
	return ConnectWith(x, net2.ConnectOptions{Port: port})
}

// ConnectWith connects a new socket on the scenario's loop, to this machine unless the options say where.
func ConnectWith(x *transcript.T, o net2.ConnectOptions) *net2.Socket {
	o.Loop = x.Loop
	if o.Host == "" && o.Path == "" {
		o.Host = host
	}
	return net2.ConnectWith(o)
}

// Collect returns the buffer to which every chunk of the socket is added.
func Collect(socket *net2.Socket) *bytes.Buffer {
	var got bytes.Buffer
	socket.OnData(func(chunk []byte) { got.Write(chunk) })
	return &got
}

// Count returns the number of bytes that the socket has emitted as data.
func Count(socket *net2.Socket) *int {
	var n int
	socket.OnData(func(chunk []byte) { n += len(chunk) })
	return &n
}

// Until calls fn at once when ok, else looks again with every turn of the loop.
func Until(x *transcript.T, ok func() bool, fn func()) {
	if ok() {
		fn()
		return
	}
	x.Loop.SetImmediate(func() { Until(x, ok, fn) })
}

// Event returns a listener that logs the name of its event.
func Event(log func(...any), name string) func() {
	return func() { log(name) }
}

// Data returns a listener for data that logs the chunk.
func Data(log func(...any)) func([]byte) {
	return func(chunk []byte) { log("data", chunk) }
}

// Error returns a listener for error.
func Error(log func(...any)) func(error) {
	return func(err error) { log("error", err) }
}

// Close returns a listener for close of a socket.
func Close(log func(...any)) func(bool) {
	return func(hadError bool) { log("close", hadError) }
}

// Done returns a callback that logs what, and the error or null.
func Done(log func(...any), what ...any) func(error) {
	return func(err error) { log(append(what[:len(what):len(what)], err)...) }
}

// Thrown returns what fn throws, or an empty error.
func Thrown(fn func()) (err *net2.Error) {
	defer func() {
		if v := recover(); v != nil {
			err = v.(*net2.Error)
		}
	}()
	fn()
	return &net2.Error{}
}

// Same reports whether a is b: what a method that returns its receiver returns.
func Same(a, b any) bool { return a == b }

// Finish closes what a scenario leaves open on purpose when its loop has ended: where Node's process just ends, a test has
// to clean up. A nil socket was never accepted. No close is logged.
func Finish(x *transcript.T, server *net2.Server, sockets ...*net2.Socket) {
	server.RemoveAllListeners("close")
	server.Close()
	for _, socket := range sockets {
		if socket == nil {
			continue
		}
		socket.RemoveAllListeners("close")
		socket.Destroy()
	}
	x.Loop.Run()
}
