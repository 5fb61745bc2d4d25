package stream

import (
	"testing"

	"github.com/nodenet/go/net2/loop"
)

func BenchmarkPushBytesFlowing(b *testing.B) {
	l := loop.New()
	r := NewReadable(ReadableOptions{Loop: l, Read: func(*Readable, int) {}})
	r.On("data", func([]byte) {})
	l.Run()
	buf := make([]byte, 64)
	b.ReportAllocs()
	for b.Loop() {
		r.PushBytes(buf)
		l.Run()
	}
}

func BenchmarkWriteBytesSync(b *testing.B) {
	l := loop.New()
	w := NewWritable(WritableOptions{Loop: l, WriteBytes: func(_ *Writable, _ []byte, cb func(error)) { cb(nil) }})
	buf := make([]byte, 64)
	b.ReportAllocs()
	for b.Loop() {
		w.WriteBytes(buf)
	}
}

func BenchmarkWriteBytesCallback(b *testing.B) {
	l := loop.New()
	w := NewWritable(WritableOptions{Loop: l, WriteBytes: func(_ *Writable, _ []byte, cb func(error)) { cb(nil) }})
	buf := make([]byte, 64)
	done := func(error) {}
	b.ReportAllocs()
	for b.Loop() {
		w.WriteBytes(buf, done)
		l.Run()
	}
}

func BenchmarkWriteBoxed(b *testing.B) {
	l := loop.New()
	w := NewWritable(WritableOptions{Loop: l, WriteBytes: func(_ *Writable, _ []byte, cb func(error)) { cb(nil) }})
	buf := make([]byte, 64)
	b.ReportAllocs()
	for b.Loop() {
		w.Write(buf)
	}
}

func BenchmarkWriteString(b *testing.B) {
	for _, readOnly := range []bool{false, true} {
		b.Run(map[bool]string{false: "copied", true: "read only"}[readOnly], func(b *testing.B) {
			l := loop.New()
			w := NewWritable(WritableOptions{Loop: l, ReadOnlyChunks: readOnly,
				WriteBytes: func(_ *Writable, _ []byte, cb func(error)) { cb(nil) }})
			b.ReportAllocs()
			for b.Loop() {
				w.WriteEncoded("sixty-four bytes or so of text that a program writes to a socket", "")
			}
		})
	}
}

func BenchmarkWriteBytesBuffered(b *testing.B) {
	l := loop.New()
	var done func(error)
	w := NewWritable(WritableOptions{Loop: l, WriteBytes: func(_ *Writable, _ []byte, cb func(error)) { done = cb }})
	buf := make([]byte, 64)
	b.ReportAllocs()
	for b.Loop() {
		w.WriteBytes(buf)
		w.WriteBytes(buf)
		done(nil)
		done(nil)
	}
}

func BenchmarkPipe(b *testing.B) {
	l := loop.New()
	r := NewReadable(ReadableOptions{Loop: l, Read: func(*Readable, int) {}})
	w := NewWritable(WritableOptions{Loop: l, WriteBytes: func(_ *Writable, _ []byte, cb func(error)) { cb(nil) }})
	r.Pipe(w)
	l.Run()
	buf := make([]byte, 64)
	b.ReportAllocs()
	for b.Loop() {
		r.PushBytes(buf)
		l.Run()
	}
}

func BenchmarkNewDuplex(b *testing.B) {
	l := loop.New()
	b.ReportAllocs()
	for b.Loop() {
		NewDuplex(DuplexOptions{Loop: l})
	}
}

// The size of what is left of a chunk must not be counted anew for each Read.
func BenchmarkReadTextOneByOne(b *testing.B) {
	l := loop.New()
	r := NewReadable(ReadableOptions{Loop: l, Encoding: UTF8, HighWaterMark: 1, Read: func(*Readable, int) {}})
	text := make([]byte, 64<<10)
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		r.PushBytes(text)
		for range text {
			r.Read(1)
		}
		l.Run()
	}
}
