package stream

import (
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/nodenet/go/net2/loop"
)

func TestNewReader(t *testing.T) {
	text := strings.Repeat("through the looking-glass ", 40000)
	var got []byte
	var err error
	runLoop(t, func(l *loop.Loop) {
		src := FromReader(strings.NewReader(text), ReaderOptions{Loop: l, HighWaterMark: 1000})
		r := NewReader(src)
		l.Work(func() { got, err = io.ReadAll(r) }, nil)
	})
	require.NoError(t, err)
	assert.Equal(t, text, string(got))
}

func TestNewReaderOfStrings(t *testing.T) {
	var got []byte
	runLoop(t, func(l *loop.Loop) {
		p := NewPassThrough(TransformOptions{Loop: l, Encoding: "utf8"})
		r := NewReader(p)
		p.Write("größer ")
		p.End("als")
		l.Work(func() { got, _ = io.ReadAll(r) }, nil)
	})
	assert.Equal(t, "größer als", string(got))
}

func TestNewReaderIsBounded(t *testing.T) {
	c := &counting{}
	var r io.ReadCloser
	var s *Readable
	runLoop(t, func(l *loop.Loop) {
		s = FromReader(c, ReaderOptions{Loop: l, HighWaterMark: 1000})
		r = NewReader(s)
	})
	// Nobody reads: one chunk here, one in the stream.
	assert.LessOrEqual(t, c.reads.Load(), int32(2))
	n, err := io.ReadFull(r, make([]byte, 700))
	require.NoError(t, err)
	assert.Equal(t, 700, n)
	require.NoError(t, r.Close())
	finishLoop(t, s.Loop())
	assert.True(t, s.Destroyed())
	_, err = r.Read(make([]byte, 1))
	assert.ErrorIs(t, err, io.ErrClosedPipe)
}

func TestNewReaderErrors(t *testing.T) {
	boom := errors.New("boom")
	for name, act := range map[string]func(p *PassThrough){
		"failed":    func(p *PassThrough) { p.Destroy(boom) },
		"premature": func(p *PassThrough) { p.Destroy() },
	} {
		t.Run(name, func(t *testing.T) {
			var got []byte
			var err error
			runLoop(t, func(l *loop.Loop) {
				p := NewPassThrough(TransformOptions{Loop: l})
				r := NewReader(p)
				p.Write("some")
				l.SetImmediate(func() { act(p) })
				l.Work(func() { got, err = io.ReadAll(r) }, nil)
			})
			assert.Equal(t, "some", string(got), "what came before the error is read first")
			if name == "failed" {
				assert.Equal(t, boom, err)
			} else {
				assert.ErrorIs(t, err, ErrPrematureClose)
			}
		})
	}
}

func TestNewReaderRefusesObjects(t *testing.T) {
	var err error
	runLoop(t, func(l *loop.Loop) {
		p := NewPassThrough(TransformOptions{Loop: l, ObjectMode: true})
		r := NewReader(p)
		p.Write(42)
		l.Work(func() { _, err = r.Read(make([]byte, 10)) }, nil)
	})
	assert.ErrorIs(t, err, ErrInvalidArgType)
}

// Close ends a Read that waits.
func TestNewReaderClose(t *testing.T) {
	var err error
	runLoop(t, func(l *loop.Loop) {
		p := NewPassThrough(TransformOptions{Loop: l})
		r := NewReader(p)
		l.Work(func() {
			var wait sync.WaitGroup
			wait.Go(func() { _, err = r.Read(make([]byte, 1)) })
			r.Close()
			wait.Wait()
		}, nil)
	})
	assert.ErrorIs(t, err, io.ErrClosedPipe)
}

func TestNewWriter(t *testing.T) {
	var out bytes.Buffer
	var err error
	text := strings.Repeat("curiouser and curiouser ", 10000)
	runLoop(t, func(l *loop.Loop) {
		p := NewPassThrough(TransformOptions{Loop: l})
		p.On("data", func(b []byte) { out.Write(b) })
		w := NewWriter(p)
		l.Work(func() {
			z := gzip.NewWriter(w)
			_, e := io.Copy(z, strings.NewReader(text))
			err = errors.Join(e, z.Close(), w.Close())
		}, nil)
	})
	require.NoError(t, err)
	z, err := gzip.NewReader(&out)
	require.NoError(t, err)
	got, err := io.ReadAll(z)
	require.NoError(t, err)
	assert.Equal(t, text, string(got))
}

func TestNewWriterFromManyGoroutines(t *testing.T) {
	n := 0
	runLoop(t, func(l *loop.Loop) {
		p := NewPassThrough(TransformOptions{Loop: l, HighWaterMark: 64})
		p.On("data", func(b []byte) { n += len(b) })
		w := NewWriter(p)
		l.Work(func() {
			var wait sync.WaitGroup
			for range 8 {
				wait.Go(func() {
					for range 100 {
						fmt.Fprint(w, "0123456789")
					}
				})
			}
			wait.Wait()
			w.Close()
		}, nil)
	})
	assert.Equal(t, 8*100*10, n)
}

func TestNewWriterErrors(t *testing.T) {
	boom := errors.New("boom")
	var writeErr, lateErr, closeErr error
	runLoop(t, func(l *loop.Loop) {
		s := NewWritable(WritableOptions{Loop: l, WriteBytes: func(_ *Writable, _ []byte, cb func(error)) { cb(boom) }})
		w := NewWriter(s)
		l.Work(func() {
			_, writeErr = w.Write([]byte("x"))
			_, lateErr = w.Write([]byte("y"))
			closeErr = w.Close()
		}, nil)
	})
	assert.Equal(t, boom, writeErr)
	assert.ErrorIs(t, lateErr, ErrDestroyed)
	assert.Equal(t, boom, closeErr)
}
