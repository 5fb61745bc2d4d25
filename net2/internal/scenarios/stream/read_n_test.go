package stream_test

import (
	"testing"

	"github.com/nodenet/go/net2/internal/transcript"
	"github.com/nodenet/go/net2/stream"
)

func TestReadN(t *testing.T) {
	transcript.Run(t, "read_n", func(x *transcript.T) {
		log := x.Track("r")
		r := stream.NewReadable(stream.ReadableOptions{Loop: x.Loop, HighWaterMark: 4,
			Read: func(_ *stream.Readable, n int) { log("_read", n) }})
		r.On("readable", func() { log("readable", r.ReadableLength()) })
		watch(log, r, "end")
		log(r.Push("abcde"), r.Push("fgh"), r.Push("ijkl"))
		read(log, r, 2)
		read(log, r, 3)
		read(log, r, 100)
		log("mark", r.ReadableHighWaterMark())
		read(log, r, 4)
		read(log, r, 0)
		read(log, r, -3)
		log(r.Push("mnop"))
		read(log, r, 5)
		log(r.Unshift(">>"))
		read(log, r, 3)
		x.Loop.SetImmediate(func() {
			log("immediate")
			log(r.Push("qr"))
			log(r.Push(nil))
			read(log, r, 9)
			read(log, r, 9)
			read(log, r)
			x.Loop.SetImmediate(func() {
				read(log, r)
				read(log, r, 1)
				log(r.ReadableEnded())
			})
		})
		thrown(log, func() { r.Read(1<<30 + 1) })
	})
}
