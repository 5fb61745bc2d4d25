package stream_test

import (
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/nodenet/go/events"
	"github.com/nodenet/go/net2/loop"
	"github.com/nodenet/go/net2/stream"
)

// lend tells whether a chunk that was lent to a piped stream comes back, after prepare did something to both ends.
func lend(t *testing.T, prepare func(src *stream.Readable, dst *stream.Writable)) (free bool) {
	t.Helper()
	l := loop.New()
	src := stream.NewReadable(stream.ReadableOptions{Loop: l, Read: func(*stream.Readable, int) {}})
	dst := stream.NewWritable(stream.WritableOptions{Loop: l, ReadOnlyChunks: true,
		WriteBytes: func(_ *stream.Writable, _ []byte, cb func(error)) { cb(nil) }})
	src.Pipe(dst)
	prepare(src, dst)
	l.SetImmediate(func() { _, free = stream.Lend(src, []byte("chunk")) })
	l.Run()
	return free
}

func TestLend(t *testing.T) {
	assert.True(t, lend(t, func(*stream.Readable, *stream.Writable) {}))

	kept := map[string]func(src *stream.Readable, dst *stream.Writable){
		"another listener":         func(src *stream.Readable, _ *stream.Writable) { src.On("data", func([]byte) {}) },
		"a watcher":                func(src *stream.Readable, _ *stream.Writable) { events.Match(src, "*", func(string, ...any) {}) },
		"a paused source":          func(src *stream.Readable, _ *stream.Writable) { src.Pause() },
		"text":                     func(src *stream.Readable, _ *stream.Writable) { src.SetEncoding("utf8") },
		"a destination that waits": func(_ *stream.Readable, dst *stream.Writable) { dst.Cork() },
		"a second destination": func(src *stream.Readable, _ *stream.Writable) {
			src.Pipe(stream.NewPassThrough(stream.TransformOptions{Loop: src.Loop()}))
		},
		"a listener instead of it": func(src *stream.Readable, _ *stream.Writable) {
			src.RemoveAllListeners("data").On("data", func([]byte) {})
		},
		"nobody in place of a pipe": func(src *stream.Readable, dst *stream.Writable) { src.Unpipe(dst) },
	}
	for who, prepare := range kept {
		assert.False(t, lend(t, prepare), who)
	}
}

// What these streams are given they hand on, whatever their options say of hooks that they replace.
func TestLendToStreamsThatHandOn(t *testing.T) {
	l := loop.New()
	pass := stream.NewPassThrough(stream.TransformOptions{Loop: l, ReadOnlyChunks: true})
	one, _ := stream.DuplexPair(stream.DuplexOptions{Loop: l, ReadOnlyChunks: true})
	for _, dst := range []stream.WritableStream{pass, one} {
		src := stream.NewReadable(stream.ReadableOptions{Loop: l, Read: func(*stream.Readable, int) {}})
		src.Pipe(dst)
		l.SetImmediate(func() {
			_, free := stream.Lend(src, []byte("chunk"))
			assert.False(t, free, "%T", dst)
		})
	}
	l.Run()
}
