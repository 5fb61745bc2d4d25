package net2

import (
	"context"
	"errors"
	"net"
	"os"
	"strconv"
	"syscall"
	"time"

	"github.com/nodenet/go/net2/loop"
)

// attempt connects to the only address that there is.
func (s *Socket) attempt(t dialTarget) {
	h := s.handle
	// Node binds before it tries to connect, and tells of no attempt when that fails.
	bound := t.binds()
	if !bound {
		s.Emit("connectionAttempt", t.address, t.port, t.family)
		if s.handle != h || !s.connecting {
			return
		}
	}
	if s.rare().blockList.blocksAddress(t.address) {
		s.Destroy(ipBlocked(t.address))
		return
	}
	if s.occupied(t) {
		return
	}
	ctx, cancel := context.WithCancel(context.Background())
	h.outgoing().cancel = cancel
	h.dial(ctx, t, func(conn net.Conn, err error) {
		cancel()
		if bound && !h.closed && !t.bindFailed(err) {
			s.Emit("connectionAttempt", t.address, t.port, t.family)
		}
		switch {
		case h.closed:
			drop(conn)
		case err != nil:
			failure := t.failure(err)
			if !t.bindFailed(err) && !t.failedAtOnce(failure) {
				s.Emit("connectionAttemptFailed", t.address, t.port, t.family, failure)
			}
			s.Destroy(failure)
		default:
			s.connected(conn)
		}
	})
}

func drop(conn net.Conn) {
	if conn != nil {
		_ = conn.Close()
	}
}

// bindFailed says whether err came from the local address, before any attempt to connect.
func (t dialTarget) bindFailed(err error) bool {
	var call *os.SyscallError
	return errors.As(err, &call) && call.Syscall == "bind"
}

// attempts tries the addresses of a host one after the other: Node's
// autoSelectFamily. Each has timeout, the last as long as it takes.
type attempts struct {
	socket  *Socket
	handle  *handle
	targets []dialTarget
	timeout time.Duration
	timer   *loop.Timer
	cancel  context.CancelFunc
	current int
	errors  []error
}

func newAttempts(s *Socket, options ConnectOptions, order []LookupAddress, timeout time.Duration) *attempts {
	a := &attempts{socket: s, handle: s.handle, timeout: timeout}
	s.own().attempted = []string{}
	for _, address := range order {
		a.targets = append(a.targets, newTarget(options, address))
	}
	return a
}

// next tries one more address, or gives up with all the errors.
func (a *attempts) next() {
	s := a.socket
	if a.current == len(a.targets) {
		s.Destroy(&Error{Code: Code(a.errors[0]), Errors: a.errors})
		return
	}
	t := a.targets[a.current]
	a.current++
	s.Emit("connectionAttempt", t.address, t.port, t.family)
	if a.over() {
		return
	}
	if s.rare().blockList.blocksAddress(t.address) {
		a.failed(t, ipBlocked(t.address))
		return
	}
	rare := s.own()
	rare.attempted = append(rare.attempted, t.address+":"+strconv.Itoa(t.port))
	ctx, cancel := context.WithCancel(context.Background())
	a.cancel, a.handle.outgoing().cancel = cancel, cancel
	if a.current < len(a.targets) {
		a.timer = s.Loop().SetTimeout(a.timeout, func() { a.timedOut(t) })
	}
	attempt := a.current
	a.handle.dial(ctx, t, func(conn net.Conn, err error) {
		cancel()
		if a.current != attempt || a.over() { // timed out, or destroyed
			drop(conn)
			return
		}
		a.clearTimer()
		if err == nil {
			s.connected(conn)
			return
		}
		a.failed(t, t.failure(err))
	})
}

func (a *attempts) failed(t dialTarget, failure *Error) {
	a.errors = append(a.errors, failure)
	if failure.Syscall != "bind" {
		a.socket.Emit("connectionAttemptFailed", t.address, t.port, t.family, failure)
	}
	if !a.over() {
		a.next()
	}
}

func (a *attempts) timedOut(t dialTarget) {
	a.socket.Emit("connectionAttemptTimeout", t.address, t.port, t.family)
	a.errors = append(a.errors, t.failure(syscall.ETIMEDOUT))
	a.cancel()
	if !a.over() {
		a.next()
	}
}

func (a *attempts) over() bool {
	return !a.socket.connecting || a.socket.handle != a.handle
}

func (a *attempts) clearTimer() {
	if a.timer != nil {
		a.timer.Close()
		a.timer = nil
	}
}

// stopAttempts is part of the teardown.
func (s *Socket) stopAttempts() {
	if a := s.rare().attempts; a != nil {
		a.clearTimer()
		s.seldom.attempts = nil
	}
}
