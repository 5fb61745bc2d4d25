package events

import (
	"math"
	"sync"
	"sync/atomic"
)

// ErrorMonitor is Node's events.errorMonitor: its listeners see every `error` event before the `error` listeners do,
// and do not count as handling it.
const ErrorMonitor = "Symbol(events.errorMonitor)"

const (
	errorEvent          = "error"
	newListenerEvent    = "newListener"
	removeListenerEvent = "removeListener"
)

// EventEmitter is Node's EventEmitter. The zero value is ready to use. It must not be copied.
//
// All methods may be called from any goroutine. Listeners run on the goroutine that emits, in the order they were
// added, and no lock is held meanwhile: they may add, remove and emit. An emission calls the listeners that were there
// when it began.
//
// Listeners are funcs; see On for the shapes. A listener is known by its func value, as in JavaScript: every evaluation
// of a method value such as s.handle is a new one, so keep the value that is to be removed later.
type EventEmitter struct {
	mu      sync.Mutex // guards changes; Emit does not take it
	events  atomic.Pointer[table]
	options atomic.Pointer[Options] // nil: all defaults; shared; set before use, replaced by what an emitter has of its own
	this    any                     // what the hooks of options are told
}

// Options of an emitter; the zero value means Node's defaults. Emitters of one class can share them: the functions are told
// which object they are called for, as Node's methods by this.
type Options struct {
	// CaptureRejections turns the error that a listener returns into an `error` event.
	CaptureRejections bool
	// Signatures declares events, so that On can refuse a listener that does not fit. Made once by Declare, shared.
	Signatures Signatures
	// Class is the name in messages: "Socket". Default "EventEmitter".
	Class string
	// Shape names the events that a Node class lays out in advance, as its stream classes do. EventNames then lists
	// these first, in this order; and, as in Node v20, no removeListener event tells of an event's only listener going.
	// At most 32.
	Shape []string
	// OnAdd is called after On, AddListener or Once added a listener, and not after the Prepend forms: it is what
	// overriding `on` is in Node. No lock is held.
	OnAdd func(this any, event string)
	// OnRemove is called after Off, RemoveListener, or a once listener's removal (whether or not a listener was found),
	// and after RemoveAllListeners for every event that had listeners. No lock is held.
	OnRemove func(this any, event string)
	// OnRemoveAll is called after RemoveAllListeners with its arguments: it is what overriding `removeAllListeners` is in
	// Node. If it is set, OnRemove then hears only of the removals that a removeListener event tells of. No lock is held.
	OnRemoveAll func(this any, events []string)
	// OnRejection takes the errors that listeners return instead of the `error` event, if CaptureRejections is set.
	// It is Node's emitter[Symbol.for('nodejs.rejection')].
	OnRejection func(this any, err error, event string, args ...any)
	// Loop is the loop that the emitter belongs to: a *loop.Loop. Captured rejections and leak warnings then come when
	// they come in Node, on the loop, and the package's Once and On can wait on other goroutines. Nil: the emitter belongs
	// to no loop; rejections are handled after the last listener of the emission, warnings at once.
	Loop Scheduler

	// What an emitter has of its own; never changed in place.
	limit    int64      // SetMaxListeners plus one; 0: the default
	watchers []*watcher // in the order in which they came
}

// Scheduler is what an emitter needs of a loop: Node's process.nextTick and queueMicrotask, called on the loop, and
// Post, which runs fn on the loop soon and may be called from any goroutine.
type Scheduler interface {
	NextTick(fn func())
	QueueMicrotask(fn func())
	Post(fn func())
}

// New makes an emitter: Node's new EventEmitter(options). It is itself the this of the options.
func New(o ...Options) *EventEmitter {
	e := new(EventEmitter)
	if len(o) > 0 {
		own := o[0] // a copy: o shall not escape
		e.Init(&own, e)
	}
	return e
}

// Init sets the options, for types that embed an EventEmitter, and what their functions are told to be this. Call it once,
// before anything else. o must not be changed any more.
func (e *EventEmitter) Init(o *Options, this any) {
	e.options.Store(o)
	e.this = this
}

// This returns what Init was told to be this, or nil. From any goroutine.
func This(e *EventEmitter) any { return e.this }

