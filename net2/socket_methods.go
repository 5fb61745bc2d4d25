package net2

import (
	"reflect"

	"github.com/nodenet/go/net2/stream"
)

// Write sends chunk, a []byte or a string, and says whether the kernel took
// it all so far; after false wait for `drain` before writing more. cb is
// called when the chunk is written or has failed. A []byte must not be
// changed until then. Writing after End gives ERR_STREAM_WRITE_AFTER_END, after
// destroy ERR_STREAM_DESTROYED, after the peer ended a socket without
// AllowHalfOpen EPIPE. Anything but []byte or string panics with
// ERR_INVALID_ARG_TYPE. It mirrors socket.write(data, callback).
func (s *Socket) Write(chunk any, cb ...func(error)) bool {
	// The usual kinds do not keep the interface, so that the caller's need not be allocated.
	switch c := chunk.(type) {
	case []byte:
		return s.Duplex.WriteBytes(c, cb...)
	case string:
		return s.Duplex.WriteEncoded(c, "", cb...)
	}
	return s.Duplex.Write(copied(chunk), cb...)
}

// copied is chunk in an interface of its own. Reflection reads it by kind,
// because it keeps what it reads whole.
func copied(chunk any) any {
	v := reflect.ValueOf(chunk)
	if !v.IsValid() {
		return nil
	}
	own := reflect.New(v.Type()).Elem()
	switch {
	case v.CanInt():
		own.SetInt(v.Int())
	case v.CanUint():
		own.SetUint(v.Uint())
	case v.CanFloat():
		own.SetFloat(v.Float())
	case v.Kind() == reflect.Bool:
		own.SetBool(v.Bool())
	} // of others only the type is told
	return own.Interface()
}

// writeAfterFIN deals with a write on a socket that the peer's FIN has ended
// for writing too. It blames the peer, where "write after end" would blame
// the program.
func (s *Socket) writeAfterFIN(cb func(error)) bool {
	if !s.ReadableEnded() || s.halfOpenAtEnd() {
		return false
	}
	if cb != nil {
		s.Loop().NextTick(func() { cb(errEndedByPeer) })
	}
	s.Destroy(errEndedByPeer)
	return true
}

// SetAllowHalfOpen is the assignment to socket.allowHalfOpen. What counts is
// its value when `end` is emitted.
func (s *Socket) SetAllowHalfOpen(allow bool) {
	if s.ReadableEnded() && !s.endKnown {
		s.endKnown, s.endHalfOpen = true, s.AllowHalfOpen()
	}
	s.Duplex.SetAllowHalfOpen(allow)
}

func (s *Socket) halfOpenAtEnd() bool {
	if s.endKnown {
		return s.endHalfOpen
	}
	return s.AllowHalfOpen()
}

// End writes the optional chunk and sends FIN after all that was written. The
// peer may go on sending. args are a chunk ([]byte or string), its encoding
// (string, after a string chunk) and a callback func() or func(error) for
// `finish`, each optional. It mirrors socket.end(data, encoding, callback).
func (s *Socket) End(args ...any) *Socket {
	s.Duplex.End(args...)
	return s
}

// Destroy closes the connection at once; what the program has written is
// given to the kernel first. A connection that wraps another, as one of TLS
// does, and any on Windows, cannot be tried without waiting: there what waits
// is lost, and End or DestroySoon sends it. With an error, `error` is emitted, then
// `close(true)`. It mirrors socket.destroy(error).
func (s *Socket) Destroy(err ...error) *Socket {
	s.Duplex.Destroy(err...)
	return s
}

// DestroySoon destroys the socket when all is written: socket.destroySoon().
func (s *Socket) DestroySoon() {
	s.Loop().Check("Socket.DestroySoon")
	if s.Writable() {
		s.End()
	}
	if s.WritableFinished() {
		s.Destroy()
	} else {
		s.Once("finish", func() { s.Destroy() })
	}
}

// ResetAndDestroy closes a TCP connection with RST. While connecting it waits
// for `connect`; without a connection it destroys with ERR_SOCKET_CLOSED. On a
// Unix domain socket it panics with ERR_INVALID_HANDLE_TYPE. It mirrors
// socket.resetAndDestroy().
func (s *Socket) ResetAndDestroy() *Socket {
	s.Loop().Check("Socket.ResetAndDestroy")
	switch {
	case s.handle != nil && s.handle.isPath():
		panic(&Error{Name: "TypeError", Code: "ERR_INVALID_HANDLE_TYPE", Message: "This handle type cannot be sent"})
	case s.handle == nil:
		s.Destroy(ErrSocketClosed)
	case s.connecting:
		s.onceConnected(func() {
			if s.handle != nil {
				s.reset()
			}
		})
	default:
		s.reset()
	}
	return s
}

func (s *Socket) reset() {
	s.resetting = true
	s.Destroy()
}

// Pause stops `data` events; bytes that are already read wait in the buffer.
func (s *Socket) Pause() *Socket {
	if s.readInto() != nil && !s.Pending() && s.reading {
		s.stopReading()
	}
	s.Duplex.Pause()
	return s
}

// Resume undoes [Socket.Pause], and starts a socket made with PauseOnConnect.
func (s *Socket) Resume() *Socket {
	if s.readInto() != nil && !s.Pending() && !s.reading {
		s.startReading()
	}
	s.Duplex.Resume()
	return s
}

// SetEncoding makes `data` carry strings of an encoding, whole characters
// only. It mirrors socket.setEncoding(encoding); an unknown one panics with
// ERR_UNKNOWN_ENCODING.
func (s *Socket) SetEncoding(encoding string) *Socket {
	s.Duplex.SetEncoding(encoding)
	return s
}

// SetDefaultEncoding says how Write reads strings: utf8 unless set. It mirrors
// socket.setDefaultEncoding(encoding); an unknown one panics with
// ERR_UNKNOWN_ENCODING.
func (s *Socket) SetDefaultEncoding(encoding string) *Socket {
	s.Duplex.SetDefaultEncoding(encoding)
	return s
}

// Unpipe stops what Pipe began, for dst or for every destination, and leaves
// both ends open. It mirrors socket.unpipe(destination).
func (s *Socket) Unpipe(dst ...stream.WritableStream) *Socket {
	s.Duplex.Unpipe(dst...)
	return s
}

// Ref undoes [Socket.Unref]. Before connect it takes effect with it.
func (s *Socket) Ref() *Socket {
	s.Loop().Check("Socket.Ref")
	if s.handle == nil {
		return s.Once("connect", func() { s.Ref() })
	}
	s.handle.live.Ref(s.handle.loop)
	return s
}

// Unref lets the loop end although the socket is open.
func (s *Socket) Unref() *Socket {
	s.Loop().Check("Socket.Unref")
	if s.handle == nil {
		return s.Once("connect", func() { s.Unref() })
	}
	s.handle.live.Unref(s.handle.loop)
	return s
}

var _ stream.WritableStream = (*Socket)(nil)
