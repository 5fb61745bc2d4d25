package net2

import (
	"slices"
	"time"

	"github.com/nodenet/go/events"
	"github.com/nodenet/go/net2/loop"
	"github.com/nodenet/go/net2/stream"
)

// Socket is Node's net.Socket: a duplex stream over one TCP or Unix domain
// connection. A [Server] hands them out, [Connect] makes and connects one,
// [NewSocket] makes one to be connected later. All methods are for the loop.
//
// What go doc does not show, because it is embedded:
//
//	from [events.Chain], returning the Socket   On, Once, Off, AddListener, RemoveListener, RemoveAllListeners,
//	                                            PrependListener, PrependOnceListener, SetMaxListeners
//	from [events.EventEmitter]                  Emit, ListenerCount, Listeners, RawListeners, EventNames, GetMaxListeners
//	reading, from [stream.Duplex]               Read, Push, PushBytes, Unshift, Pipe, IsPaused, Readable, ReadableFlowing,
//	                                            ReadableLength, ReadableHighWaterMark, ReadableEncoding, ReadableObjectMode,
//	                                            ReadableDidRead, ReadableEnded, ReadableAborted
//	writing, from [stream.Duplex]               WriteBytes, WriteEncoded, WriteValue, Cork, Uncork, Writable, WritableLength,
//	                                            WritableHighWaterMark, WritableObjectMode, WritableCorked, WritableNeedDrain,
//	                                            WritableEnded, WritableFinished, WritableAborted
//	both, from [stream.Duplex]                  Destroyed, Closed, Errored, AllowHalfOpen
//
// Its events:
//
//	event                     listener                                             when
//	lookup                    func(err error, address string, family int, host string)  the host name was resolved, or not
//	connectionAttempt         func(address string, port, family int)              an address is tried
//	connectionAttemptFailed   func(address string, port, family int, err error)   it refused
//	connectionAttemptTimeout  func(address string, port, family int)              it took too long; the next is tried
//	connect                   func()                                              the connection is there
//	ready                     func()                                              right after connect
//	data                      func([]byte), func(string) after SetEncoding        bytes arrived; they are the listener's
//	readable                  func()                                              there is something to Read, or the end
//	pause, resume             func()                                              the flow of data stopped, began
//	end                       func()                                              the peer sent FIN
//	timeout                   func()                                              no traffic for the time of SetTimeout
//	drain                     func()                                              write again: the buffer is empty
//	finish                    func()                                              End was called and all was written
//	pipe, unpipe              func(source stream.ReadableStream)                  source is piped into the socket, no longer is
//	error                     func(error)                                         close follows
//	close                     func(hadError bool)                                 all is over; always last
//
// Each event has a typed door: [Socket.OnData], [Socket.OnClose], …
//
// Without a listener for `error` an error is a panic on the loop, Node's
// uncaught exception.
type Socket struct {
	events.Chain[*Socket]
	stream.Duplex

	// What a write looks at comes first, for it ends with the stream's own.
	handle   *handle // nil before connect and after destroy
	seldom   *seldom // nil until something of it is set
	bytesOut int64   // given to the handle

	connecting            bool
	resetting             bool
	endKnown, endHalfOpen bool // AllowHalfOpen as it was at `end`, once it has changed
	reading               bool // the stream has asked for bytes and has not had enough
	nagle                 bool // SetNoDelay(false)
	keepAlive             bool
	typeOfService         uint8

	server    *Server // of an accepted socket
	place     place   // among the connections of server
	bytesRead int64
}

// seldom is what most sockets do without.
type seldom struct {
	idle     *loop.Timer // of SetTimeout
	readInto *OnRead     // nil: bytes go to the stream
	extended bool        // the program has wrapped the stream's hooks

	keepAliveDelay time.Duration
	blockList      *BlockList

	early     int // bytes of a write that waits for the connection
	timeout   time.Duration
	lastQueue int64 // what a stalled write had to write when the timer last looked

	out         *outgoing // nil when the peer connected
	attempts    *attempts
	attempted   []string     // by attempts, of the last connect that had several addresses
	peer, local *AddressInfo // as last asked for
}

