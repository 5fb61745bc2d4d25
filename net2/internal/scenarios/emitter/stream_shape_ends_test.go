package emitter_test

import (
	"strings"
	"testing"

	"github.com/nodenet/go/net2/internal/transcript"
	"github.com/nodenet/go/net2/stream"
)

func TestStreamShapeEnds(t *testing.T) {
	transcript.Run(t, "stream_shape_ends", func(x *transcript.T) {
		f := func() {}
		run := func(name string, use func(d *stream.Duplex, names func(), log func(...any))) {
			log := x.Track(name)
			d := stream.NewDuplex(stream.DuplexOptions{Loop: x.Loop})
			use(d, func() { log(strings.Join(d.EventNames(), " ")) }, log)
		}
		tell := func(d *stream.Duplex, log func(...any)) {
			d.On("removeListener", func(event string) { log("removed", event, d.ListenerCount(event)) })
		}
		run("nothing removed", func(d *stream.Duplex, names func(), log func(...any)) {
			d.RemoveAllListeners("nothing")
			tell(d, log)
			d.On("end", f).On("extra", f).On("close", f)
			names()
			d.Off("end", f)
			d.Off("extra", f)
			names()
			d.On("extra", f).On("end", f).On("error", f)
			names()
		})
		run("one event", func(d *stream.Duplex, names func(), _ func(...any)) {
			d.On("finish", f).On("extra", f).On("end", f).On("close", f)
			d.RemoveAllListeners("close")
			d.On("close", f).On("drain", f)
			names()
			d.Off("drain", f)
			d.On("drain", f).On("error", f)
			names()
		})
		run("the last one", func(d *stream.Duplex, names func(), _ func(...any)) {
			d.On("close", f)
			d.RemoveAllListeners("close")
			d.On("extra", f).On("drain", f).On("close", f)
			names()
		})
		run("the last one off", func(d *stream.Duplex, names func(), _ func(...any)) {
			d.RemoveAllListeners("close")
			d.On("close", f).Off("close", f)
			d.On("drain", f).On("close", f)
			names()
		})
		run("told of each", func(d *stream.Duplex, names func(), log func(...any)) {
			tell(d, log)
			d.On("close", f).On("extra", f)
			d.RemoveAllListeners("close")
			d.RemoveAllListeners("extra")
			d.On("extra", f).On("close", f)
			names()
		})
	})
}
