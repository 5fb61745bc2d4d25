package stream_test

import (
	"testing"

	"github.com/nodenet/go/net2/internal/transcript"
	"github.com/nodenet/go/net2/stream"
)

func TestDefaultEncoding(t *testing.T) {
	transcript.Run(t, "default_encoding", func(x *transcript.T) {
		defaultOfWrites(x)
		defaultUndecoded(x)
		log := x.Track("readable")
		r := stream.NewReadable(stream.ReadableOptions{Loop: x.Loop, DefaultEncoding: "hex",
			Read: func(*stream.Readable, int) {}})
		log(r.Push("6869"), r.Push("text", "utf8"), r.ReadableLength(), transcript.OrNull(r.ReadableEncoding()))
		r.Unshift("2d2d")
		log(r.Read())
		r.SetEncoding("hex")
		log(r.Push("abcd"), r.Push("efef", "hex"), r.Push("e", "utf8"), r.ReadableLength())
		log(r.Read())
	})
}

func defaultOfWrites(x *transcript.T) {
	log := x.Track("writable")
	w := stream.NewWritable(stream.WritableOptions{Loop: x.Loop, DefaultEncoding: "hex",
		Write: func(_ *stream.Writable, c any, enc string, cb func(error)) {
			log("_write", c, enc)
			cb(nil)
		}})
	w.Write("6869")
	w.WriteEncoded("aGk=", "base64")
	w.SetDefaultEncoding("LATIN1")
	w.Write("\u00e9")
	w.Write("")
	w.End("\u20ac", "utf16le")
}

func defaultUndecoded(x *transcript.T) {
	log := x.Track("not decoded")
	w := stream.NewWritable(stream.WritableOptions{Loop: x.Loop, DefaultEncoding: "hex", NoDecodeStrings: true,
		Write: func(_ *stream.Writable, c any, enc string, cb func(error)) {
			log("_write", c, enc)
			cb(nil)
		}})
	w.Write("6869")
	w.WriteEncoded("text", "utf-8")
	w.SetDefaultEncoding("ascii")
	w.Write("ascii")
	w.SetDefaultEncoding("UTF-8")
	w.End("end")
}
