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
	used  atomic.Int32
	next  uint32 // the next slot's order
	slots []slot
	index *[]atomic.Uint32 // hash to slot number + 1; nil for small tables

	// Under the lock, for good:
	left     uint32 // the events of Options.Shape, bit by bit, that have left the order that it gives
	unshaped bool   // names do not keep their places, and removeListener tells of every removal after all

	cleared uint16 // how many tables were thrown away with all listeners before this one, round and round; fixed
}

// firstCapacity is for most emitters all that they need.
const firstCapacity = 2

// firstTable makes an emitter's first table, in one allocation.
func firstTable() *table {
	t := &struct {
		table
		first [firstCapacity]slot
	}{}
	t.slots = t.first[:]
	return &t.table
}

func newTable(capacity int) *table {
	t := &table{slots: make([]slot, capacity)}
	if capacity >= indexFrom {
		size := 1
		for size < 2*capacity {
			size *= 2
		}
		index := make([]atomic.Uint32, size)
		t.index = &index
	}
	return t
}

func (t *table) find(event string) *slot {
	if t.index != nil {
		return t.lookup(event)
	}
	slots := t.slots[:t.used.Load()]
	for i := range slots {
		if slots[i].name == event {
			return &slots[i]
		}
	}
	return nil
}

var hashSeed = maphash.MakeSeed()

func (t *table) lookup(event string) *slot {
	index := *t.index
	mask := uint64(len(index) - 1)
	for h := maphash.String(hashSeed, event); ; h++ {
		n := index[h&mask].Load()
		if n == 0 {
			return nil
		}
		if s := &t.slots[n-1]; s.name == event {
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
	return t.cleared
}

// full reports whether a new name needs a new table.
func (t *table) full() bool {
	return t == nil || int(t.used.Load()) == len(t.slots) || t.next == math.MaxUint32
}

// add appends a slot. The listeners come first, so that whoever finds the slot finds them.
func (t *table) add(event string, l *list, warned bool) {
	n := t.used.Load()
	s := &t.slots[n]
	s.name, s.order, s.warned = event, t.next, warned
	s.listeners.Store(l)
	t.next++
	t.used.Store(n + 1)
	if t.index == nil {
		return
	}
	index := *t.index
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
	for i := range t.slots[:t.used.Load()] {
		if s := &t.slots[i]; s.listeners.Load() != nil {
			found = append(found, s)
		}
	}
	slices.SortFunc(found, func(a, b *slot) int { return cmp.Compare(a.order, b.order) })
	return found
}

// grown returns a table with the same live events and room for at least one more.
func (t *table) grown() *table {
	if t == nil {
		return firstTable()
	}
	live := t.live()
	capacity := len(t.slots)
	if 2*len(live) > capacity {
		capacity *= 2
	}
	g := firstTable()
	if capacity > firstCapacity {
		g = newTable(capacity)
	}
	g.left, g.unshaped, g.cleared = t.left, t.unshaped, t.cleared
	for _, s := range live {
		g.add(s.name, s.listeners.Load(), s.warned)
	}
	return g
}
