package stream

import (
	"encoding/binary"
	"unsafe"
)

// chunk is a piece of data on its way through a readable side: bytes, unless value is set (a string, or anything in
// object mode). Streams of bytes never box.
type chunk struct {
	bytes []byte
	value any
	units int // size of a string that waits: counting is work, and each Read(n) asks for it
}

func textChunk(s string) chunk { return chunk{value: s, units: utf16Length(s)} }

// any returns the chunk as the program sees it.
func (ch chunk) any() any {
	if ch.value != nil {
		return ch.value
	}
	return ch.bytes
}

// size is JavaScript's length: bytes, or UTF-16 units of a string that waits.
func (ch chunk) size() int {
	if ch.value != nil {
		return ch.units
	}
	return len(ch.bytes)
}

// text returns the chunk as a string, as `” + chunk` does in JavaScript.
func (ch chunk) text() string {
	if s, ok := ch.value.(string); ok {
		return s
	}
	return Decode(ch.bytes, UTF8)
}

// utf16Length returns what JavaScript calls the length of s.
func utf16Length(s string) int {
	n := asciiLength(s)
	for _, c := range s[n:] {
		n++
		if c > 0xFFFF {
			n++
		}
	}
	return n
}

// asciiLength returns how many bytes at the front of s are ASCII, give or take seven. Text mostly is, so it looks at
// eight at a time.
func asciiLength(s string) int {
	b := unsafe.Slice(unsafe.StringData(s), len(s))
	n := 0
	for len(b)-n >= 8 && binary.LittleEndian.Uint64(b[n:])&0x8080808080808080 == 0 {
		n += 8
	}
	return n
}

// cutUTF16 cuts s after n UTF-16 units. A character of two units is never cut: it goes to the front, since a Go string
// cannot hold half of it.
func cutUTF16(s string, n int) (front, rest string) {
	for i, c := range s {
		if n <= 0 {
			return s[:i], s[i:]
		}
		n--
		if c > 0xFFFF {
			n--
		}
	}
	return s, ""
}

// chunkList is a queue of chunks that can also be put back in front.
type chunkList struct {
	items []chunk
	head  int
}

func (l *chunkList) len() int {
	return len(l.items) - l.head
}

func (l *chunkList) front() *chunk { return &l.items[l.head] }

func (l *chunkList) push(ch chunk) {
	if l.head > 1024 && l.head > len(l.items)/2 {
		n := copy(l.items, l.items[l.head:])
		clear(l.items[n:])
		l.items, l.head = l.items[:n], 0
	}
	l.items = append(l.items, ch)
}

func (l *chunkList) unshift(ch chunk) {
	if len(l.items) == 0 {
		l.items = append(l.items, ch)
		return
	}
	if l.head == 0 {
		roomy := make([]chunk, 2*len(l.items)+4)
		l.head = len(roomy) - len(l.items)
		copy(roomy[l.head:], l.items)
		l.items = roomy
	}
	l.head--
	l.items[l.head] = ch
}

func (l *chunkList) shift() chunk {
	ch := l.items[l.head]
	l.items[l.head] = chunk{}
	l.head++
	if l.head == len(l.items) {
		l.items, l.head = l.items[:0], 0
		if cap(l.items) > 64 { // a burst is over
			l.items = nil
		}
	}
	return ch
}

// all returns everything and takes nothing out.
func (l *chunkList) all() []chunk {
	return l.items[l.head:]
}
