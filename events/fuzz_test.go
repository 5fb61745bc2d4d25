package events

import (
	"fmt"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
)

// modelled is an emitter as simple as can be: one list of all that was added, in order.
type modelled struct{ entries []modelEntry }

type modelEntry struct {
	event string
	id    int
	once  bool
}

func (m *modelled) emit(event string) (called []int) {
	for _, entry := range slices.Clone(m.entries) {
		if entry.event == event {
			called = append(called, entry.id)
			if entry.once {
				m.entries = slices.DeleteFunc(m.entries, func(x modelEntry) bool { return x == entry })
			}
		}
	}
	return called
}

// add puts a prepended entry before the first of its event, so that the order of events stays.
func (m *modelled) add(entry modelEntry, prepend bool) {
	at := len(m.entries)
	if prepend {
		if i := slices.IndexFunc(m.entries, func(x modelEntry) bool { return x.event == entry.event }); i >= 0 {
			at = i
		}
	}
	m.entries = slices.Insert(m.entries, at, entry)
}

func (m *modelled) remove(event string, id int) {
	m.entries = slices.DeleteFunc(m.entries, func(x modelEntry) bool { return x.event == event && x.id == id })
}

func (m *modelled) removeAll(event string) {
	m.entries = slices.DeleteFunc(m.entries, func(x modelEntry) bool { return x.event == event })
}

// counts says how many listeners each event has.
func (m *modelled) counts() map[string]int {
	counts := map[string]int{}
	for _, entry := range m.entries {
		counts[entry.event]++
	}
	return counts
}

func FuzzOperations(f *testing.F) {
	f.Add([]byte{0, 1, 2, 3, 40, 50, 60, 200, 7, 7, 7})
	f.Add([]byte("on once prepend off removeAll emit"))
	f.Fuzz(func(t *testing.T, ops []byte) {
		e, m := New().SetMaxListeners(0), &modelled{}
		var called []int
		var order []string
		listeners := map[int]func(){}
		for i, op := range ops {
			event := fmt.Sprint("event ", op/8)
			before := m.counts()[event]
			called = nil
			switch kind := op % 8; kind {
			case 0, 1, 2, 3:
				listeners[i] = func() { called = append(called, i) }
				adders := []func(string, any) *EventEmitter{e.On, e.Once, e.PrependListener, e.PrependOnceListener}
				adders[kind](event, listeners[i])
				m.add(modelEntry{event, i, kind%2 == 1}, kind >= 2)
			case 4: // the latest listener
				if at := len(m.entries) - 1; at >= 0 {
					last := m.entries[at]
					event, before = last.event, m.counts()[last.event]
					e.Off(event, listeners[last.id])
					m.remove(event, last.id)
				}
			case 5:
				e.RemoveAllListeners(event)
				m.removeAll(event)
			case 6, 7:
				want := m.emit(event)
				got := false
				if kind == 6 {
					got = e.Emit(event)
				} else {
					got = Emit1(e, event, op)
				}
				require.Equal(t, len(want) > 0, got)
				require.Equal(t, want, called)
			}
			counts := m.counts()
			if before == 0 && counts[event] > 0 {
				order = append(order, event)
			} else if counts[event] == 0 {
				order = slices.DeleteFunc(order, func(name string) bool { return name == event })
			}
			require.Equal(t, append([]string{}, order...), e.EventNames())
			require.Equal(t, counts[event], e.ListenerCount(event))
		}
	})
}
