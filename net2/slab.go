package net2

import (
	"bytes"
	"io"
	"sync"
)

// slabSize is the memory that the chunks of a fast stream are cut from. A data
// listener may keep its bytes, so each chunk is new memory. But a heap that
// holds little more than the last chunks is collected hundreds of times a
// second, and each of them is locked for, cleared and swept on its own. To take
// many at a time costs little more than half of that. A chunk that the program
// keeps also keeps its neighbours. So only full reads are cut from slabs, of
// which the last before a silence is none, and only once the program has been
// seen to keep one.
const slabSize = 32 * readSize

// slabs has what is left of slabs that are in use. The collector empties it
// when nothing streams.
var slabs = sync.Pool{New: func() any { return &slab{make([]byte, slabSize)} }}

type slab struct{ rest []byte }

// readIntoSlab is one read. Its chunk is cut from a slab when it is full, and
// copied when it is not. It is not ok when there is nothing yet.
func readIntoSlab(fd uintptr) (in inbound, ok bool) {
	s := slabs.Get().(*slab)
	n, err := readFD(fd, s.rest[:readSize])
	switch {
	case n == readSize:
		in.data = s.cut(n)
	case n > 0:
		in.data = bytes.Clone(s.rest[:n])
	case n == 0 && err == nil:
		in.err = io.EOF
	default:
		in.err = err
	}
	if len(s.rest) >= readSize {
		slabs.Put(s)
	}
	return in, n >= 0
}

func (s *slab) cut(n int) (chunk []byte) {
	chunk, s.rest = s.rest[:n:n], s.rest[n:]
	return chunk
}
