package streamlib_test

import (
	"testing"

	"github.com/nodenet/go/net2/internal/transcript"
	"github.com/nodenet/go/net2/stream"
)

func TestDuplexPairEmpty(t *testing.T) {
	transcript.Run(t, "duplex_pair_empty", func(x *transcript.T) {
		run := func(name string, o stream.DuplexOptions) {
			log := x.Track(name)
			o.Loop = x.Loop
			a, b := stream.DuplexPair(o)
			data(log, b)
			on(log, b, []string{"end"})
			a.Write("", plain(log, "empty text written"))
			a.Write("x", plain(log, "x written"))
			a.Write([]byte{}, plain(log, "empty bytes written"))
			a.Write("y", plain(log, "y written"))
			a.End(plain(log, "ended"))
		}
		run("bytes", stream.DuplexOptions{})
		run("strings", stream.DuplexOptions{NoDecodeStrings: true, Encoding: "utf8"})
		run("objects", stream.DuplexOptions{ObjectMode: true})
	})
}