// rare is for reading, own for writing.
func (s *Socket) rare() seldom {
	if s.seldom == nil {
		return seldom{}
	}
	return *s.seldom
}

func (s *Socket) own() *seldom {
	if s.seldom == nil {
		s.seldom = &seldom{}
	}
	return s.seldom
}

// readInto is where bytes are read to, or nil: to the stream.
func (s *Socket) readInto() *OnRead {
	if s.seldom == nil {
		return nil
	}
	return s.seldom.readInto
}

var socketEvents = events.Declare(map[string]any{
	"lookup":                   func(error, string, int, string) {},
	"connectionAttempt":        func(string, int, int) {},
	"connectionAttemptFailed":  func(string, int, int, error) {},
	"connectionAttemptTimeout": func(string, int, int) {},
	"connect":                  func() {},
	"ready":                    func() {},
	"timeout":                  func() {},
	"close":                    func(bool) {},
}, stream.Signatures())

// NewSocket returns a socket that is not connected, or that takes over
// options.Conn. It mirrors new net.Socket(options).
func NewSocket(options SocketOptions) *Socket {
	return newSocket(options)
}

func newSocket(options SocketOptions) *Socket {
	s := &Socket{
		keepAlive:     options.KeepAlive,
		typeOfService: validTypeOfService("options.typeOfService", options.TypeOfService),
	}
	if options.BlockList != nil || options.KeepAliveInitialDelay != 0 {
		s.seldom = &seldom{blockList: options.BlockList, keepAliveDelay: options.KeepAliveInitialDelay}
	}
	if options.Conn == nil && options.File != nil {
		options.Conn = connOf(options.File)
	}
	if options.OnRead.Callback != nil {
		onRead := options.OnRead // a copy: the options shall not escape
		s.own().readInto = &onRead
	}
	s.initStream(options)
	s.InitChain(s)
	if options.Conn != nil {
		s.handle = newHandle(s.Loop(), s)
		s.handle.open(options.Conn)
		s.nextBuffer()
		if s.typeOfService > 0 {
			_ = setTypeOfService(options.Conn, int(s.typeOfService))
		}
		if options.PauseOnCreate {
			stream.HoldFlow(s)
		} else {
			s.Duplex.Read(0)
		}
	}
	return s
}

var socketHooks = stream.DuplexOptions{
	Class:         "Socket",
	Signatures:    socketEvents,
	Read:          func(d *stream.Duplex, _ int) { owner(d).readMore() },
	TakeBytes:     func(d *stream.Duplex, b []byte) bool { return owner(d).takeChunk(b) },
	WriteBytes:    func(d *stream.Duplex, b []byte, cb func(error)) { owner(d).writeChunk(b, cb) },
	Writev:        func(d *stream.Duplex, chunks []stream.Chunk, cb func(error)) { owner(d).writeChunks(chunks, cb) },
	Final:         func(d *stream.Duplex, cb func(error)) { owner(d).finish(cb) },
	Destroy:       func(d *stream.Duplex, err error, cb func(error)) { owner(d).teardown(err, cb) },
	WriteAfterEnd: func(d *stream.Duplex, cb func(error)) bool { return owner(d).writeAfterFIN(cb) },
}

var socketPrototype = stream.NewPrototype(socketHooks)

func (s *Socket) initStream(options SocketOptions) {
	o := stream.DuplexOptions{Prototype: socketPrototype}
	if options.Extend != nil {
		s.own().extended = true
		o = socketHooks
		o.TakeBytes = nil // what it takes, theirs would not see
	}
	o.Loop, o.Owner = orDefault(options.Loop), s
	o.CaptureRejections, o.Context = options.CaptureRejections, options.Context
	o.HighWaterMark, o.NoAllowHalfOpen = options.HighWaterMark, !options.AllowHalfOpen
	o.NoEmitClose = true // the closing phase does
	o.CountUnits = true
	o.ReadOnlyChunks = options.Extend == nil // for who knows what theirs do
	if options.Extend != nil {
		o = extended(o, options.Extend)
	}
	s.Duplex.Init(o)
}

// extended is hooks after a program had them. Only here do they escape.
func extended(hooks stream.DuplexOptions, by func(*stream.DuplexOptions)) stream.DuplexOptions {
	by(&hooks)
	return hooks
}

