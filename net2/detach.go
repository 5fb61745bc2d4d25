package net2

import (
	"bytes"
	"io"
	"net"
	"time"

	"github.com/nodenet/go/net2/stream"
)

// Conn takes the connection away from the loop, for code that blocks: the
// socket is over, as after Destroy, but the connection stays open and is the
// caller's. What the socket has received and not emitted is read from the Conn
// first; what it has written leaves before anything that is written to the
// Conn. Nil when the socket is not connected, when its connection has no read
// deadlines, or when the kernel is still full of what it wrote: wait for the
// callback of a write, be it of nothing.
func (s *Socket) Conn() net.Conn {
	s.Loop().Check("Socket.Conn")
	if s.Pending() || s.WritableLength() > 0 {
		return nil
	}
	conn := s.handle.release(s.buffered)
	if conn != nil {
		s.Destroy()
	}
	return conn
}

// withEarly puts bytes that were read already in front of a connection.
func withEarly(conn net.Conn, early []byte) net.Conn {
	if len(early) == 0 {
		return conn
	}
	return &earlyConn{Conn: conn, early: bytes.NewReader(early)}
}

// Reader returns the socket as an io.Reader for other goroutines: see
// [stream.NewReader]. Without AllowHalfOpen the socket ends its own side when
// the peer has ended, however far the goroutine is: set it to answer after that.
func (s *Socket) Reader() io.ReadCloser { return stream.NewReader(s) }

// Writer returns the socket as an io.Writer for other goroutines: see
// [stream.NewWriter], and what [Socket.Reader] says of AllowHalfOpen.
func (s *Socket) Writer() io.WriteCloser { return stream.NewWriter(s) }

// buffered takes what the stream holds. Read shows it to `data` listeners,
// who have nothing more to get.
func (s *Socket) buffered() (all []byte) {
	s.RemoveAllListeners("data")
	for {
		switch chunk := s.Duplex.Read().(type) {
		case []byte:
			all = append(all, chunk...)
		case string:
			all = append(all, stream.Encode(chunk, s.ReadableEncoding())...)
		default:
			return append(all, stream.Undecoded(s)...)
		}
	}
}

// earlyConn is a connection of which some bytes have been read before.
type earlyConn struct {
	net.Conn
	early *bytes.Reader
}

func (c *earlyConn) Read(b []byte) (int, error) {
	if c.early.Len() > 0 {
		return c.early.Read(b)
	}
	return c.Conn.Read(b)
}

// CloseWrite sends FIN.
func (c *earlyConn) CloseWrite() error { return closeWrite(c.Conn) }

// detach stops the goroutine, waits until it is gone and returns what it had
// read ahead. A deadline in the past is what wakes it.
func (r *reader) detach() []byte {
	r.mu.Lock()
	r.on = false
	var gone chan struct{}
	if r.running {
		gone = make(chan struct{})
		r.behind().gone = gone
	}
	r.mu.Unlock()
	if gone != nil {
		_ = r.h.conn.SetReadDeadline(time.Unix(1, 0))
		<-gone
		_ = r.h.conn.SetReadDeadline(time.Time{})
	}
	var early []byte
	for !r.idle() {
		in, _ := r.pop(readAhead, nil)
		early = append(early, in.data...)
	}
	r.discard()
	return early
}
