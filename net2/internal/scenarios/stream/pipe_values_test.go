package stream_test

import (
	"testing"

	"github.com/nodenet/go/net2/internal/transcript"
	"github.com/nodenet/go/net2/stream"
)

func kindOf(v any) string {
	switch v.(type) {
	case string:
		return "string"
	case []byte:
		return "bytes"
	case bool:
		return "boolean"
	}
	return "number"
}

func TestPipeValues(t *testing.T) {
	transcript.Run(t, "pipe_values", func(x *transcript.T) {
		text := func(r *stream.Readable) {
			r.Push("a")
			r.Push([]byte("b"))
		}
		type in = stream.ReadableOptions
		type out = stream.WritableOptions
		pipeValues(x, "bytes", in{}, out{}, text)
		pipeValues(x, "strings", in{Encoding: "utf8"}, out{}, text)
		pipeValues(x, "strings to strings", in{Encoding: "utf8"}, out{NoDecodeStrings: true}, text)
		pipeValues(x, "hex", in{Encoding: "hex"}, out{}, text)
		pipeValues(x, "bytes to objects", in{}, out{ObjectMode: true}, text)
		pipeValues(x, "strings to objects", in{Encoding: "utf8"}, out{ObjectMode: true}, text)
		pipeValues(x, "encoding after pipe", in{}, out{ObjectMode: true}, func(r *stream.Readable) {
			r.Push("a")
			r.SetEncoding("utf8")
			r.Push("b")
		})
		pipeValues(x, "objects", in{ObjectMode: true}, out{ObjectMode: true}, func(r *stream.Readable) {
			r.Push(1)
			r.Push("two")
			r.Push(true)
		})
		pipeValues(x, "text in objects", in{ObjectMode: true}, out{}, func(r *stream.Readable) {
			r.Push("one")
			r.Push([]byte("two"))
		})
		byHand(x)
		pipeChain(x)
	})
}

func pipeValues(x *transcript.T, name string, in stream.ReadableOptions, out stream.WritableOptions,
	use func(*stream.Readable)) {
	log := x.Track(name)
	in.Loop, out.Loop = x.Loop, x.Loop
	in.Read = func(*stream.Readable, int) {}
	out.Write = func(_ *stream.Writable, v any, _ string, cb func(error)) {
		log("_write", v, kindOf(v))
		cb(nil)
	}
	src, dst := stream.NewReadable(in), stream.NewWritable(out)
	watch(log, dst, "finish")
	dst.On("error", func(err *stream.Error) { log("error", err.Code) })
	src.Pipe(dst)
	use(src)
	src.Push(nil)
}

func byHand(x *transcript.T) {
	log := x.Track("by hand")
	src := stream.NewReadable(stream.ReadableOptions{Loop: x.Loop, Read: func(*stream.Readable, int) {}})
	dst := stream.NewWritable(stream.WritableOptions{Loop: x.Loop,
		Write: func(_ *stream.Writable, v any, _ string, cb func(error)) {
			log("_write", v, kindOf(v))
			cb(nil)
		}})
	src.Pipe(dst)
	src.Emit("data", []byte("emitted"))
	src.Emit("end")
	watch(log, dst, "finish")
}

func pipeChain(x *transcript.T) {
	log := x.Track("chain")
	through := func(name string) *stream.Duplex {
		d := stream.NewDuplex(stream.DuplexOptions{Loop: x.Loop, Read: func(*stream.Duplex, int) {},
			WriteBytes: func(d *stream.Duplex, b []byte, cb func(error)) {
				log(name, b)
				d.Push(string(b) + name)
				cb(nil)
			},
			Final: func(d *stream.Duplex, cb func(error)) {
				log(name, "final")
				d.Push(nil)
				cb(nil)
			}})
		d.On("close", func() { log(name, "close") })
		return d
	}
	src := stream.NewReadable(stream.ReadableOptions{Loop: x.Loop, Read: func(*stream.Readable, int) {}})
	end := stream.NewWritable(stream.WritableOptions{Loop: x.Loop,
		WriteBytes: func(_ *stream.Writable, b []byte, cb func(error)) {
			log("end", b)
			cb(nil)
		}})
	end.On("finish", func() { log("end finish") })
	one, two := through("1"), through("2")
	src.Pipe(one)
	one.Pipe(two)
	log(two.Pipe(end) == stream.WritableStream(end))
	src.Push("x")
	x.Loop.SetImmediate(func() {
		src.Push("y")
		src.Push(nil)
	})
}
