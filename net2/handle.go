package net2

import (
	"context"
	"net"
	"sync/atomic"
	"syscall"
	"time"

	"github.com/nodenet/go/net2/loop"
)

// handle is one connection and the goroutines that wait on it: what libuv
// calls a uv_tcp_t. A Socket has one from connect to close, and a new one when
// it connects again. All of it is for the loop, save what reader and writer
// say about their goroutines.
type handle struct {
	*shared
	owner *Socket

	conn net.Conn // nil until connected

	reader reader
	hang   hangup

	live     loop.Liveness // keeps the loop alive while the connection is read
	closed   bool
	detached bool // the program has the connection now

	// Of reader. It and writer have their flags here, where they fill a word.
	lends bool         // chunks come back: OnRead copies them
	into  atomic.Int32 // what the next chunk is read into

	// Of writer. A write looks at shut first.
	shut    bool // the connection was closed beneath the socket
	flushes bool // the flush phase will call flushTurn
	stalled bool // the kernel is full; the goroutine waits
	finDue  bool // FIN leaves with the turn, or with the close

	writer writer
}

// outgoing is what a handle needs that connects.
type outgoing struct {
	cancel context.CancelFunc
	raw    atomic.Pointer[syscall.RawConn] // what a goroutine is connecting

	path    bool // to a Unix domain socket
	dialing bool // an attempt was made
	again   bool // and another one, when there was a connection
}

// outgoing is for the handle that its socket has, or had last.
func (h *handle) outgoing() *outgoing {
	rare := h.owner.own()
	if rare.out == nil {
		rare.out = &outgoing{}
	}
	return rare.out
}

func newHandle(l *loop.Loop, owner *Socket) *handle {
	return &handle{shared: sharedBy(l), owner: owner}
}

// isPath says whether this is a Unix domain socket, or will be one.
func (h *handle) isPath() bool {
	_, path := h.conn.(*net.UnixConn)
	out := h.owner.rare().out
	return path || h.conn == nil && out != nil && out.path
}

// open takes over an established connection.
func (h *handle) open(conn net.Conn) {
	h.conn = conn
	h.reader.init(h)
	h.writer.h = h
}

// close lets go of the connection and calls cb in the closing phase. What the
// turn buffer holds is given to the kernel first: the program wrote it.
// With reset the peer sees RST instead of FIN.
func (h *handle) close(reset bool, cb func()) {
	h.closed = true
	h.live.Stop(h.loop)
	if out := h.owner.rare().out; out != nil && out.cancel != nil {
		out.cancel()
	}
	if h.conn != nil && !h.detached {
		h.writer.lastFlush()
		// The kernel answers a close with RST when received bytes were never
		// read. Bytes that the reader goroutine took ahead count as unread.
		unread, ended := h.reader.discard()
		if h.finDue && (reset || unread > 0 || !ended) { // the close may send RST alone
			_ = closeWrite(h.conn)
		}
		if reset || unread > 0 {
			lingerZero(h.conn)
		}
		_ = h.conn.Close()
		if !ended {
			breaks.Add(1)
		}
	}
	h.loop.Closing(cb)
	if h.writer.waits() {
		h.loop.Closing(h.writer.abandon) // queued last, runs first
	}
}

// lingerZero makes the close that follows a reset.
func lingerZero(conn net.Conn) {
	if c, ok := conn.(interface{ SetLinger(sec int) error }); ok {
		_ = c.SetLinger(0)
	}
}

func (h *handle) setNoDelay(on bool) {
	if c, ok := h.conn.(interface{ SetNoDelay(bool) error }); ok {
		_ = c.SetNoDelay(on)
	}
}

// setKeepAlive asks for probes after idle; 0 leaves the system's own delay.
func (h *handle) setKeepAlive(on bool, idle int) {
	if c, ok := h.conn.(*net.TCPConn); ok {
		_ = c.SetKeepAliveConfig(keepAliveConfig(on, idle))
	}
}

// keepAliveConfig is what libuv sets: with a delay also a probe a second, ten of them.
func keepAliveConfig(on bool, idle int) net.KeepAliveConfig {
	if idle <= 0 {
		return net.KeepAliveConfig{Enable: on, Idle: -1, Interval: -1, Count: -1}
	}
	return net.KeepAliveConfig{Enable: on, Idle: time.Duration(idle) * time.Second, Interval: time.Second, Count: 10}
}

// closeWrite sends FIN. A connection that is already gone is no error.
func closeWrite(conn net.Conn) error {
	c, ok := conn.(interface{ CloseWrite() error })
	if !ok {
		return nil
	}
	if err := c.CloseWrite(); err != nil && errnoName(errnoOf(err)) != "ENOTCONN" {
		return systemError("shutdown", err)
	}
	return nil
}
