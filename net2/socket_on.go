package net2

import "github.com/nodenet/go/net2/stream"

// The typed doors to a socket's events: what On does, checked by the compiler.

// OnLookup adds a listener for `lookup`.
func (s *Socket) OnLookup(listener func(err error, address string, family int, host string)) *Socket {
	return s.On("lookup", listener)
}

// OnConnectionAttempt adds a listener for `connectionAttempt`.
func (s *Socket) OnConnectionAttempt(listener func(address string, port, family int)) *Socket {
	return s.On("connectionAttempt", listener)
}

// OnConnectionAttemptFailed adds a listener for `connectionAttemptFailed`.
func (s *Socket) OnConnectionAttemptFailed(listener func(address string, port, family int, err error)) *Socket {
	return s.On("connectionAttemptFailed", listener)
}

// OnConnectionAttemptTimeout adds a listener for `connectionAttemptTimeout`.
func (s *Socket) OnConnectionAttemptTimeout(listener func(address string, port, family int)) *Socket {
	return s.On("connectionAttemptTimeout", listener)
}

// OnConnect adds a listener for `connect`.
func (s *Socket) OnConnect(listener func()) *Socket { return s.On("connect", listener) }

// OnReady adds a listener for `ready`.
func (s *Socket) OnReady(listener func()) *Socket { return s.On("ready", listener) }

// OnData adds a listener for `data` and starts the flow. The bytes are the listener's.
func (s *Socket) OnData(listener func([]byte)) *Socket { return s.On("data", listener) }

// OnString adds a listener for `data` that takes text: use it with SetEncoding.
func (s *Socket) OnString(listener func(string)) *Socket { return s.On("data", listener) }

// OnReadable adds a listener for `readable`; then take bytes with Read.
func (s *Socket) OnReadable(listener func()) *Socket { return s.On("readable", listener) }

// OnEnd adds a listener for `end`: the peer sent FIN.
func (s *Socket) OnEnd(listener func()) *Socket { return s.On("end", listener) }

// OnTimeout adds a listener for `timeout`.
func (s *Socket) OnTimeout(listener func()) *Socket { return s.On("timeout", listener) }

// OnDrain adds a listener for `drain`.
func (s *Socket) OnDrain(listener func()) *Socket { return s.On("drain", listener) }

// OnFinish adds a listener for `finish`: FIN was sent.
func (s *Socket) OnFinish(listener func()) *Socket { return s.On("finish", listener) }

// OnPause adds a listener for `pause`.
func (s *Socket) OnPause(listener func()) *Socket { return s.On("pause", listener) }

// OnResume adds a listener for `resume`.
func (s *Socket) OnResume(listener func()) *Socket { return s.On("resume", listener) }

// OnPipe adds a listener for `pipe`: source was piped into the socket.
func (s *Socket) OnPipe(listener func(source stream.ReadableStream)) *Socket {
	return s.On("pipe", listener)
}

// OnUnpipe adds a listener for `unpipe`: source no longer is.
func (s *Socket) OnUnpipe(listener func(source stream.ReadableStream)) *Socket {
	return s.On("unpipe", listener)
}

// OnError adds a listener for `error`. Without one an error is a panic on the loop.
func (s *Socket) OnError(listener func(error)) *Socket { return s.On("error", listener) }

// OnClose adds a listener for `close`, the last event.
func (s *Socket) OnClose(listener func(hadError bool)) *Socket { return s.On("close", listener) }
