package streamlib_test

import (
	"testing"

	"github.com/nodenet/go/net2/internal/transcript"
	"github.com/nodenet/go/net2/stream"
)

func TestIterateLeaves(t *testing.T) {
	transcript.Run(t, "iterate_leaves", func(x *transcript.T) {
		readable := func(read func(*stream.Readable, int), noAutoDestroy bool) *stream.Readable {
			return stream.NewReadable(stream.ReadableOptions{Loop: x.Loop, Read: read, NoAutoDestroy: noAutoDestroy})
		}
		duplex := func(noAutoDestroy bool) *stream.Duplex {
			return stream.NewDuplex(stream.DuplexOptions{Loop: x.Loop, NoAutoDestroy: noAutoDestroy,
				Read:  func(d *stream.Duplex, _ int) { d.Push("x"); d.Push(nil) },
				Write: func(*stream.Duplex, any, string, func(error)) {}})
		}
		endless := func(r *stream.Readable, _ int) { r.Push("x") }
		short := func(r *stream.Readable, _ int) { r.Push("x"); r.Push(nil) }
		keep := stream.IterateOptions{NoDestroyOnReturn: true}
		none := stream.IterateOptions{}
		iterateOver(x, "left early", readable(endless, false), none, true)
		iterateOver(x, "left early, kept", readable(endless, false), keep, true)
		iterateOver(x, "left early without autoDestroy", readable(endless, true), none, true)
		iterateOver(x, "at its end", readable(short, false), none, false)
		iterateOver(x, "at its end without autoDestroy", readable(short, true), none, false)
		iterateOver(x, "duplex at its end", duplex(false), none, false)
		iterateOver(x, "duplex at its end, kept", duplex(false), keep, false)
		iterateOver(x, "duplex at its end without autoDestroy", duplex(true), none, false)
	})
}

func iterateOver[T interface {
	emitter[T]
	stream.ReadableStream
}](x *transcript.T, name string, s T, o stream.IterateOptions, leave bool) {
	seen, log := x.Track(name), x.Track(name+": the loop")
	on(seen, s, []string{"end", "close"})
	failure(seen, s)
	chunks := stream.Iterate[string](s, o)
	x.Loop.Work(func() {
		for chunk, err := range chunks {
			x.Loop.Post(func() {
				if err != nil {
					log("caught", err)
				} else {
					log("chunk", chunk)
				}
			})
			if leave {
				break
			}
		}
	}, func() { x.Loop.SetImmediate(func() { log("destroyed", s.Destroyed()) }) })
}
