package events

import "slices"

// ListenerCount returns the number of listeners of the event; with a listener, how often that one is among them.
// Node: emitter.listenerCount(event, listener).
func (e *EventEmitter) ListenerCount(event string, listener ...any) int {
	l := e.events.Load().get(event)
	if l == nil {
		return 0
	}
	if len(listener) == 0 || listener[0] == nil {
		return len(l.fns())
	}
	n := 0
	for _, entry := range l.fns() {
		if matches(entry, listener[0]) {
			n++
		}
	}
	return n
}

// Listeners returns the listeners of the event in order, those of Once as they were given. Node: emitter.listeners.
// A func of a named type comes back as a func of the type that is beneath it.
func (e *EventEmitter) Listeners(event string) []any {
	raw := e.RawListeners(event)
	for i, entry := range raw {
		raw[i] = original(entry)
	}
	return raw
}

// RawListeners returns the listeners of the event in order, with the *OnceWrapper of those that Once added.
// Node: emitter.rawListeners.
func (e *EventEmitter) RawListeners(event string) []any {
	l := e.events.Load().get(event)
	if l == nil {
		return []any{}
	}
	return slices.Clone(l.fns())
}

// EventNames returns the events that have listeners, in the order in which they got their first, ErrorMonitor last.
// Node: emitter.eventNames. (Where JavaScript puts names that are whole numbers first, this does not.)
func (e *EventEmitter) EventNames() []string {
	e.mu.Lock()
	defer e.mu.Unlock()
	t := e.events.Load()
	live := t.live()
	names := make([]string, 0, len(live))
	for _, s := range live {
		names = append(names, s.name)
	}
	if shape := e.opts().Shape; shape != nil && t != nil {
		rank := func(name string) int {
			if i := slices.Index(shape, name); i >= 0 && t.past().left&(1<<i) == 0 {
				return i
			}
			return len(shape)
		}
		slices.SortStableFunc(names, func(a, b string) int { return rank(a) - rank(b) })
	}
	if i := slices.Index(names, ErrorMonitor); i >= 0 {
		names = append(slices.Delete(names, i, i+1), ErrorMonitor)
	}
	return names
}
