package net2

import (
	"net"
	"time"

	"github.com/nodenet/go/events"
	"github.com/nodenet/go/net2/loop"
)

// emitter keeps EventEmitter one level deeper than events.Chain, whose
// methods of the same names return the server.
type emitter struct{ events.EventEmitter }

// Server is Node's net.Server: it listens on TCP or on a Unix domain socket
// and emits a `connection` for every [Socket] that it accepts. Make one with
// [CreateServer] or [NewServer]. All methods are for the loop.
//
// What go doc does not show, because it is embedded:
//
//	from [events.Chain], returning the Server   On, Once, Off, AddListener, RemoveListener, RemoveAllListeners,
//	                                            PrependListener, PrependOnceListener, SetMaxListeners
//	from [events.EventEmitter]                  Emit, ListenerCount, Listeners, RawListeners, EventNames, GetMaxListeners
//
// Its events, each of which has a typed door such as [Server.OnConnection]:
//
//	event       listener                 when
//	listening   func()                   Listen has bound the address
//	connection  func(*Socket)            a connection was accepted
//	drop        func(DropArgument)       MaxConnections was reached: the connection was closed
//	error       func(error)              Listen or accept failed; `close` does not follow by itself
//	close       func()                   Close was called and every connection has ended
type Server struct {
	events.Chain[*Server]
	emitter

	loop           *loop.Loop
	options        ServerOptions
	maxConnections int

	listener    net.Listener  // nil while not listening
	closed      chan struct{} // tells the accept goroutine that listener is closed
	path        string        // of the last ListenPath
	live        loop.Handle
	listenings  int // tells a late look-up that another listen or close came between
	unref       bool
	dropMax     bool
	deaf        bool // listener was closed beneath the server
	connections connections
}

var serverEvents = events.Declare(map[string]any{
	"listening":  func() {},
	"connection": func(*Socket) {},
	"drop":       func(DropArgument) {},
	"error":      func(error) {},
	"close":      func() {},
})

// CreateServer returns a server whose `connection` listener is onConnection
// (nil: none). It mirrors net.createServer(connectionListener).
func CreateServer(onConnection func(*Socket)) *Server {
	return NewServer(ServerOptions{}, onConnection)
}

// NewServer returns a server with options; each non-nil onConnection listens
// for `connection`. It mirrors net.createServer(options, connectionListener)
// and new net.Server.
func NewServer(options ServerOptions, onConnection ...func(*Socket)) *Server {
	s := &Server{loop: orDefault(options.Loop), options: options, maxConnections: options.MaxConnections}
	s.EventEmitter.Init(&events.Options{
		Class:             "Server",
		Signatures:        serverEvents,
		CaptureRejections: options.CaptureRejections,
		OnRejection:       rejected,
		Loop:              s.loop,
	}, s)
	s.InitChain(s)
	s.live.Init(s.loop)
	for _, listener := range onConnection {
		if listener != nil {
			s.OnConnection(listener)
		}
	}
	return s
}

// rejected is told of the error that a listener returned: that of a
// `connection` listener is its socket's.
func rejected(server any, err error, event string, args ...any) {
	if event == "connection" {
		args[0].(*Socket).Destroy(err)
		return
	}
	server.(*Server).Emit("error", err)
}

// Loop returns the loop that runs the server's callbacks. Any goroutine.
func (s *Server) Loop() *loop.Loop { return s.loop }

// Listening says whether the server is bound: Node's server.listening.
func (s *Server) Listening() bool { return s.listener != nil }

// Address returns where the server listens, right after Listen with port 0
// too, or nil when it does not. It mirrors server.address(); the path of a
// Unix domain socket is in Address, and stays after Close.
func (s *Server) Address() *AddressInfo {
	switch {
	case s.path != "":
		return &AddressInfo{Address: s.path}
	case s.listener == nil:
		return nil
	}
	a := addressOf(s.listener.Addr())
	return &a
}

// MaxConnections returns the limit that [Server.SetMaxConnections] set, or 0.
func (s *Server) MaxConnections() int { return s.maxConnections }

// SetMaxConnections closes, from now on, every connection that would be more
// than n, and emits `drop` for it. 0 lifts the limit. It mirrors the
// assignment to server.maxConnections.
func (s *Server) SetMaxConnections(n int) *Server {
	s.loop.Check("Server.SetMaxConnections")
	s.maxConnections = n
	return s
}

// DropMaxConnection returns what [Server.SetDropMaxConnection] set.
func (s *Server) DropMaxConnection() bool { return s.dropMax }

// SetDropMaxConnection is there for parity: it counts in a cluster only, and
// there is none here. A server always closes connections beyond its maximum.
// It mirrors the assignment to server.dropMaxConnection, newer than Node v20.
func (s *Server) SetDropMaxConnection(on bool) *Server {
	s.loop.Check("Server.SetDropMaxConnection")
	s.dropMax = on
	return s
}

// GetConnections calls cb on the next tick with the number of connections
// that were accepted and are not yet closed. err is always nil: it is there
// because Node's callback has it.
func (s *Server) GetConnections(cb func(err error, count int)) *Server {
	s.loop.Check("Server.GetConnections")
	count := s.connections.count
	s.loop.NextTick(func() { cb(nil, count) })
	return s
}

// Close stops accepting. `close` is emitted when the last connection has
// ended. Each cb is called then; its error is nil, or code
// ERR_SERVER_NOT_RUNNING when the server was not listening. It mirrors server.close().
func (s *Server) Close(cb ...func(error)) *Server {
	s.loop.Check("Server.Close")
	s.listenings++
	var err error
	if s.listener == nil {
		err = ErrServerNotRunning
	}
	for _, f := range cb {
		if f != nil {
			s.Once("close", func() { f(err) })
		}
	}
	if s.listener != nil {
		s.stopListening()
	}
	s.emitCloseIfDrained()
	return s
}

func (s *Server) emitCloseIfDrained() {
	if s.listener == nil && s.connections.count == 0 {
		s.loop.NextTick(func() { s.Emit("close") })
	}
}

// Ref undoes [Server.Unref].
func (s *Server) Ref() *Server {
	s.loop.Check("Server.Ref")
	s.unref = false
	s.live.Ref()
	return s
}

// Unref lets the loop end although the server listens.
func (s *Server) Unref() *Server {
	s.loop.Check("Server.Unref")
	s.unref = true
	s.live.Unref()
	return s
}

// OnListening adds a listener for `listening`.
func (s *Server) OnListening(listener func()) *Server { return s.On("listening", listener) }

// OnConnection adds a listener for `connection`.
func (s *Server) OnConnection(listener func(*Socket)) *Server { return s.On("connection", listener) }

// OnDrop adds a listener for `drop`.
func (s *Server) OnDrop(listener func(DropArgument)) *Server { return s.On("drop", listener) }

// OnError adds a listener for `error`. Without one an error is a panic on the loop.
func (s *Server) OnError(listener func(error)) *Server { return s.On("error", listener) }

// OnClose adds a listener for `close`.
func (s *Server) OnClose(listener func()) *Server { return s.On("close", listener) }

// DropArgument tells which connection `drop` closed. The fields are "" and 0
// for a Unix domain socket.
type DropArgument struct {
	LocalAddress  string
	LocalPort     int
	LocalFamily   string
	RemoteAddress string
	RemotePort    int
	RemoteFamily  string
}

// wholeSeconds is how Node hands a keep-alive delay to the system.
func wholeSeconds(d time.Duration) int { return int(d / time.Second) }