func owner(d *stream.Duplex) *Socket { return d.Owner().(*Socket) }

// Loop returns the loop that runs the socket's callbacks. Any goroutine.
func (s *Socket) Loop() *loop.Loop { return s.Duplex.Loop() }

// Server returns the server that accepted the socket, or nil: socket.server.
func (s *Socket) Server() *Server { return s.server }

// Connecting says whether Connect was called and neither `connect` nor
// `close` has come: socket.connecting.
func (s *Socket) Connecting() bool { return s.connecting }

// Pending says whether the socket has no established connection: socket.pending.
func (s *Socket) Pending() bool { return s.handle == nil || s.connecting }

// ReadyState is "opening", "open", "readOnly", "writeOnly" or "closed": socket.readyState.
func (s *Socket) ReadyState() string {
	switch readable, writable := s.Readable(), s.Writable(); {
	case s.connecting:
		return "opening"
	case readable && writable:
		return "open"
	case readable:
		return "readOnly"
	case writable:
		return "writeOnly"
	}
	return "closed"
}

// BufferSize is the deprecated socket.bufferSize. Prefer WritableLength, which
// it is: what waits to be written, a []byte counted in bytes, a string in
// UTF-16 units whatever its encoding.
func (s *Socket) BufferSize() int { return s.WritableLength() }

// AutoSelectFamilyAttemptedAddresses lists the addresses, each with its port,
// that the last connect to a host of several addresses has tried, or is nil:
// socket.autoSelectFamilyAttemptedAddresses.
func (s *Socket) AutoSelectFamilyAttemptedAddresses() []string {
	return slices.Clone(s.rare().attempted)
}

// BytesRead is how many bytes have arrived: socket.bytesRead. It stays after close.
func (s *Socket) BytesRead() int64 {
	return s.bytesRead
}

// BytesWritten is how many bytes were written, those still queued included:
// socket.bytesWritten. It stays after close.
func (s *Socket) BytesWritten() int64 {
	if s.handle == nil {
		return s.bytesOut
	}
	return s.bytesOut + int64(s.rare().early+stream.BufferedBytes(s))
}

// Address returns the local address of the connection: socket.address(). It
// is the zero AddressInfo when there is none.
func (s *Socket) Address() AddressInfo { return s.localInfo() }

// LocalAddress is the local IP, or "": socket.localAddress.
func (s *Socket) LocalAddress() string { return s.localInfo().Address }

// LocalPort is the local port, or 0: socket.localPort.
func (s *Socket) LocalPort() int { return s.localInfo().Port }

// LocalFamily is "IPv4", "IPv6" or "": socket.localFamily.
func (s *Socket) LocalFamily() string { return s.localInfo().Family }

// RemoteAddress is the peer's IP, or "": socket.remoteAddress. After close it
// is known only if it was asked for before.
func (s *Socket) RemoteAddress() string { return s.remoteInfo().Address }

// RemotePort is the peer's port, or 0: socket.remotePort.
func (s *Socket) RemotePort() int { return s.remoteInfo().Port }

// RemoteFamily is "IPv4", "IPv6" or "": socket.remoteFamily.
func (s *Socket) RemoteFamily() string { return s.remoteInfo().Family }

func (s *Socket) localInfo() AddressInfo {
	if known := s.rare().local; known != nil {
		return *known
	}
	if s.handle == nil || s.handle.conn == nil {
		return AddressInfo{}
	}
	a := addressOf(s.handle.conn.LocalAddr())
	s.own().local = &a
	return a
}

func (s *Socket) remoteInfo() AddressInfo {
	if known := s.rare().peer; known != nil {
		return *known
	}
	if s.handle == nil || s.handle.conn == nil || s.connecting {
		return AddressInfo{}
	}
	a := addressOf(s.handle.conn.RemoteAddr())
	s.own().peer = &a
	return a
}

func (s *Socket) forgetLocal() {
	if s.seldom != nil {
		s.seldom.local = nil
	}
}

func (s *Socket) forgetRemote() {
	if s.seldom != nil {
		s.seldom.peer = nil
	}
}
