package net2

import (
	"testing"
	"unsafe"

	"github.com/stretchr/testify/assert"
)

// A server may have very many sockets. What only few of them need has its place behind a pointer: see seldom. The
// bounds are size classes of Go's allocator.
func TestASocketIsSmall(t *testing.T) {
	assert.LessOrEqual(t, unsafe.Sizeof(Socket{}), uintptr(288))
	assert.LessOrEqual(t, unsafe.Sizeof(handle{}), uintptr(144))
}

// What a write looks at lies together, first in the socket, then in the handle: it is what a program that writes to
// thousands of sockets in a row waits for.
func TestWhatAWriteNeedsLiesTogether(t *testing.T) {
	var s Socket
	var h handle
	const line = 64
	assert.LessOrEqual(t, unsafe.Offsetof(s.connecting)-unsafe.Offsetof(s.handle), uintptr(line))
	assert.LessOrEqual(t, unsafe.Offsetof(s.handle), unsafe.Offsetof(s.Duplex)+unsafe.Sizeof(s.Duplex))
	assert.LessOrEqual(t, unsafe.Offsetof(h.writer)+unsafe.Offsetof(h.writer.turn)-unsafe.Offsetof(h.shut), uintptr(line))
}
