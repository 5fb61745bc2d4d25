package net2

import (
	"runtime"
	"slices"
	"sync"
	"sync/atomic"
	"unsafe"
)

// conduit carries a chunk from one connection to another inside the kernel, in a pipe: its bytes are not copied into
// the process and out again. To the streams the chunk is memory of its length into which nothing was read. That can be
// so because it only goes to a pipe between two sockets, which hand it on without a look, and because the write finds
// the conduit. Before anything else becomes of the chunk, bring puts the bytes where they belong.
type conduit struct {
	ends    ends
	memory  *carriage // nil once the bytes were brought: then it is the chunk's
	size    int       // of the chunk
	left    int       // bytes that are still in the kernel
	cleanup runtime.Cleanup
}

// carriage is the most that a conduit carries. It is more than a read brings: what costs is the receiver, who is woken
// for every write.
type carriage [4 * readSize]byte

// What is in a conduit is more than a connection gathers by copying it.
const _ = uint(joinSize - copySize)

// maxConduits bounds the descriptors that conduits take, two each. A reader that finds none copies.
const maxConduits = 64

var (
	conduits     sync.Pool // those at rest; the collector closes them when nothing streams
	openConduits atomic.Int32
)

// takeConduit returns an empty one, or nil.
func takeConduit() *conduit {
	c, ok := conduits.Get().(*conduit)
	if !ok {
		if c = newConduit(); c == nil {
			return nil
		}
	}
	if c.memory == nil {
		c.memory = new(carriage)
	}
	return c
}

func newConduit() *conduit {
	if openConduits.Add(1) > maxConduits {
		openConduits.Add(-1)
		return nil
	}
	ends, err := newEnds()
	if err != nil {
		openConduits.Add(-1)
		return nil
	}
	c := &conduit{ends: ends}
	c.cleanup = runtime.AddCleanup(c, closeEnds, ends)
	return c
}

func closeEnds(e ends) {
	e.close()
	openConduits.Add(-1)
}

// release takes a conduit back. The bytes in it nobody wants any more: one at rest is empty, or a full pipe would look
// like a socket without bytes.
func (c *conduit) release() {
	if c.left > 0 {
		c.cleanup.Stop()
		closeEnds(c.ends)
		runtime.KeepAlive(c)
		return
	}
	conduits.Put(c)
}

// receive takes what a socket has. 0: ask recv whether that is the end.
func (c *conduit) receive(fd uintptr) (n int, err error) {
	n, err = c.ends.receive(fd, len(c.memory))
	c.size, c.left = n, n
	return n, err
}

// chunk is the memory that stands for what was received.
func (c *conduit) chunk() []byte { return c.memory[:c.size:c.size] }

// standsFor says whether b is the chunk.
func (c *conduit) standsFor(b []byte) bool {
	return c.memory != nil && len(b) == c.size && unsafe.SliceData(b) == &c.memory[0]
}

// send is writeFD of the chunk.
func (c *conduit) send(fd uintptr) (n int, err error) {
	n, err = c.ends.send(fd, c.left)
	c.left -= n
	return n, err
}

// bring puts what is still in the kernel to its place in the chunk.
func (c *conduit) bring() {
	if c.left > 0 {
		c.ends.read(c.memory[c.size-c.left : c.size])
		c.left, c.memory = 0, nil
	}
}

// copy is bring for a chunk that is so small that it gets memory of its own.
func (c *conduit) copy() []byte {
	b := make([]byte, c.left)
	c.ends.read(b)
	c.left = 0
	return b
}

// readIntoConduit is one read. A chunk that is small, or finds no conduit, is copied.
func (r *reader) readIntoConduit(fd uintptr, buf *readBuffer) (in inbound, ok bool, left *readBuffer) {
	c := takeConduit()
	if c == nil {
		return r.read(fd, buf)
	}
	n, err := c.receive(fd)
	switch {
	case n > joinSize:
		return inbound{data: c.chunk(), by: c}, true, buf
	case n > 0:
		r.h.into.Store(intoBuffer)
		in.data = c.copy()
	case notSpliced(err):
		r.h.into.Store(intoBuffer)
		fallthrough
	case err == nil: // nothing yet, or the end, or not: only recv can tell
		c.release()
		return r.read(fd, buf)
	default:
		in.err = err
	}
	c.release()
	return in, true, buf
}

// conduitOf returns the conduit that the first chunk is in, or nil. If to does not lead on, it brings the bytes.
func (b *backlog) conduitOf(first []byte, to *Socket) *conduit {
	if len(b.by) == 0 || !b.by[0].standsFor(first) {
		return nil
	}
	c := b.by[0]
	b.by = slices.Delete(b.by, 0, 1)
	if to == nil || !to.leadsOn() {
		c.bring()
		c.release()
		return nil
	}
	return c
}
