package events

import (
	"fmt"
	"os"
	"sync/atomic"
)

// Warning is what Node's process 'warning' event gets: here, that an event has suspiciously many listeners.
type Warning struct {
	Name    string        // "MaxListenersExceededWarning"
	Message string        // Node's message
	Emitter *EventEmitter // whose listeners they are
	Event   string
	Count   int // listeners at that moment
}

// String returns the line that is printed, without the process id.
func (w Warning) String() string { return w.Name + ": " + w.Message }

var (
	defaultLimit   atomic.Int64
	warningHandler atomic.Pointer[func(Warning)]
)

func init() { defaultLimit.Store(10) }

// DefaultMaxListeners returns the limit of emitters that have none of their own: 10 unless SetDefaultMaxListeners
// changed it. Any goroutine. Node: EventEmitter.defaultMaxListeners.
func DefaultMaxListeners() int { return int(defaultLimit.Load()) }

// SetDefaultMaxListeners changes DefaultMaxListeners, for existing emitters too; 0 means no limit. Any goroutine.
// It panics with ERR_OUT_OF_RANGE if n is negative.
func SetDefaultMaxListeners(n int) {
	if n < 0 {
		panic(OutOfRange("defaultMaxListeners", ">= 0", n))
	}
	defaultLimit.Store(int64(n))
}

// SetWarningHandler says what becomes of leak warnings; nil brings back the default, which prints Node's line to
// standard error. Any goroutine. Node: process.on('warning', fn).
// The handler runs on the goroutine that added the listener, at once, or in the next tick if the emitter has a Loop.
func SetWarningHandler(fn func(Warning)) {
	if fn == nil {
		warningHandler.Store(nil)
		return
	}
	warningHandler.Store(&fn)
}

func deliver(w Warning) {
	if fn := warningHandler.Load(); fn != nil {
		(*fn)(w)
		return
	}
	fmt.Fprintf(os.Stderr, "(nodenet:%d) %s\n", os.Getpid(), w)
}

// SetMaxListeners sets the number of listeners of one event above which a leak warning is given, once for an event;
// 0 means no limit. It returns e. Node: emitter.setMaxListeners. It panics with ERR_OUT_OF_RANGE if n is negative.
func (e *EventEmitter) SetMaxListeners(n int) *EventEmitter {
	if n < 0 {
		panic(OutOfRange("setMaxListeners", ">= 0", n))
	}
	e.mu.Lock()
	defer e.mu.Unlock()
	e.change(func(own *Options) { own.limit = int64(n) + 1 })
	return e
}

// GetMaxListeners returns what SetMaxListeners set, or else DefaultMaxListeners. Node: emitter.getMaxListeners.
func (e *EventEmitter) GetMaxListeners() int {
	if n := e.opts().limit; n > 0 {
		return int(n - 1)
	}
	return DefaultMaxListeners()
}

func (e *EventEmitter) warnLeak(event string, count, limit int) {
	class := e.opts().Class
	if class == "" {
		class = "EventEmitter"
	}
	w := Warning{
		Name: "MaxListenersExceededWarning",
		Message: fmt.Sprintf("Possible EventEmitter memory leak detected. %d %s listeners added to [%s]. "+
			"MaxListeners is %d. Use emitter.setMaxListeners() to increase limit", count, event, class, limit),
		Emitter: e,
		Event:   event,
		Count:   count,
	}
	if loop := e.opts().Loop; loop != nil {
		loop.NextTick(func() { deliver(w) })
		return
	}
	deliver(w)
}
