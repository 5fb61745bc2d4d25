package events

import (
	"math"
	"slices"
	"unsafe"
)

// Off is RemoveListener. Node: emitter.off.
func (e *EventEmitter) Off(event string, listener any) *EventEmitter {
	return e.RemoveListener(event, listener)
}

// RemoveListener removes the listener of the event that was added last with this very func value, once per call; if
// there is none nothing happens. Then the event removeListener is emitted. Node: emitter.removeListener.
// It panics with ERR_INVALID_ARG_TYPE if listener is no func.
func (e *EventEmitter) RemoveListener(event string, listener any) *EventEmitter {
	e.remove(event, mustBeFunc(listener))
	return e
}

func (e *EventEmitter) remove(event string, fn any) {
	if gone, ok := e.extract(event, fn); ok && e.events.Load().get(removeListenerEvent) != nil {
		e.Emit(removeListenerEvent, event, gone)
	}
	e.removed(event)
}

func (e *EventEmitter) removed(event string) {
	if o := e.opts(); o.OnRemove != nil {
		o.OnRemove(e.this, event)
	}
}

// extract takes one listener out. It returns what the removeListener event tells, which is as in Node: the bare
// listener if it was the only one, else what the remover named. False: there is nothing to tell.
func (e *EventEmitter) extract(event string, fn any) (gone any, tell bool) {
	e.mu.Lock()
	defer e.mu.Unlock()
	t := e.events.Load()
	s := t.slotOf(event)
	if s == nil {
		return nil, false
	}
	l := s.listeners.Load()
	i := l.last(fn)
	if i < 0 {
		return nil, false
	}
	gone, tell = fn, true
	if len(l.fns()) == 1 {
		gone, tell = original(l.fns()[0]), t.past().unshaped || e.opts().Shape == nil
	}
	rest := l.without(i)
	s.listeners.Store(rest)
	if rest == nil {
		e.vacate(t, s)
	}
	if rest == nil || len(rest.fns()) == 1 {
		s.warned = false
	}
	return gone, tell
}

// vacate settles what becomes of the place of an event that has lost its last listener: as long as there is a shape it is
// kept, and afterwards that of the last event of all takes the others with it.
func (e *EventEmitter) vacate(t *table, s *slot) {
	shape := e.opts().Shape
	switch {
	case shape == nil:
		s.displaced = true
	case !t.past().unshaped:
	case len(t.live()) == 0:
		t.own().left = math.MaxUint32
		for i := range t.capacity() {
			t.at(i).displaced = true
		}
	default:
		s.displaced = true
		if i := slices.Index(shape, s.name); i >= 0 {
			t.own().left |= 1 << i
		}
	}
}

func (l *list) last(fn any) int {
	if l == nil {
		return -1
	}
	fns := l.fns()
	for i := len(fns) - 1; i >= 0; i-- {
		if matches(fns[i], fn) {
			return i
		}
	}
	return -1
}

// matches reports whether the entry of a list is what fn names: the entry itself, or the listener a once wrapper holds.
func matches(entry, fn any) bool {
	return identity(entry) == identity(fn) || identity(original(entry)) == identity(fn)
}

// identity returns the data word of the interface: for a func the pointer to its closure, which, unlike the code
// pointer that reflect gives, is different for every func value that captures something.
func identity(fn any) unsafe.Pointer {
	return (*[2]unsafe.Pointer)(unsafe.Pointer(&fn))[1]
}

// RemoveAllListeners removes all listeners, or those of the given events. Node: emitter.removeAllListeners.
// If someone listens for removeListener, each listener is removed and told of by itself, of every event the last added
// first, and the removeListener listeners last.
func (e *EventEmitter) RemoveAllListeners(event ...string) *EventEmitter {
	if len(event) == 0 {
		e.clear()
	}
	for _, name := range event {
		e.clearEvent(name)
	}
	if o := e.opts(); o.OnRemoveAll != nil {
		o.OnRemoveAll(e.this, event)
	}
	return e
}

// cleared is removed for listeners that went all at once.
func (e *EventEmitter) cleared(event string) {
	if e.opts().OnRemoveAll == nil {
		e.removed(event)
	}
}

func (e *EventEmitter) clear() {
	if e.events.Load().get(removeListenerEvent) != nil {
		for _, name := range e.EventNames() {
			if name != removeListenerEvent {
				e.clearEvent(name)
			}
		}
		e.clearEvent(removeListenerEvent)
	}
	names := e.EventNames()
	e.mu.Lock()
	t := &table{}
	*t.own() = past{left: math.MaxUint32, unshaped: true, cleared: e.events.Load().times() + 1}
	e.events.Store(t)
	e.mu.Unlock()
	for _, name := range names {
		e.cleared(name)
	}
}

// unshape ends what a shape does, as the first RemoveAllListeners does in Node even if there is nothing to remove.
func (e *EventEmitter) unshape() {
	if e.opts().Shape == nil {
		return
	}
	if e.events.Load() == nil {
		e.events.Store(&table{})
	}
	e.events.Load().own().unshaped = true
}

func (e *EventEmitter) clearEvent(event string) {
	t := e.events.Load()
	l := t.get(event)
	if t.get(removeListenerEvent) != nil {
		if l == nil {
			return
		}
		for _, fn := range slices.Backward(l.fns()) {
			e.remove(event, fn)
		}
		return
	}
	e.mu.Lock()
	e.unshape()
	if s := e.events.Load().slotOf(event); s != nil && s.listeners.Load() != nil {
		s.listeners.Store(nil)
		s.warned = false
		e.vacate(e.events.Load(), s)
	}
	e.mu.Unlock()
	if l != nil {
		e.cleared(event)
	}
}
