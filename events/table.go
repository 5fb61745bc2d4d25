package events

import (
	"cmp"
	"hash/maphash"
	"math"
	"slices"
	"sync/atomic"
)

// list holds the listeners of one event. It never changes once it is published, so that Emit can walk it without
// a lock and without a copy. Its element is the only listener, by far the usual case: a func of an unnamed type, or
// *OnceWrapper. Or it is a *[]any of them.
type list [1]any

func newList(fn any) *list { return &list{fn} }

// fns are the listeners in order, at least one.
func (l *list) fns() []any {
	if all, many := l[0].(*[]any); many {
		return *all
	}
	return l[:]
}

// appended shares the array with the old list: a walker of the old one never looks past its own length,
// and only the newest list is ever appended to.
func (l *list) appended(fn any) *list {
	fns := append(l.fns(), fn)
	return &list{&fns}
}

func (l *list) prepended(fn any) *list {
	old := l.fns()
	fns := append(append(make([]any, 0, len(old)+1), fn), old...)
	return &list{&fns}
}

// without returns nil when nothing is left.
func (l *list) without(i int) *list {
	old := l.fns()
	switch len(old) {
	case 1:
		return nil
	case 2:
		return newList(old[1-i])
	}
	fns := append(append(make([]any, 0, len(old)-1), old[:i]...), old[i+1:]...)
	return &list{&fns}
}

// slot is one event name. Readers look at name (fixed once published) and listeners; the rest belongs to the lock.
type slot struct {
	name      string
	listeners atomic.Pointer[list] // nil: the event has no listener now
	order     uint32               // when the event got its first listener, relative to the others
	warned    bool                 // the leak warning was given for these listeners
	displaced bool                 // the event has lost its place in the order with its listeners
}

// indexFrom is the number of events from which a hash index beats comparing names one by one.
const indexFrom = 17

// table holds the events of an emitter. Slots are filled in place and published through used; a slot is never given
// to another name. A full table is replaced by a new one, without the slots that have no listeners.
type table struct {
	used atomic.Int32
	next uint32 // the next slot's order
	few  [firstCapacity]slot
	more atomic.Pointer[more] // nil until something of it is set
}

// firstCapacity is for most emitters all that they need.
const firstCapacity = 2

// more is what most tables do without.
type more struct {
	slots []slot           // that follow few
	index *[]atomic.Uint32 // hash to number among slots + 1; nil when they are not many
	past                   // under the lock
}

// past is what a table has to know of what is gone.
type past struct {
	left     uint32 // the events of Options.Shape, bit by bit, that have left the order that it gives
	unshaped bool   // names do not keep their places, and removeListener tells of every removal after all

	cleared uint16 // how many tables were thrown away with all listeners before this one, round and round; fixed
}

func newTable(capacity int) *table {
	t := &table{}
	if capacity <= firstCapacity {
		return t
	}
	m := &more{slots: make([]slot, capacity-firstCapacity)}
	if capacity >= indexFrom {
		size := 1
		for size < 2*capacity {
			size *= 2
		}
		index := make([]atomic.Uint32, size)
		m.index = &index
	}
	t.more.Store(m)
	return t
}

// past is for reading, own for writing.
func (t *table) past() past {
	if m := t.more.Load(); m != nil {
		return m.past
	}
	return past{}
}

func (t *table) own() *past {
	m := t.more.Load()
	if m == nil {
		m = &more{}
		t.more.Store(m)
	}
	return &m.past
}

func (t *table) capacity() int {
	n := firstCapacity
	if m := t.more.Load(); m != nil {
		n += len(m.slots)
	}
	return n
}

func (t *table) at(i int) *slot {
	if i < firstCapacity {
		return &t.few[i]
	}
	return &t.more.Load().slots[i-firstCapacity]
}

func (t *table) find(event string) *slot {
	used := int(t.used.Load())
	switch {
	case used > 0 && t.few[0].name == event:
		return &t.few[0]
	case used > 1 && t.few[1].name == event:
		return &t.few[1]
	case used <= firstCapacity:
		return nil
	}
	m := t.more.Load()
	if m.index != nil {
		return m.lookup(event)
	}
	slots := m.slots[:used-firstCapacity]
	for i := range slots {
		if slots[i].name == event {
			return &slots[i]
		}
	}
	return nil
}

var hashSeed = maphash.MakeSeed()

func (m *more) lookup(event string) *slot {
	index := *m.index
	mask := uint64(len(index) - 1)
	for h := maphash.String(hashSeed, event); ; h++ {
		n := index[h&mask].Load()
		if n == 0 {
			return nil
		}
		if s := &m.slots[n-1]; s.name == event {
			return s
		}
	}
}

// slotOf is find for a table that may be nil.
func (t *table) slotOf(event string) *slot {
	if t == nil {
		return nil
	}
	return t.find(event)
}

// get returns the listeners of an event, nil if there are none.
func (t *table) get(event string) *list {
	if s := t.slotOf(event); s != nil {
		return s.listeners.Load()
	}
	return nil
}

// times tells how often all listeners were removed at once.
func (t *table) times() uint16 {
	if t == nil {
		return 0
	}
	return t.past().cleared
}

// full reports whether a new name needs a new table.
func (t *table) full() bool {
	return t == nil || int(t.used.Load()) == t.capacity() || t.next == math.MaxUint32
}

// add appends a slot. The listeners come first, so that whoever finds the slot finds them.
func (t *table) add(event string, l *list, warned bool) {
	n := int(t.used.Load())
	s := t.at(n)
	s.name, s.order, s.warned = event, t.next, warned
	s.listeners.Store(l)
	t.next++
	t.used.Store(int32(n + 1))
	if n >= firstCapacity {
		t.more.Load().enter(event, n-firstCapacity)
	}
}

// enter puts the slot of the event into the index.
func (m *more) enter(event string, n int) {
	if m.index == nil {
		return
	}
	index := *m.index
	mask := uint64(len(index) - 1)
	h := maphash.String(hashSeed, event)
	for index[h&mask].Load() != 0 {
		h++
	}
	index[h&mask].Store(uint32(n) + 1)
}

// live returns the slots that have listeners, oldest first.
func (t *table) live() []*slot {
	if t == nil {
		return nil
	}
	var found []*slot
	for i := range int(t.used.Load()) {
		if s := t.at(i); s.listeners.Load() != nil {
			found = append(found, s)
		}
	}
	slices.SortFunc(found, func(a, b *slot) int { return cmp.Compare(a.order, b.order) })
	return found
}

// grown returns a table with the same live events and room for at least one more.
func (t *table) grown() *table {
	if t == nil {
		return newTable(firstCapacity)
	}
	live := t.live()
	capacity := t.capacity()
	if 2*len(live) > capacity {
		capacity *= 2
	}
	g := newTable(capacity)
	if p := t.past(); p != (past{}) {
		*g.own() = p
	}
	for _, s := range live {
		g.add(s.name, s.listeners.Load(), s.warned)
	}
	return g
}
