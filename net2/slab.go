package net2

import (
	"bytes"
	"io"
	"runtime"
	"sync"
	"sync/atomic"
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
var slabs = sync.Pool{New: func() any { return &slab{takeSlab().bytes[:]} }}

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

// maxReturning bounds the memory that comes back instead of being collected.
// It counts as live, so that the collector runs less often as well.
const maxReturning = 8

// returned has slabs whose chunks nobody holds any more. Their memory is warm,
// and need not be cleared. The collector empties it when nothing streams.
var (
	returned  sync.Pool
	returning atomic.Int32
)

// slabMemory is what slabs are made of. The collector finds out when the last
// chunk of it is gone, since no program says so, and its finalizer takes it back.
type slabMemory struct {
	bytes  [slabSize]byte
	unused bool // it has come back, and not been taken since
}

func takeSlab() *slabMemory {
	if m, ok := returned.Get().(*slabMemory); ok {
		m.unused = false
		return m
	}
	m := new(slabMemory)
	if returning.Add(1) > maxReturning {
		returning.Add(-1)
	} else {
		runtime.SetFinalizer(m, (*slabMemory).back)
	}
	return m
}

// back is called when the collector found m to be unreachable: as a rule
// because its chunks are gone, but at last because returned has let go of it.
func (m *slabMemory) back() {
	if m.unused {
		returning.Add(-1)
		return
	}
	m.unused = true
	runtime.SetFinalizer(m, (*slabMemory).back)
	returned.Put(m)
}
