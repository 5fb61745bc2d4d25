package net2

import (
	"context"
	"net"
	"os"
	"strconv"
	"sync/atomic"
	"syscall"
	"time"

	"github.com/nodenet/go/net2/stream"
)

// Connect returns a new socket that connects to port of host ("" is
// localhost); each cb listens once for `connect`. It mirrors
// net.connect(port, host, cb). A refusal is an `error` event with code
// ECONNREFUSED, then `close`. It panics with ERR_SOCKET_BAD_PORT outside of 0 to 65535.
func Connect(port int, host string, cb ...func()) *Socket {
	return NewSocket(SocketOptions{}).Connect(port, host, cb...)
}

// ConnectPath returns a new socket that connects to a Unix domain socket. It
// mirrors net.connect(path, cb).
func ConnectPath(path string, cb ...func()) *Socket {
	return NewSocket(SocketOptions{}).ConnectPath(path, cb...)
}

// ConnectWith returns a new socket made and connected with options. It
// mirrors net.connect(options, cb).
func ConnectWith(options ConnectOptions, cb ...func()) *Socket {
	s := NewSocket(options.SocketOptions)
	if options.Timeout > 0 {
		s.SetTimeout(options.Timeout)
	}
	return s.ConnectWith(options, cb...)
}

// CreateConnection is [Connect]: net.createConnection(port, host, cb).
func CreateConnection(port int, host string, cb ...func()) *Socket { return Connect(port, host, cb...) }

// CreateConnectionPath is [ConnectPath]: net.createConnection(path, cb).
func CreateConnectionPath(path string, cb ...func()) *Socket { return ConnectPath(path, cb...) }

// CreateConnectionWith is [ConnectWith]: net.createConnection(options, cb).
func CreateConnectionWith(options ConnectOptions, cb ...func()) *Socket {
	return ConnectWith(options, cb...)
}

// Connect connects the socket, also again after `close`. See the function [Connect].
func (s *Socket) Connect(port int, host string, cb ...func()) *Socket {
	return s.connect(ConnectOptions{Port: port, Host: host}, cb)
}

// ConnectPath connects the socket to a Unix domain socket.
func (s *Socket) ConnectPath(path string, cb ...func()) *Socket {
	return s.connect(ConnectOptions{Path: path}, cb)
}

// ConnectWith connects the socket with options; those of the embedded
// SocketOptions are for [ConnectWith] the function and are ignored here. It
// panics with ERR_MISSING_ARGS when options have neither Port nor Path, and
// with ERR_INVALID_IP_ADDRESS when LocalAddress is no IP. It mirrors
// socket.connect(options, cb).
func (s *Socket) ConnectWith(options ConnectOptions, cb ...func()) *Socket {
	if options.Port == 0 && !options.PortZero && options.Path == "" {
		throwMissingConnectTarget()
	}
	return s.connect(options, cb)
}

func (s *Socket) connect(options ConnectOptions, cb []func()) *Socket {
	s.Loop().Check("Socket.Connect")
	if options.LocalAddress != "" && IsIP(options.LocalAddress) == 0 {
		throwInvalidIP(options.LocalAddress)
	}
	validatePort("Port", options.Port)
	wait := options.attemptTimeout()
	for _, f := range cb {
		if f != nil {
			s.Once("connect", f)
		}
	}
	if s.Destroyed() {
		s.handle = nil
		s.forgetLocal()
		s.forgetRemote()
	}
	if s.handle == nil {
		s.handle = newHandle(s.Loop(), s)
		s.own().out = nil
		stream.Undestroy(s)
		s.reading, s.bytesRead, s.bytesOut, s.endKnown = false, 0, 0, false
		s.noneEarly()
		s.nextBuffer()
	}
	s.touch()
	s.connecting = true

	if options.Path != "" {
		s.handle.outgoing().path = true
		s.attempt(dialTarget{network: "unix", address: options.Path, by: options.Dial})
		return s
	}
	if options.Host == "" {
		options.Host = "localhost"
	}
	if family := IsIP(options.Host); family != 0 {
		h := s.handle
		s.Loop().NextTick(func() {
			if s.connecting && s.handle == h {
				s.attempt(newTarget(options, LookupAddress{options.Host, family}))
			}
		})
		return s
	}
	s.lookup(options, wait)
	return s
}

// lookup resolves the host, emits `lookup` and goes on to connect.
func (s *Socket) lookup(options ConnectOptions, wait time.Duration) {
	find := options.Lookup
	if find == nil {
		find = systemLookup(s.Loop())
	}
	several := options.triesAll()
	h := s.handle
	find(options.Host, options.lookupOptions(several), func(err error, found []LookupAddress) {
		if gone := s.handle != h || !s.connecting; gone && (several || s.handle != nil) {
			return // destroyed meanwhile, or connecting anew
		}
		if err == nil && len(found) == 0 {
			err = lookupError(nil, options.Host)
		}
		if err != nil {
			s.Emit("lookup", err, "", 0, options.Host)
			s.failLater(err)
			return
		}
		if !several {
			found = found[:1]
		}
		for _, a := range found {
			s.Emit("lookup", nil, a.Address, a.Family, options.Host)
			if !s.connecting || s.handle != h {
				return
			}
		}
		s.connectTo(options, found, wait)
	})
}

func (s *Socket) connectTo(options ConnectOptions, found []LookupAddress, wait time.Duration) {
	order := interleave(found)
	s.touch()
	switch len(order) {
	case 0:
		s.failLater(invalidAddress(found[0], options))
	case 1:
		s.attempt(newTarget(options, order[0]))
	default:
		if !s.occupied(newTarget(options, order[0])) {
			a := newAttempts(s, options, order, wait)
			s.own().attempts = a
			a.next()
		}
	}
}

