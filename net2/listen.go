package net2

import (
	"context"
	"net"
	"strconv"
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

// ListenPath listens on a Unix domain socket. It mirrors server.listen(path, cb).
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
	s.closeWith(options.Context)
	if s.path = options.Path; s.path != "" {
		s.bind("unix", options.Path, options.Path, -1)
		return s
	}
	validatePort("options.port", options.Port)
	if options.Host == "" {
		s.bind("tcp", ":"+strconv.Itoa(options.Port), "::", options.Port)
		return s
	}
	listening := s.listenings
	resolve(s.loop, options.Host, LookupOptions{}, func(err error, found []LookupAddress) {
		switch {
		case listening != s.listenings:
		case err != nil:
			s.Emit("error", err)
		default:
			ip := found[0].Address
			s.bind(listenNetwork(ip, options.IPv6Only), net.JoinHostPort(ip, strconv.Itoa(options.Port)), ip, options.Port)
		}
	})
	return s
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

// bind opens the listener and starts its accept goroutine. host and port are
// for the error's message.
func (s *Server) bind(network, address, host string, port int) {
	// Keep-alive costs system calls a connection; it is set on demand.
	config := net.ListenConfig{KeepAlive: -1}
	ln, err := config.Listen(context.Background(), network, address)
	if err != nil {
		failure := listenError(err, host, port)
		s.loop.NextTick(func() { s.Emit("error", failure) })
		return
	}
	spare.keep()
	s.listener = ln
	s.closed = make(chan struct{})
	s.live.Start()
	go s.accept(ln, s.closed)
	s.loop.NextTick(func() {
		if s.listener != nil {
			s.Emit("listening")
		}
	})
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
