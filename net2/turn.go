package net2

import (
	"bytes"
	"sync"
)

const (
	turnSize = 64 << 10 // what a connection gathers in a turn at most,
	maxParts = 256      // in how many parts,
	copySize = 16 << 10 // and how large a chunk is that is copied for that: Node's high-water mark of a socket
)

// turn is what a connection gathers between two flushes of the loop: parts of
// the page, in order. A connection has one only while it has something to send.
type turn struct {
	parts [][]byte
	size  int
	start int // where on the page the last part begins
	end   int // and ends; before the first, where the turn before this one began
	few   [2][]byte
}

// page is where all connections of a loop gather what they write. What one of
// them writes in a row is one part of it, and the kernel takes it from warm
// memory. What the program has just written to another connection is on the
// page already, and is not put there again: a broadcast is one copy, however
// many get it, and several of them, one after another, are one part for each.
type page struct {
	sheets []*sheet // none while the page is empty
	end    int      // how much is on it; what does not fit a sheet begins the next
	last   int      // where lies what was written last
	begun  int      // and the first part of the turn that was begun last
	common int      // up to where there may be what several turns have

	open  int     // how many turns have parts
	spare []*turn // and how many have had
}

const sheetSize = 64 << 10

type sheet [sheetSize]byte

var sheetPool = sync.Pool{New: func() any { return new(sheet) }}

const (
	spareTurns = 8192 // how many turns an empty page keeps
	spareParts = 16   // and the room for parts that each may keep
)

// fits says whether chunks of so many bytes are to be gathered, and there is room.
func (t *turn) fits(size int) bool {
	return size <= copySize && (t == nil || t.size+size <= turnSize && len(t.parts) < maxParts)
}

// begin returns a turn with nothing in it.
func (p *page) begin() (t *turn) {
	p.open++
	if last := len(p.spare) - 1; last >= 0 {
		t, p.spare = p.spare[last], p.spare[:last]
	} else {
		t = &turn{}
		t.parts = t.few[:0]
	}
	t.end = p.begun
	return t
}

// add is a write of b to the connection that t is of. The turn fits it.
func (p *page) add(t *turn, b []byte) {
	at := t.end
	switch {
	case at == p.end: // what one connection writes twice shall lie in a row
		at = p.put(b)
	case p.holds(at, b):
		p.common = max(p.common, at+len(b))
	case len(t.parts) < maxParts && p.holds(p.last, b): // a cork may add many to a turn that it fits
		at = p.last
		p.common = max(p.common, at+len(b))
	default:
		at = p.put(b)
	}
	if n := len(t.parts); n > 0 && at == t.end && at%sheetSize != 0 {
		part := &t.parts[n-1]
		*part = (*part)[:len(*part)+len(b)]
	} else {
		if n == 0 {
			p.begun = at
		}
		t.parts = append(t.parts, p.from(at)[:len(b)])
		t.start = at
	}
	t.size += len(b)
	t.end = at + len(b)
	p.last = at
}

// from is the rest of the sheet from there on.
func (p *page) from(at int) []byte { return p.sheets[at/sheetSize][at%sheetSize:] }

// holds says whether b lies there.
func (p *page) holds(at int, b []byte) bool {
	return at+len(b) <= p.end && at%sheetSize+len(b) <= sheetSize && bytes.Equal(p.from(at)[:len(b)], b)
}

// put copies b to the end of the page, and says where that is.
func (p *page) put(b []byte) (at int) {
	if used := p.end % sheetSize; used+len(b) > sheetSize {
		p.end += sheetSize - used
	}
	if p.end == len(p.sheets)*sheetSize {
		p.sheets = append(p.sheets, sheetPool.Get().(*sheet))
	}
	at = p.end
	p.end += copy(p.from(at), b)
	return at
}

// finish takes back a turn that was sent. After the last the page is empty.
// Until then it goes on where what nobody else has began: a connection that is
// written to until the kernel is full shall not fill it.
func (p *page) finish(t *turn) {
	if t.size > 0 && t.end == p.end && t.start >= p.common {
		p.end = t.start
	}
	clear(t.parts)
	clear(t.few[:]) // which the parts may have outgrown
	if t.parts, t.size = t.parts[:0], 0; cap(t.parts) > spareParts {
		t.parts = t.few[:0]
	}
	if len(p.spare) < spareTurns {
		p.spare = append(p.spare, t)
	}
	if p.open--; p.open > 0 {
		return
	}
	for i, s := range p.sheets {
		sheetPool.Put(s)
		p.sheets[i] = nil
	}
	p.sheets = p.sheets[:0]
	p.end, p.last, p.begun, p.common = 0, 0, 0, 0
}