// failLater destroys on the next tick: Connect's caller may have had no
// chance yet to add its listeners.
func (s *Socket) failLater(err error) {
	s.Loop().NextTick(func() { s.Destroy(err) })
}

func invalidAddress(a LookupAddress, options ConnectOptions) *Error {
	if IsIP(a.Address) == 0 {
		return &Error{Name: "TypeError", Code: "ERR_INVALID_IP_ADDRESS", Message: "Invalid IP address: " + a.Address}
	}
	return &Error{Name: "RangeError", Code: "ERR_INVALID_ADDRESS_FAMILY",
		Address: options.Host, Port: options.Port, // Node: host and port
		Message: "Invalid address family: " + strconv.Itoa(a.Family) + " " + options.Host + ":" + strconv.Itoa(options.Port)}
}

// connected is the end of a successful connect.
func (s *Socket) connected(conn net.Conn) {
	h := s.handle
	s.connecting = false
	if s.seldom != nil {
		s.seldom.attempts = nil
	}
	s.forgetLocal()
	h.open(conn)
	s.touch()
	if s.nagle {
		h.setNoDelay(false)
	}
	if s.keepAlive {
		h.setKeepAlive(true, wholeSeconds(s.rare().keepAliveDelay))
	}
	if s.typeOfService > 0 {
		_ = setTypeOfService(conn, int(s.typeOfService))
	}
	s.announce()
}

// announce tells of a connection and begins to read.
func (s *Socket) announce() {
	h := s.handle
	s.Emit("connect")
	s.Emit("ready")
	if s.handle == h && !s.IsPaused() {
		s.Duplex.Read(0)
	}
}

// dialTarget is one address to try.
type dialTarget struct {
	network, address string // "tcp4", "127.0.0.1"
	port, family     int
	local            string // address to connect from
	localPort        int
	by               func(ctx context.Context, network, address string) (net.Conn, error) // nil: the system
}

func newTarget(options ConnectOptions, a LookupAddress) dialTarget {
	t := dialTarget{network: "tcp4", address: a.Address, port: options.Port, family: a.Family,
		local: options.LocalAddress, localPort: options.LocalPort, by: options.Dial}
	any4or6 := "0.0.0.0"
	if a.Family == 6 {
		t.network, any4or6 = "tcp6", "::"
	}
	if t.local == "" && t.localPort != 0 {
		t.local = any4or6
	}
	return t
}

// dial connects on a goroutine and calls done on the loop, also when ctx ends it.
func (h *handle) dial(ctx context.Context, t dialTarget, done func(net.Conn, error)) {
	h.loop.BeginRequest()
	meeting := meetings.expect(h.loop, t.meetsAt())
	out := h.outgoing()
	go func() {
		conn, err := t.dial(ctx, &out.raw)
		meetings.wait(meeting, conn)
		h.loop.Post(func() {
			h.loop.EndRequest()
			done(conn, err)
		})
	}()
}

// binds says whether the local end was asked for.
func (t dialTarget) binds() bool { return t.local != "" || t.localPort != 0 }

func (t dialTarget) meetsAt() any {
	if t.by != nil {
		return nil // who knows whom
	}
	if t.network == "unix" {
		return t.address
	}
	return t.port
}

// dial blocks.
func (t dialTarget) dial(ctx context.Context, dialed *atomic.Pointer[syscall.RawConn]) (net.Conn, error) {
	if t.by != nil {
		return t.dialBy(ctx)
	}
	dialer := net.Dialer{KeepAlive: -1, Control: func(_, _ string, c syscall.RawConn) error {
		dialed.Store(&c)
		return nil
	}}
	if t.network == "unix" {
		path, err := unixPath(t.address)
		if err != nil {
			return nil, err
		}
		return dialer.DialContext(ctx, t.network, path)
	}
	if t.localPort < 0 || t.localPort > 65535 { // the kernel would cut it short
		return nil, os.NewSyscallError("bind", errnoInUse)
	}
	if t.binds() {
		dialer.LocalAddr = &net.TCPAddr{IP: net.ParseIP(t.local), Port: t.localPort}
	}
	return dialer.DialContext(ctx, t.network, net.JoinHostPort(t.address, strconv.Itoa(t.port)))
}

func (t dialTarget) dialBy(ctx context.Context) (net.Conn, error) {
	address := t.address
	if t.network != "unix" {
		address = net.JoinHostPort(t.address, strconv.Itoa(t.port))
	}
	return t.by(ctx, t.network, address)
}

// failure is the error that a refused attempt gives.
func (t dialTarget) failure(err error) *Error {
	if t.bindFailed(err) {
		return connectError("bind", err, t.local, t.localPort)
	}
	e := connectError("connect", err, t.address, t.port)
	switch {
	case t.local != "" && t.localPort != 0:
		e.Message += " - Local (" + t.local + ":" + strconv.Itoa(t.localPort) + ")"
	case t.local != "" || !t.failedAtOnce(e):
	case t.family == 6:
		e.Message += " - Local (:::0)"
	default:
		e.Message += " - Local (0.0.0.0:0)"
	}
	return e
}

// failedAtOnce says whether the kernel refused to try. Node then shows the
// local address too, and for a single address emits no connectionAttemptFailed.
func (t dialTarget) failedAtOnce(e *Error) bool {
	if t.network == "unix" {
		return false
	}
	switch e.Code {
	case "EACCES", "EADDRNOTAVAIL", "EAFNOSUPPORT", "EINVAL", "ENETUNREACH", "EPERM":
		return true
	}
	return false
}
