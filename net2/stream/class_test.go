package stream

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/nodenet/go/events"
	"github.com/nodenet/go/net2/loop"
)

// took notes what reaches which hook.
type took struct {
	at, later string
	room      int // bytes that TakeBytes may take
	done      func(error)
}

func (t *took) options(l *loop.Loop) DuplexOptions {
	return DuplexOptions{
		Loop:          l,
		HighWaterMark: 4,
		TakeBytes: func(_ *Duplex, b []byte) bool {
			if len(b) > t.room {
				return false
			}
			t.at += string(b)
			return true
		},
		WriteBytes: func(_ *Duplex, b []byte, cb func(error)) {
			t.later += string(b)
			t.done = cb
		},
	}
}

func TestTakeBytesGetsWhatNeedsNotWait(t *testing.T) {
	l := loop.New()
	hooks := &took{room: 3}
	d := NewDuplex(hooks.options(l))
	drains := 0
	d.On("drain", func() { drains++ })

	assert.True(t, d.WriteBytes([]byte("abc")))
	assert.True(t, d.Write([]byte("de")))
	assert.True(t, d.Write("fg"))
	assert.Equal(t, "abcdefg", hooks.at)
	assert.Zero(t, d.WritableLength())
	assert.Zero(t, Debug(d).Write.PendingCallbacks)

	called := 0
	assert.True(t, d.WriteBytes([]byte("h"), func(error) { called++ }), "a callback is the other hook's")
	assert.True(t, d.Write("i"), "behind a chunk that waits")
	hooks.done(nil)
	assert.Equal(t, "hi", hooks.later)
	assert.False(t, d.Write("jklm"))
	hooks.done(nil)
	hooks.done(nil)
	assert.Equal(t, "hijklm", hooks.later)
	assert.Equal(t, 1, called)
	assert.Equal(t, 1, drains)

	assert.True(t, d.Write("n"), "at once again")
	assert.False(t, d.Write("opqr"), "too much for it, and for the mark")
	assert.Equal(t, "abcdefgn", hooks.at)
	assert.Equal(t, "hijklmopqr", hooks.later)
}

func TestTakeBytesIsNotAskedByAStreamThatHoldsBack(t *testing.T) {
	for name, hold := range map[string]func(d *Duplex){
		"corked":    func(d *Duplex) { d.Cork() },
		"ended":     func(d *Duplex) { d.End() },
		"destroyed": func(d *Duplex) { d.Destroy() },
	} {
		t.Run(name, func(t *testing.T) {
			l := loop.New()
			hooks := &took{room: 100}
			d := NewDuplex(hooks.options(l))
			d.On("error", func(error) {})
			hold(d)
			d.WriteBytes([]byte("x"))
			d.Write("y")
			assert.Empty(t, hooks.at)
			l.Run()
		})
	}
	l := loop.New()
	hooks := &took{room: 100}
	o := hooks.options(l)
	o.Construct = func(_ *Duplex, cb func(error)) { cb(nil) }
	d := NewDuplex(o)
	d.Write("x")
	assert.Empty(t, hooks.at, "before it is constructed")
	l.Run()
	assert.Equal(t, "x", hooks.later)
}

// The streams of a prototype have its hooks, each for itself, on whichever loop.
func TestAPrototypeIsShared(t *testing.T) {
	type line struct {
		Duplex
		got string
	}
	declared := events.Declare(map[string]any{"rang": func(int) {}}, Signatures())
	prototype := NewPrototype(DuplexOptions{
		Class:      "Line",
		Signatures: declared,
		Read:       func(d *Duplex, _ int) {},
		TakeBytes: func(d *Duplex, b []byte) bool {
			l := d.Owner().(*line)
			l.got += string(b)
			return true
		},
	})
	for range 2 {
		on := loop.New()
		a, b := &line{}, &line{}
		a.Init(DuplexOptions{Loop: on, Owner: a, Prototype: prototype})
		b.Init(DuplexOptions{Loop: on, Owner: b, Prototype: prototype, CaptureRejections: true})
		a.Write("to a")
		b.Write("to b")
		assert.Equal(t, "to a", a.got)
		assert.Equal(t, "to b", b.got)
		assert.Panics(t, func() { a.On("rang", func(string) {}) })

		boom := assert.AnError
		var failed []error
		b.On("error", func(err error) { failed = append(failed, err) })
		b.On("rang", func(int) error { return boom })
		b.Emit("rang", 1)
		on.Run()
		assert.Equal(t, []error{boom}, failed, "its own options are its own")
		a.On("rang", func(int) error { return boom })
		a.Emit("rang", 1)
		require.PanicsWithValue(t, boom, on.Run)
	}
}
