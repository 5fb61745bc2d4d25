package net2

import (
	"net"
	"runtime"
	"strconv"
	"syscall"
	"time"
)

// occupied answers a Connect on a socket that has a connection, or is about to
// have one, and says whether this was one.
func (s *Socket) occupied(t dialTarget) bool {
	h := s.handle
	out := h.outgoing()
	if !out.dialing && h.conn == nil {
		out.dialing = true
		return false
	}
	switch {
	case t.network == "unix":
		s.later(func() {
			e := connectError("connect", syscall.EISCONN, t.address, 0)
			s.Emit("connectionAttemptFailed", t.address, t.port, t.family, e)
			s.Destroy(e)
		})
	case t.binds():
		if h.conn == nil { // the first attempt tells when it is bound, which now is too late
			s.Emit("connectionAttempt", t.address, t.port, t.family)
		}
		s.Destroy(connectError("bind", syscall.EINVAL, t.local, t.localPort))
	case h.conn == nil:
		s.Destroy(t.refusal(syscall.EALREADY, h.dialsFrom()))
	case out.dialing && !out.again && runtime.GOOS == "linux":
		// The kernel has not told of the success of a connect that did not block. It does so now, whatever the address.
		out.again = true
		s.later(s.connectedAgain)
	default:
		s.Destroy(t.refusal(syscall.EISCONN, s.localInfo()))
	}
	return true
}

// refusal is the error of a connect that the kernel refuses because of the connection from local.
func (t dialTarget) refusal(err error, local AddressInfo) *Error {
	e := connectError("connect", err, t.address, t.port)
	if local.Port != 0 {
		e.Message += " - Local (" + local.Address + ":" + strconv.Itoa(local.Port) + ")"
	}
	return e
}

// later runs fn in the next turn if the socket still has its connection then.
func (s *Socket) later(fn func()) {
	h := s.handle
	s.Loop().Pending(func() {
		if !h.closed {
			fn()
		}
	})
}

func (s *Socket) connectedAgain() {
	s.connecting = false
	s.forgetLocal()
	s.announce()
}

// dialsFrom is the local end of a connection that is being made. The goroutine
// that makes it may be about to: for a moment this waits, and blocks the loop,
// so that the error of a mistaken program tells the same each time.
func (h *handle) dialsFrom() AddressInfo {
	for range 100 {
		if raw := h.outgoing().raw.Load(); raw != nil {
			var local net.Addr
			_ = (*raw).Control(func(fd uintptr) { local = boundTo(fd) })
			if a := addressOf(local); local == nil || a.Port != 0 {
				return a
			}
		}
		time.Sleep(100 * time.Microsecond)
	}
	return AddressInfo{}
}
