package net2

import (
	"strconv"
	"time"
)

// SetTimeout makes the socket emit `timeout` when nothing was read or written
// for d, counted in whole milliseconds, also while it connects. It only
// notifies: End or Destroy the socket yourself. The timer starts anew with
// traffic and does not keep the loop alive. 0 turns it off. A cb listens once
// for `timeout`, or with 0 is removed. A negative d panics with
// ERR_OUT_OF_RANGE. It mirrors socket.setTimeout(timeout, callback).
func (s *Socket) SetTimeout(d time.Duration, cb ...func()) *Socket {
	s.Loop().Check("Socket.SetTimeout")
	if s.Destroyed() {
		return s
	}
	if d < 0 {
		panic(&Error{Name: "RangeError", Code: "ERR_OUT_OF_RANGE", Message: `The value of "msecs" is out of range. ` +
			"It must be a non-negative finite number. Received " + strconv.FormatInt(d.Milliseconds(), 10)})
	}
	if d > 0 || s.seldom != nil {
		s.own().timeout = d
	}
	s.clearTimeout()
	if d > 0 {
		s.seldom.idle = s.Loop().SetTimeout(d, s.timedOut).Unref()
	}
	for _, f := range cb {
		switch {
		case f == nil:
		case d > 0:
			s.Once("timeout", f)
		default:
			s.RemoveListener("timeout", f)
		}
	}
	return s
}

// Timeout is what SetTimeout set, or 0: socket.timeout.
func (s *Socket) Timeout() time.Duration { return s.rare().timeout }

func (s *Socket) clearTimeout() {
	if s.seldom != nil && s.seldom.idle != nil {
		s.seldom.idle.Close()
		s.seldom.idle = nil
	}
}

// touch is traffic: the idle timer starts anew.
func (s *Socket) touch() {
	if s.seldom != nil && s.seldom.idle != nil {
		s.seldom.idle.Refresh()
	}
}

// timedOut emits `timeout`, unless a stalled write has moved since the timer looked last.
func (s *Socket) timedOut() {
	if last := s.rare().lastQueue; last > 0 && s.handle != nil {
		if left := s.handle.writer.queued(); left != last {
			s.seldom.lastQueue = left
			s.touch()
			return
		}
	}
	s.Emit("timeout")
}

// SetNoDelay turns Nagle's algorithm off (true, the default) or on. It is off
// from the start, unlike in Node. It mirrors socket.setNoDelay(noDelay).
func (s *Socket) SetNoDelay(on ...bool) *Socket {
	s.Loop().Check("Socket.SetNoDelay")
	noDelay := len(on) == 0 || on[0]
	s.nagle = !noDelay
	if !s.Pending() {
		s.handle.setNoDelay(noDelay)
	}
	return s
}

// SetKeepAlive turns TCP keep-alive on or off; the first probe goes out after
// initialDelay of idle time, in whole seconds, 0 leaving the system's own
// delay. It mirrors socket.setKeepAlive(enable, initialDelay).
func (s *Socket) SetKeepAlive(on bool, initialDelay ...time.Duration) *Socket {
	s.Loop().Check("Socket.SetKeepAlive")
	var delay time.Duration
	if len(initialDelay) > 0 {
		delay = initialDelay[0]
	}
	same := s.keepAlive == on && (!on || s.rare().keepAliveDelay == delay)
	s.keepAlive = on
	if delay != 0 || s.seldom != nil {
		s.own().keepAliveDelay = delay
	}
	if !same && !s.Pending() {
		s.handle.setKeepAlive(on, wholeSeconds(delay))
	}
	return s
}
