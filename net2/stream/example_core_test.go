package stream_test

import (
	"fmt"

	"github.com/nodenet/go/net2/loop"
	"github.com/nodenet/go/net2/stream"
)

// A source of three chunks.
func ExampleNewReadable() {
	l := loop.New()
	n := 0
	r := stream.NewReadable(stream.ReadableOptions{Loop: l, Read: func(r *stream.Readable, _ int) {
		if n++; n > 3 {
			r.Push(nil)
			return
		}
		r.Push(fmt.Sprint("chunk ", n))
	}})
	r.On("data", func(s string) { fmt.Println(s) })
	r.On("end", func() { fmt.Println("end") })
	r.On("close", func() { fmt.Println("close") })
	l.Run()
	// Output:
	// chunk 1
	// chunk 2
	// chunk 3
	// end
	// close
}

// Reading a length and then a body, whatever chunks they come in.
func ExampleReadable_readable() {
	l := loop.New()
	r := stream.NewReadable(stream.ReadableOptions{Loop: l, Read: func(*stream.Readable, int) {}})
	need := 1
	r.On("readable", func() {
		for b, ok := r.Read(need).([]byte); ok; b, ok = r.Read(need).([]byte) {
			if len(b) == 1 && need == 1 {
				need = int(b[0])
				continue
			}
			fmt.Printf("%s\n", b)
			need = 1
		}
	})
	r.Push("\x05hel")
	r.Push("lo\x02")
	r.Push("it")
	l.Run()
	// Output:
	// hello
	// it
}

func ExampleNewWritable() {
	l := loop.New()
	w := stream.NewWritable(stream.WritableOptions{Loop: l, HighWaterMark: 10,
		WriteBytes: func(_ *stream.Writable, b []byte, cb func(error)) {
			fmt.Printf("writing %q\n", b)
			l.SetImmediate(func() { cb(nil) })
		}})
	w.On("drain", func() {
		fmt.Println("drain")
		w.End("bye", func() { fmt.Println("all written") })
	})
	fmt.Println(w.Write("hello "), w.Write("world"))
	l.Run()
	// Output:
	// writing "hello "
	// true false
	// writing "world"
	// drain
	// writing "bye"
	// all written
}

func ExampleReadable_pipe() {
	l := loop.New()
	r := stream.NewReadable(stream.ReadableOptions{Loop: l, Read: func(*stream.Readable, int) {}})
	w := stream.NewWritable(stream.WritableOptions{Loop: l,
		WriteBytes: func(_ *stream.Writable, b []byte, cb func(error)) {
			fmt.Printf("%s\n", b)
			cb(nil)
		}})
	w.On("finish", func() { fmt.Println("finish") })
	r.Pipe(w)
	r.Push("one")
	r.Push("two")
	r.Push(nil)
	l.Run()
	// Output:
	// one
	// two
	// finish
}

// A type of its own that embeds a Duplex: an echo. Owner brings the hooks back to it.
func ExampleDuplex_Init() {
	l := loop.New()
	e := &echo{}
	e.Init(stream.DuplexOptions{Loop: l, Owner: e,
		Read: func(*stream.Duplex, int) {},
		WriteBytes: func(d *stream.Duplex, b []byte, cb func(error)) {
			d.Owner().(*echo).count += len(b)
			d.PushBytes(b)
			cb(nil)
		},
		Final: func(d *stream.Duplex, cb func(error)) {
			d.Push(nil)
			cb(nil)
		}})
	e.On("data", func(s string) { fmt.Println(s) })
	e.Write("hello")
	e.End("echo")
	l.Run()
	fmt.Println(e.count, "bytes")
	// Output:
	// hello
	// echo
	// 9 bytes
}

type echo struct {
	stream.Duplex
	count int
}
