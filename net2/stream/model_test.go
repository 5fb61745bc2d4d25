package stream

import (
	"bytes"
	"errors"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/nodenet/go/net2/loop"
)

// script is a random program, read from fuzz input: each byte is a choice.
type script struct {
	l     *loop.Loop
	bytes []byte
}

func (s *script) pick(n int) int {
	if len(s.bytes) == 0 {
		return 0
	}
	b := s.bytes[0]
	s.bytes = s.bytes[1:]
	return int(b) % n
}

// later runs fn now or in one of the loop's ways.
func (s *script) later(fn func()) {
	switch s.pick(4) {
	case 0:
		fn()
	case 1:
		s.l.NextTick(fn)
	case 2:
		s.l.QueueMicrotask(fn)
	case 3:
		s.l.SetImmediate(fn)
	}
}

// each runs the steps of the program until its bytes are used up.
func (s *script) each(step func()) {
	if len(s.bytes) == 0 {
		return
	}
	step()
	s.later(func() { s.each(step) })
}

var scripts = []string{
	"", "abcdefghijklmnopqrstuvwxyz", "\x00\x01\x02\x03\x04\x05\x06\x07\x08\x09\x0a\x0b\x0c\x0d\x0e\x0f",
	"The quick brown fox jumps over the lazy dog, twice: the quick brown fox jumps over the lazy dog.",
	"\xff\x00\xfe\x01\xfd\x02\xfc\x03\xfb\x04\xfa\x05\xf9\x06\xf8\x07\xf7\x08\xf6\x09\xf5\x0a",
}

// Whatever is done to a Readable, every byte that was pushed is delivered once and in order, 'end' comes after the
// last of them, and 'close' once, at the very end.
func FuzzReadableDeliversEverythingInOrder(f *testing.F) {
	for _, s := range scripts {
		f.Add([]byte(s), uint8(3))
	}
	f.Fuzz(func(t *testing.T, program []byte, mark uint8) {
		if len(program) > 300 {
			return
		}
		s := &script{l: loop.New(), bytes: program}
		var pushed, got []byte
		over, ends, closes := false, 0, 0
		var r *Readable
		push := func() {
			if over || r.Destroyed() {
				return
			}
			b := bytes.Repeat([]byte{byte(len(pushed))}, 1+s.pick(5))
			pushed = append(pushed, b...)
			r.PushBytes(b)
		}
		r = NewReadable(ReadableOptions{Loop: s.l, HighWaterMark: 1 + int(mark), Read: func(*Readable, int) {
			if len(s.bytes) > 0 && s.pick(2) == 0 {
				s.later(push)
			}
		}})
		r.On("end", func() {
			ends++
			assert.Equal(t, pushed, got, "'end' before the last byte")
		})
		r.On("close", func() { closes++ })
		take := func(v any) {
			if b, ok := v.([]byte); ok && r.ListenerCount("data") == 0 {
				got = append(got, b...)
			}
		}
		onData := func(b []byte) {
			got = append(got, b...)
			if s.pick(4) == 0 {
				r.Pause()
			}
		}
		onReadable := func() { take(r.Read(1 + s.pick(8))) } // a read(0) here can go on for ever, as in Node
		s.each(func() { readableStep(s, r, push, take, onData, onReadable) })
		finishLoop(t, s.l)

		over = true
		require.False(t, r.Destroyed())
		r.Push(nil)
		r.Off("readable", onReadable)
		if r.ListenerCount("data") == 0 {
			r.On("data", onData)
		}
		for range 2 + len(pushed) {
			r.Resume()
			finishLoop(t, s.l)
		}
		assert.Equal(t, pushed, got)
		assert.Equal(t, 1, ends)
		assert.Equal(t, 1, closes)
		assert.Zero(t, r.ReadableLength())
	})
}

func readableStep(s *script, r *Readable, push func(), take func(any), onData func([]byte), onReadable func()) {
	switch s.pick(10) {
	case 0, 1:
		push()
	case 2:
		if r.ListenerCount("data") == 0 {
			r.On("data", onData)
		}
	case 3, 4: // the listener stays: what flows without one is lost, as in Node
		r.Pause()
	case 5:
		if r.ListenerCount("data") > 0 {
			r.Resume()
		}
	case 6:
		take(r.Read())
	case 7:
		take(r.Read(s.pick(12)))
	case 8:
		if r.ListenerCount("readable") == 0 {
			r.On("readable", onReadable)
		}
	case 9:
		if r.ListenerCount("data") > 0 {
			r.Off("readable", onReadable)
		}
	}
}

