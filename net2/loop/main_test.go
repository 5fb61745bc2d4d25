package loop_test

import (
	"testing"
	"time"

	"go.uber.org/goleak"

	"github.com/nodenet/go/net2/loop"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

const ms = time.Millisecond

// record keeps what callbacks said, in order.
type record []string

func (r *record) add(word string)        { *r = append(*r, word) }
func (r *record) say(word string) func() { return func() { r.add(word) } }

// take returns what was said since it was last called.
func (r *record) take() []string {
	words := *r
	*r = nil
	return words
}

// keepAlive starts a handle: the loop runs until that, or the loop, is stopped.
func keepAlive(l *loop.Loop) *loop.Handle {
	h := new(loop.Handle)
	h.Init(l)
	h.Start()
	return h
}

// inTurn runs fn as a callback on l, and the loop to its end.
func inTurn(l *loop.Loop, fn func()) {
	l.Post(fn)
	l.Run()
}
