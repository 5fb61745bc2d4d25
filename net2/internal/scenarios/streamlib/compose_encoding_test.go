package streamlib_test

import (
	"cmp"
	"testing"

	"github.com/nodenet/go/net2/internal/transcript"
	"github.com/nodenet/go/net2/stream"
)

func TestComposeEncoding(t *testing.T) {
	transcript.Run(t, "compose_encoding", func(x *transcript.T) {
		log := x.Track("objects")
		first := stream.NewTransform(stream.TransformOptions{Loop: x.Loop, ObjectMode: true,
			Transform: func(_ *stream.Transform, chunk any, encoding string, cb func(error, any)) {
				log("transform", chunk, cmp.Or(encoding, "none"))
				cb(nil, chunk)
			}})
		d := stream.Compose(first, stream.NewPassThrough(stream.TransformOptions{Loop: x.Loop, ObjectMode: true}))
		data(log, d)
		d.WriteValue("6162", "hex")
		d.Write("plain")
		d.End()
	})
}