// Whatever is done to a Writable, the hooks get every byte once and in order until it ends or is destroyed, every
// callback is called once and in order, and 'close' comes once.
func FuzzWritableCallsBackInOrder(f *testing.F) {
	for _, s := range scripts {
		f.Add([]byte(s), uint8(3), uint8(0))
		f.Add([]byte(s), uint8(0), uint8(1))
	}
	f.Fuzz(func(t *testing.T, program []byte, mark, kind uint8) {
		if len(program) > 300 {
			return
		}
		s := &script{l: loop.New(), bytes: program}
		m := &writableModel{t: t, s: s}
		o := WritableOptions{Loop: s.l, HighWaterMark: 1 + int(mark), NoAutoDestroy: kind&1 != 0,
			WriteBytes: func(_ *Writable, b []byte, cb func(error)) { m.take(cb, b) }}
		if kind&2 != 0 {
			o.Writev = func(_ *Writable, chunks []Chunk, cb func(error)) {
				all := make([][]byte, len(chunks))
				for i := range chunks {
					all[i] = chunks[i].Bytes
				}
				m.take(cb, all...)
			}
		}
		m.w = NewWritable(o)
		m.w.On("error", func(error) { m.errors++ })
		m.w.On("finish", func() { m.finishes++ })
		m.w.On("close", func() { m.closes++ })
		s.each(m.step)
		finishLoop(t, s.l)
		for m.w.WritableCorked() > 0 {
			m.w.Uncork()
		}
		finishLoop(t, s.l)
		m.w.Destroy()
		finishLoop(t, s.l)
		m.check()
	})
}

type writableModel struct {
	t                        *testing.T
	s                        *script
	w                        *Writable
	accepted, got            []byte
	n                        int
	order                    []int
	errors, finishes, closes int
	failed                   bool
}

var errModel = errors.New("model")

// take is the hook.
func (m *writableModel) take(cb func(error), chunks ...[]byte) {
	for _, b := range chunks {
		m.got = append(m.got, b...)
	}
	var err error
	if m.s.pick(12) == 11 {
		err = errModel
		m.failed = true
	}
	m.s.later(func() { cb(err) })
}

func (m *writableModel) write() {
	b := bytes.Repeat([]byte{byte(m.n)}, m.s.pick(5))
	n := m.n
	m.n++
	if m.w.Writable() {
		m.accepted = append(m.accepted, b...)
	}
	m.w.WriteBytes(b, func(error) {
		m.order = append(m.order, n)
		if m.s.pick(5) == 1 {
			m.step()
		}
	})
}

func (m *writableModel) step() {
	switch m.s.pick(16) {
	case 0, 1, 2, 3, 4, 5, 6, 7:
		m.write()
	case 8, 9:
		m.w.Cork()
	case 10, 11, 12:
		m.w.Uncork()
	case 13:
		if m.s.pick(4) == 3 {
			m.w.End()
		}
	case 14:
		if m.s.pick(6) == 5 {
			m.w.Destroy()
		}
	case 15:
		if m.s.pick(6) == 5 {
			m.w.Destroy(errModel)
		}
	}
}

func (m *writableModel) check() {
	t := m.t
	seen := map[int]int{}
	for _, n := range m.order {
		seen[n]++
	}
	require.Len(t, seen, m.n, "every callback")
	require.Len(t, m.order, m.n, "once")
	assert.True(t, bytes.HasPrefix(m.accepted, m.got) || m.failed, "bytes once and in order")
	if m.finishes > 0 {
		assert.Equal(t, m.accepted, m.got, "'finish' after the last byte")
	}
	assert.Equal(t, 1, m.closes)
	assert.LessOrEqual(t, m.errors, 1)
	assert.LessOrEqual(t, m.finishes, 1)
	assert.Zero(t, m.w.WritableLength())
}
