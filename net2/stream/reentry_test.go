package stream

import (
	"errors"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/nodenet/go/net2/loop"
)

// A writev hook that writes: Node v20 loses that chunk and never finishes; here it waits for its turn.
func TestWriteFromInsideWritev(t *testing.T) {
	for name, async := range map[string]bool{"sync": false, "async": true} {
		t.Run(name, func(t *testing.T) {
			l := loop.New()
			got, order := "", []int(nil)
			told := func(n int) func(error) { return func(error) { order = append(order, n) } }
			answer := func(cb func(error)) { cb(nil) }
			if async {
				answer = func(cb func(error)) { l.SetImmediate(func() { cb(nil) }) }
			}
			w := NewWritable(WritableOptions{Loop: l,
				WriteBytes: func(_ *Writable, b []byte, cb func(error)) {
					got += string(b)
					answer(cb)
				},
				Writev: func(w *Writable, chunks []Chunk, cb func(error)) {
					for _, c := range chunks {
						got += string(c.Bytes)
					}
					if got == "one two " {
						w.Write("three ", told(3))
						w.End("four", told(4))
					}
					answer(cb)
				}})
			w.Cork()
			w.Write("one ", told(1))
			w.Write("two ", told(2))
			w.Uncork()
			finishLoop(t, l)
			assert.Equal(t, "one two three four", got)
			assert.Equal(t, []int{1, 2, 3, 4}, order)
			assert.True(t, w.WritableFinished())
			assert.True(t, w.Closed())
		})
	}
}

// Destroy from inside each of the callbacks: one close, and nothing after it.
func TestDestroyInsideAnything(t *testing.T) {
	events := []string{"data", "readable", "end", "pause", "resume", "drain", "prefinish", "finish", "error", "close"}
	hooks := []string{"read", "write", "final", "destroy", "callback"}
	for _, place := range append(events, hooks...) {
		t.Run(place, func(t *testing.T) {
			l := loop.New()
			var d *Duplex
			at := func(p string) {
				if p == place {
					d.Destroy()
				}
			}
			calls, closes, afterClose := 0, 0, 0
			d = NewDuplex(DuplexOptions{Loop: l, HighWaterMark: 2,
				Read: func(d *Duplex, _ int) {
					at("read")
					l.SetImmediate(func() {
						d.Push("abc")
						d.Push(nil)
					})
				},
				WriteBytes: func(_ *Duplex, _ []byte, cb func(error)) {
					at("write")
					l.SetImmediate(func() { cb(nil) })
				},
				Final: func(_ *Duplex, cb func(error)) {
					at("final")
					cb(nil)
				},
				Destroy: func(_ *Duplex, err error, cb func(error)) {
					at("destroy")
					cb(err)
				}})
			for _, e := range events {
				if e == "readable" && place != "readable" {
					continue
				}
				d.On(e, func() {
					// In Node, too, 'finish' follows a destroy in 'prefinish' when there is a final hook.
					if closes > 0 && (place != "prefinish" || e != "finish") {
						afterClose++
					}
					if e == "close" {
						closes++
					}
					at(e)
				})
			}
			done := func(error) {
				calls++
				at("callback")
			}
			d.Write("one", done)
			d.Write("two", done)
			d.End("three", done)
			finishLoop(t, l)
			if !d.Destroyed() { // nobody read it out
				d.Resume()
				finishLoop(t, l)
			}
			assert.Equal(t, 3, calls, "every callback once")
			assert.Equal(t, 1, closes)
			assert.Zero(t, afterClose, "nothing follows 'close'")
			assert.True(t, d.Closed())
		})
	}
}

func TestPushInsideData(t *testing.T) {
	l := loop.New()
	got := ""
	r := flowing(l, nil)
	r.On("data", func(b []byte) {
		got += string(b)
		if len(got) < 5 {
			r.PushBytes([]byte{'a' + byte(len(got))})
		}
	})
	finishLoop(t, l)
	r.PushBytes([]byte("a"))
	assert.Equal(t, "abcde", got)
	finishLoop(t, l)
}

