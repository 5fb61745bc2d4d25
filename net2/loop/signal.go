package loop

import (
	"os"
	"os/signal"
)

// Signal is a listener that OnSignal added.
type Signal struct {
	handle  Handle
	arrived chan os.Signal
	closed  chan struct{}
	done    bool
}

// OnSignal runs fn on the loop each time sig arrives, and takes it from its default action, as
// Node's process.on('SIGINT') does. As there it does not keep the loop alive unless Ref is
// called. A goroutine waits until Close.
func (l *Loop) OnSignal(sig os.Signal, fn func()) *Signal {
	l.Check("Loop.OnSignal")
	if fn == nil {
		panicNil("Loop.OnSignal")
	}
	s := &Signal{arrived: make(chan os.Signal, 1), closed: make(chan struct{})}
	s.handle.Init(l)
	s.handle.Unref()
	s.handle.Start()
	signal.Notify(s.arrived, sig)
	deliver := func() {
		if !s.done {
			fn()
		}
	}
	go func() {
		for {
			select {
			case <-s.arrived:
				l.Post(deliver)
			case <-s.closed:
				return
			}
		}
	}()
	return s
}

// OnceSignal runs fn on the loop the first time sig arrives, and gives the signal its default
// action back before: a second Ctrl-C kills. It is Node's process.once('SIGINT').
func (l *Loop) OnceSignal(sig os.Signal, fn func()) *Signal {
	if fn == nil {
		panicNil("Loop.OnceSignal")
	}
	var s *Signal
	s = l.OnSignal(sig, func() {
		s.Close()
		fn()
	})
	return s
}

// Close ends it, and the goroutine: fn is not called any more. The signal's default action is
// back when no other listener is left. A second Close does nothing.
func (s *Signal) Close() {
	s.handle.loop.Check("Signal.Close")
	if s.done {
		return
	}
	s.done = true
	s.handle.Stop()
	signal.Stop(s.arrived)
	close(s.closed)
}

// Ref makes the listener keep the loop alive until Close.
func (s *Signal) Ref() *Signal { s.handle.Ref(); return s }

// Unref lets the loop end although the listener is there, as at the start.
func (s *Signal) Unref() *Signal { s.handle.Unref(); return s }

// HasRef reports whether the listener would keep the loop alive.
func (s *Signal) HasRef() bool { return s.handle.HasRef() }
