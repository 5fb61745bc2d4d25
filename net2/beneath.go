package net2

import (
	"net"
	"time"

	"github.com/nodenet/go/net2/internal/handles"
)

func init() {
	handles.Of = func(owner any) handles.Handle {
		switch owner := owner.(type) {
		case *Socket:
			if owner.handle != nil {
				return beneathSocket{owner.handle}
			}
		case *Server:
			if owner.listener != nil {
				return beneathServer{owner, owner.listener}
			}
		}
		return nil
	}
}

// beneathSocket is the handle of a socket as net2/js sees it.
type beneathSocket struct{ *handle }

func (b beneathSocket) FD() int        { return descriptor(b.conn) }
func (b beneathSocket) Pipe() bool     { return b.isPath() || b.conn != nil && !isTCP(b.conn.LocalAddr()) }
func (b beneathSocket) HasRef() bool   { return b.live.HasRef() && !b.closed && !b.shut }
func (b beneathSocket) Reading() bool  { return b.owner.handle == b.handle && b.owner.reading }
func (b beneathSocket) Queued() int    { return int(b.writer.queued()) }
func (b beneathSocket) Written() int64 { return b.owner.bytesOut }
func (b beneathSocket) Closed() bool   { return b.closed || b.shut }

func (b beneathSocket) ReadStart() {
	if b.conn != nil && !b.Closed() {
		b.reader.start()
	}
}

func (b beneathSocket) ReadStop() {
	if b.conn != nil {
		b.reader.stop()
	}
}

func (b beneathSocket) Deliver(data []byte, err error) {
	if b.owner.handle == b.handle && !b.Closed() {
		b.owner.bytesRead += int64(len(data))
		b.owner.onRead(inbound{data: data, err: err})
	}
}

func isTCP(a net.Addr) bool { _, ok := a.(*net.TCPAddr); return ok }

// Close leaves the socket as it is, until it writes.
func (b beneathSocket) Close() {
	if b.conn == nil || b.Closed() {
		return
	}
	b.writer.lastFlush()
	if unread, _ := b.reader.discard(); unread > 0 {
		lingerZero(b.conn)
	}
	b.live.Stop(b.loop)
	_ = b.conn.Close()
	b.shut = true
}

func (b beneathSocket) Forget() net.Conn {
	s := b.owner
	if s.handle != b.handle || s.Pending() {
		return nil
	}
	var conn net.Conn
	if !b.shut {
		if conn = b.release(nil); conn == nil {
			return nil
		}
	}
	b.live.Stop(b.loop)
	s.handle, s.reading = nil, false
	s.forgetLocal()
	return conn
}

// release takes the connection from its goroutines, and puts what was read too early in front of it. Nil: it cannot be.
func (h *handle) release(earlier func() []byte) net.Conn {
	if h.conn.SetReadDeadline(time.Time{}) != nil {
		return nil // the goroutine that reads could not be called back
	}
	if h.writer.flushTurn(); h.closed || h.stalled {
		return nil
	}
	var early []byte
	if earlier != nil {
		early = earlier()
		h.writer.lastFlush() // who hears of that may have written
	}
	early = append(early, h.reader.detach()...)
	h.detached = true
	return withEarly(h.conn, early)
}

// beneathServer is the listener of a server as net2/js sees it.
type beneathServer struct {
	server   *Server
	listener net.Listener
}

func (b beneathServer) FD() int        { return descriptor(b.listener) }
func (b beneathServer) HasRef() bool   { return !b.server.unref && !b.Closed() }
func (b beneathServer) Pipe() bool     { return b.listener.Addr().Network() == "unix" }
func (b beneathServer) Reading() bool  { return false }
func (b beneathServer) Queued() int    { return 0 }
func (b beneathServer) Written() int64 { return 0 }
func (b beneathServer) ReadStart()     {}
func (b beneathServer) ReadStop()      {}

func (b beneathServer) Deliver([]byte, error) {}

func (b beneathServer) Closed() bool { return b.server.listener != b.listener || b.server.deaf }

func (b beneathServer) Close() {
	if !b.Closed() {
		b.server.stopAccepting()
		b.server.deaf = true
	}
}

func (b beneathServer) Forget() net.Conn {
	b.Close()
	if b.server.listener == b.listener {
		b.server.listener, b.server.deaf = nil, false
	}
	return nil
}

// descriptor is -1 for what has none.
func descriptor(of any) int {
	n := -1
	if err := control(of, func(fd uintptr) error { n = int(fd); return nil }); err != nil {
		return -1
	}
	return n
}