func TestWriteInsideCallback(t *testing.T) {
	l := loop.New()
	got, ended := "", false
	w := NewWritable(WritableOptions{Loop: l, WriteBytes: func(_ *Writable, b []byte, cb func(error)) {
		got += string(b)
		cb(nil)
	}})
	var again func(error)
	again = func(err error) {
		assert.NoError(t, err)
		if len(got) < 1000 {
			w.Write("x", again)
		} else {
			w.End(func() { ended = true })
		}
	}
	w.Write("x", again)
	finishLoop(t, l)
	assert.Len(t, got, 1000)
	assert.True(t, ended)
	assert.True(t, w.Closed())
}

// What waits is failed once, in order, even when a callback starts the writing again.
func TestFailedWritesAreFailedOnce(t *testing.T) {
	l := loop.New()
	boom := errors.New("boom")
	w := NewWritable(WritableOptions{Loop: l, NoAutoDestroy: true,
		WriteBytes: func(_ *Writable, _ []byte, cb func(error)) { l.SetImmediate(func() { cb(boom) }) }})
	w.On("error", func(err error) { assert.Equal(t, boom, err) })
	var order []string
	for _, c := range []string{"a", "b", "c"} {
		w.Write(c, func(err error) {
			assert.Error(t, err)
			order = append(order, c)
			w.Cork()
			w.Uncork()
		})
	}
	finishLoop(t, l)
	assert.Equal(t, []string{"a", "b", "c"}, order)
	assert.Zero(t, w.WritableLength())
}

func TestUndestroyMakesAStreamNew(t *testing.T) {
	l := loop.New()
	written := ""
	d := NewDuplex(DuplexOptions{Loop: l, Read: func(*Duplex, int) {},
		WriteBytes: func(_ *Duplex, b []byte, cb func(error)) {
			written += string(b)
			cb(nil)
		}})
	var got []string
	d.On("data", func(s string) { got = append(got, s) })
	for _, e := range []string{"end", "finish", "close"} {
		d.On(e, func() { got = append(got, e) })
	}
	for _, life := range []string{"one", "two"} {
		d.Push(life)
		d.Push(nil)
		d.End(life)
		finishLoop(t, l)
		assert.True(t, d.Destroyed())
		assert.False(t, d.Writable())
		Undestroy(d)
		assert.False(t, d.Destroyed())
		assert.True(t, d.Writable())
		assert.True(t, d.Readable())
		assert.NoError(t, d.Errored())
	}
	assert.Equal(t, "onetwo", written)
	assert.Equal(t, []string{"one", "finish", "end", "close", "two", "finish", "end", "close"}, got)
}

func TestOwnerIsWhatListenersSee(t *testing.T) {
	l := loop.New()
	type socket struct{ Duplex }
	s := &socket{}
	s.Init(DuplexOptions{Loop: l, Owner: s, Class: "Socket",
		Read: func(d *Duplex, _ int) { assert.Same(t, s, d.Owner()) }})
	w := swallow(l, WritableOptions{})
	w.On("pipe", func(src ReadableStream) { assert.Same(t, s, src) })
	w.On("unpipe", func(src *socket) { assert.Same(t, s, src) })
	s.Pipe(w)
	s.Unpipe(w)
	s.Read()
	finishLoop(t, l)
	d := NewDuplex(DuplexOptions{Loop: l})
	assert.Same(t, d, d.Owner())
	assert.Same(t, l, d.Loop())
}

func TestWriteAfterEndHook(t *testing.T) {
	l := loop.New()
	var asked int
	d := NewDuplex(DuplexOptions{Loop: l,
		WriteBytes:    func(_ *Duplex, _ []byte, cb func(error)) { cb(nil) },
		WriteAfterEnd: func(_ *Duplex, cb func(error)) bool { asked++; return asked == 1 }})
	d.On("error", func(err error) { assert.ErrorIs(t, err, ErrWriteAfterEnd) })
	d.Write("before")
	assert.Zero(t, asked)
	d.End()
	assert.False(t, d.Write("taken by the hook"))
	assert.NoError(t, d.Errored())
	assert.False(t, d.WriteBytes([]byte("not taken")))
	assert.ErrorIs(t, d.Errored(), ErrWriteAfterEnd)
	finishLoop(t, l)
}
