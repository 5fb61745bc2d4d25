package net2

import (
	"context"
	"net"
	"strconv"
	"syscall"

	"github.com/nodenet/go/events"
)

// Listen starts listening on port of every address, IPv6 and IPv4; 0 lets the
// system choose. `listening` follows on a later tick, and each cb listens for
// it once; [Server.Address] is valid at once. An address in use is an `error`
// event with code EADDRINUSE. Listen panics with ERR_SERVER_ALREADY_LISTEN on a
// listening server and with ERR_SOCKET_BAD_PORT outside of 0 to 65535. It
// mirrors server.listen(port, cb).
func (s *Server) Listen(port int, cb ...func()) *Server {
	return s.ListenWith(ListenOptions{Port: port}, cb...)
}

// ListenHost is [Server.Listen] on one host, an address or a name. It mirrors
// server.listen(port, host, cb): the bind happens after a look-up, so that
// Address is valid from `listening` on.
func (s *Server) ListenHost(port int, host string, cb ...func()) *Server {
	return s.ListenWith(ListenOptions{Port: port, Host: host}, cb...)
}

// ListenPath listens on a Unix domain socket. The file must not exist, also
// when its server is gone: error EADDRINUSE. Close removes it. A path that is
// too long for the system is an `error` event with code EINVAL. It mirrors
// server.listen(path, cb).
func (s *Server) ListenPath(path string, cb ...func()) *Server {
	return s.ListenWith(ListenOptions{Path: path}, cb...)
}

// ListenWith mirrors server.listen(options, cb); see [Server.Listen].
func (s *Server) ListenWith(options ListenOptions, cb ...func()) *Server {
	s.loop.Check("Server.Listen")
	if s.listener != nil {
		throwAlreadyListening()
	}
	for _, f := range cb {
		if f != nil {
			s.Once("listening", f)
		}
	}
	s.listenings++
	s.path = ""
	s.closeWith(options.Context)
	switch {
	case options.Listener != nil:
		s.begin(options.Listener, options.Backlog)
	case options.File != nil:
		s.listenFile(options)
	case options.Path != "" && options.Port == 0:
		s.listenPath(options)
	default:
		s.listenTCP(options)
	}
	return s
}

// defaultBacklog is Node's, for sockets that Go's net has not put to listen.
const defaultBacklog = 511

func (s *Server) listenFile(options ListenOptions) {
	ln, err := listenerOf(options.File)
	if err != nil {
		s.failListen(err, "", 0)
		return
	}
	if options.Backlog <= 0 {
		options.Backlog = defaultBacklog
	}
	s.begin(ln, options.Backlog)
}

func (s *Server) listenPath(options ListenOptions) {
	abstract := options.Path[0] == 0
	if abstract && (options.ReadableAll || options.WritableAll) {
		panic(&Error{Name: "TypeError", Code: "ERR_INVALID_ARG_VALUE", Message: "The argument 'options' can not set readableAll " +
			"or writableAllt to true when path is abstract unix socket. Received " + events.Inspect(options.Path)})
	}
	s.path = options.Path
	path, err := unixPath(options.Path)
	if err != nil {
		s.failListen(err, options.Path, -1)
		return
	}
	s.bind("unix", path, options, options.Path, -1)
	if s.listener == nil || !options.ReadableAll && !options.WritableAll {
		return
	}
	if err := widen(path, options.ReadableAll, options.WritableAll); err != nil {
		s.stopListening()
		panic(thrown(systemError("uv_pipe_chmod", err)))
	}
}

func (s *Server) listenTCP(options ListenOptions) {
	validatePort("options.port", options.Port)
	port := strconv.Itoa(options.Port)
	if options.Host == "" {
		s.bind(listenNetwork("::", options.IPv6Only), ":"+port, options, "::", options.Port)
		return
	}
	listening := s.listenings
	resolve(s.loop, options.Host, LookupOptions{}, func(err error, found []LookupAddress) {
		switch {
		case listening != s.listenings:
		case err != nil:
			s.Emit("error", err)
		default:
			ip := found[0].Address
			s.bind(listenNetwork(ip, options.IPv6Only), net.JoinHostPort(ip, port), options, ip, options.Port)
		}
	})
}

// listenNetwork makes "::" take IPv4 too, unless told not to.
func listenNetwork(ip string, ipv6Only bool) string {
	switch {
	case IsIPv4(ip):
		return "tcp4"
	case ipv6Only:
		return "tcp6"
	}
	return "tcp"
}

// bind opens a listener. host and port are for the error's message.
func (s *Server) bind(network, address string, options ListenOptions, host string, port int) {
	// Keep-alive costs system calls a connection; it is set on demand.
	config := net.ListenConfig{KeepAlive: -1}
	config.SetMultipathTCP(false) // plain TCP, as Node's
	if options.ReusePort && network != "unix" {
		config.Control = func(_, _ string, raw syscall.RawConn) error { return controlRaw(raw, setReusePort) }
	}
	ln, err := config.Listen(context.Background(), network, address)
	if err != nil {
		s.failListen(err, host, port)
		return
	}
	s.begin(ln, options.Backlog)
}

// begin starts the accept goroutine of a listener that is open.
func (s *Server) begin(ln net.Listener, backlog int) {
	if backlog > 0 {
		// A listener without a descriptor has no backlog either.
		_ = control(ln, func(fd uintptr) error { return setBacklog(fd, backlog) })
	}
	if a, ok := ln.Addr().(*net.UnixAddr); ok && s.path == "" {
		s.path = a.String()
	}
	spare.keep()
	s.listener = ln
	s.closed = make(chan struct{})
	s.live.Start()
	go s.accept(ln, meetings.open(s.loop, ln.Addr()), s.closed)
	s.loop.NextTick(func() {
		if s.listener != nil {
			s.Emit("listening")
		}
	})
}

func (s *Server) failListen(err error, host string, port int) {
	failure := listenError(err, host, port)
	s.loop.NextTick(func() { s.Emit("error", failure) })
}

// stopListening is the part of Close that frees the address.
func (s *Server) stopListening() {
	if !s.deaf {
		s.stopAccepting()
	}
	s.listener, s.deaf = nil, false
}

func (s *Server) stopAccepting() {
	s.live.Stop()
	close(s.closed)
	_ = s.listener.Close()
}

// closeWith closes the server when ctx is done: Node's signal option.
func (s *Server) closeWith(ctx context.Context) {
	if ctx == nil {
		return
	}
	if ctx.Err() != nil {
		s.loop.NextTick(func() { s.Close() })
		return
	}
	stop := context.AfterFunc(ctx, func() { s.loop.Post(func() { s.Close() }) })
	s.Once("close", func() { stop() })
}
