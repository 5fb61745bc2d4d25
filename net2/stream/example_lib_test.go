package stream_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/nodenet/go/net2/loop"
	"github.com/nodenet/go/net2/stream"
)

// A character that lies across two chunks waits for its rest.
func ExampleStringDecoder() {
	d := stream.NewStringDecoder("utf8")
	fmt.Printf("%q\n", d.Write([]byte{0xE2, 0x82}))
	fmt.Printf("%q\n", d.Write([]byte{0xAC}))
	fmt.Printf("%q\n", d.Write([]byte{'!', 0xC3}))
	fmt.Printf("%q\n", d.End())
	// Output:
	// ""
	// "€"
	// "!"
	// "�"
}

func ExampleEncode() {
	fmt.Printf("%s\n", stream.Encode("aGVsbG8=", "base64"))
	fmt.Printf("% x\n", stream.Encode("é", "utf16le"))
	fmt.Println(stream.Decode([]byte("hello"), "hex"))
	// Output:
	// hello
	// e9 00
	// 68656c6c6f
}

// A filter of lines: Flush hands out what has no line end.
func ExampleTransform() {
	l := loop.New()
	var rest []byte
	lines := stream.NewTransform(stream.TransformOptions{
		Loop: l, ReadableObjectMode: true,
		TransformBytes: func(t *stream.Transform, b []byte, cb func(error, []byte)) {
			rest = append(rest, b...)
			for line, tail, ok := bytes.Cut(rest, []byte("\n")); ok; line, tail, ok = bytes.Cut(rest, []byte("\n")) {
				t.Push(string(line))
				rest = tail
			}
			cb(nil, nil)
		},
		Flush: func(_ *stream.Transform, cb func(error, any)) { cb(nil, string(rest)) },
	})
	lines.On("data", func(line string) { fmt.Println("line:", line) })
	lines.Write("one\ntw")
	lines.End("o\nthree")
	l.Run()
	// Output:
	// line: one
	// line: two
	// line: three
}

func ExamplePassThrough() {
	l := loop.New()
	p := stream.NewPassThrough(stream.TransformOptions{Loop: l})
	n := 0
	p.On("data", func(b []byte) { n += len(b) })
	p.On("end", func() { fmt.Println(n, "bytes went through") })
	p.End("twelve bytes")
	l.Run()
	// Output: 12 bytes went through
}

func ExamplePipeline() {
	l := loop.New()
	upper := stream.NewTransform(stream.TransformOptions{
		Loop:           l,
		TransformBytes: func(_ *stream.Transform, b []byte, cb func(error, []byte)) { cb(nil, bytes.ToUpper(b)) },
	})
	source := stream.FromReader(strings.NewReader("to the console\n"), stream.ReaderOptions{Loop: l})
	console := stream.FromWriter(os.Stdout, stream.WriterOptions{Loop: l, NoClose: true, Sync: true})
	stream.Pipeline([]stream.Stream{source, upper, console}, func(err error) {
		fmt.Println("done:", err)
	})
	l.Run()
	// Output:
	// TO THE CONSOLE
	// done: <nil>
}

func ExamplePipeline_failure() {
	l := loop.New()
	source := stream.NewPassThrough(stream.TransformOptions{Loop: l})
	full := stream.NewWritable(stream.WritableOptions{
		Loop:       l,
		WriteBytes: func(_ *stream.Writable, _ []byte, cb func(error)) { cb(errors.New("disk full")) },
	})
	stream.Pipeline([]stream.Stream{source, full}, func(err error) {
		fmt.Println(err, source.Destroyed(), full.Destroyed())
	})
	source.Write("data")
	l.Run()
	// Output: disk full true true
}

func ExampleFinished() {
	l := loop.New()
	p := stream.NewPassThrough(stream.TransformOptions{Loop: l})
	stream.Finished(p, func(err error) {
		fmt.Println(err, errors.Is(err, stream.ErrPrematureClose))
	})
	p.Destroy()
	l.Run()
	// Output: Premature close true
}

func ExampleCompose() {
	l := loop.New()
	pass := func() *stream.PassThrough { return stream.NewPassThrough(stream.TransformOptions{Loop: l}) }
	d := stream.Compose(pass(), pass(), pass())
	d.On("data", func(s string) { fmt.Println(s) })
	d.End("three in one")
	l.Run()
	// Output: three in one
}

func ExampleDuplexPair() {
	l := loop.New()
	client, server := stream.DuplexPair(stream.DuplexOptions{Loop: l})
	server.On("data", func(s string) { server.Write("you said " + s) })
	client.On("data", func(s string) { fmt.Println(s) })
	client.Write("hello")
	l.Run()
	// Output: you said hello
}

func ExampleAddAbortSignal() {
	l := loop.New()
	ctx, cancel := context.WithCancelCause(context.Background())
	cancel(errors.New("changed my mind"))
	p := stream.NewPassThrough(stream.TransformOptions{Loop: l})
	p.On("error", func(err error) { fmt.Println(err, errors.Is(err, stream.ErrAborted)) })
	stream.AddAbortSignal(ctx, p)
	l.Run()
	// Output: The operation was aborted true
}

// A goroutine reads, callbacks run on the loop.
func ExampleFromReader() {
	l := loop.New()
	r := stream.FromReader(strings.NewReader("from any io.Reader"), stream.ReaderOptions{Loop: l, Encoding: "utf8"})
	r.On("data", func(s string) { fmt.Println(s) })
	r.On("end", func() { fmt.Println("end") })
	l.Run()
	// Output:
	// from any io.Reader
	// end
}

func ExampleFromWriter() {
	l := loop.New()
	var out bytes.Buffer
	w := stream.FromWriter(&out, stream.WriterOptions{Loop: l, Sync: true})
	w.Write("to any ")
	w.End("io.Writer")
	w.On("finish", func() { fmt.Println(out.String()) })
	l.Run()
	// Output: to any io.Writer
}

// Code that blocks reads a stream on a goroutine of its own.
func ExampleNewReader() {
	l := loop.New()
	p := stream.NewPassThrough(stream.TransformOptions{Loop: l})
	r := stream.NewReader(p)
	var text []byte
	l.Work(func() { text, _ = io.ReadAll(r) }, func() { fmt.Printf("%s\n", text) })
	p.End("read by io.ReadAll")
	l.Run()
	// Output: read by io.ReadAll
}

func ExampleNewWriter() {
	l := loop.New()
	p := stream.NewPassThrough(stream.TransformOptions{Loop: l})
	p.On("data", func(s string) { fmt.Print(s) })
	w := stream.NewWriter(p)
	l.Work(func() {
		fmt.Fprintln(w, "printed on a goroutine")
		w.Close()
	}, nil)
	l.Run()
	// Output: printed on a goroutine
}