func (e *EventEmitter) emitter() *EventEmitter { return e }

var noOptions Options

func (e *EventEmitter) opts() *Options {
	if o := e.options.Load(); o != nil {
		return o
	}
	return &noOptions
}

// change gives the emitter options that differ from those it has. The lock is held.
func (e *EventEmitter) change(by func(own *Options)) {
	own := *e.opts()
	by(&own)
	e.options.Store(&own)
}

func (e *EventEmitter) watchers() []*watcher { return e.opts().watchers }

// Emitter is everything that is, or embeds, an EventEmitter.
type Emitter interface{ emitter() *EventEmitter }

// On adds a listener to the end of the event's list, and returns e. Node: emitter.on(event, listener).
// The same listener may be added several times, and is then called as often. First the event newListener is emitted.
//
// The listener is a func of any shape. Arguments that an emission does not have are zero values, surplus ones are
// dropped, nil is the parameter's zero value, and []byte and string turn into each other. Nothing else converts: a
// value of another type panics at Emit with ERR_INVALID_ARG_TYPE. If the last result is an error, returning one is
// Node's rejected promise: see Options.CaptureRejections. func(), func([]byte), func(string), func(error), func(bool),
// func(any) and func(...any) are called directly, and so is a func(T) by Emit1; all others through reflection.
//
// It panics with ERR_INVALID_ARG_TYPE if listener is no func, or cannot take a declared event.
func (e *EventEmitter) On(event string, listener any) *EventEmitter {
	e.add(event, e.accept(event, listener), false)
	e.added(event)
	return e
}

// AddListener is On. Node: emitter.addListener.
func (e *EventEmitter) AddListener(event string, listener any) *EventEmitter {
	return e.On(event, listener)
}

// Once adds a listener that is removed just before its first call. Node: emitter.once.
// Across goroutines, too, it runs at most once.
func (e *EventEmitter) Once(event string, listener any) *EventEmitter {
	e.add(event, e.wrapOnce(event, listener), false)
	e.added(event)
	return e
}

// PrependListener adds a listener to the beginning of the list. Node: emitter.prependListener.
func (e *EventEmitter) PrependListener(event string, listener any) *EventEmitter {
	e.add(event, e.accept(event, listener), true)
	return e
}

// PrependOnceListener adds a once listener to the beginning of the list. Node: emitter.prependOnceListener.
func (e *EventEmitter) PrependOnceListener(event string, listener any) *EventEmitter {
	e.add(event, e.wrapOnce(event, listener), true)
	return e
}

func (e *EventEmitter) added(event string) {
	if o := e.opts(); o.OnAdd != nil {
		o.OnAdd(e.this, event)
	}
}

func (e *EventEmitter) add(event string, fn any, prepend bool) {
	if e.events.Load().get(newListenerEvent) != nil {
		e.Emit(newListenerEvent, event, original(fn))
	}
	if n, limit := e.insert(event, fn, prepend); n > 0 {
		e.warnLeak(event, n, limit)
	}
}

// insert puts the listener in its place. The count is above zero when a leak warning is due.
func (e *EventEmitter) insert(event string, fn any, prepend bool) (count, limit int) {
	e.mu.Lock()
	defer e.mu.Unlock()
	t := e.events.Load()
	s := t.slotOf(event)
	if s == nil || t.next == math.MaxUint32 && s.listeners.Load() == nil {
		grown := t
		if t.full() {
			grown = t.grown()
		}
		grown.add(event, newList(fn), false)
		if grown != t {
			e.events.Store(grown)
		}
		return 0, 0
	}
	old := s.listeners.Load()
	if old == nil {
		if s.displaced {
			s.order, s.displaced = t.next, false
			t.next++
		}
		s.listeners.Store(newList(fn))
		return 0, 0
	}
	l := old.place(fn, prepend)
	s.listeners.Store(l)
	limit = e.GetMaxListeners()
	if limit > 0 && len(l.fns()) > limit && !s.warned {
		s.warned = true
		return len(l.fns()), limit
	}
	return 0, 0
}

func (l *list) place(fn any, prepend bool) *list {
	if prepend {
		return l.prepended(fn)
	}
	return l.appended(fn)
}
