package streamlib_test

import (
	"testing"

	"github.com/nodenet/go/net2/internal/transcript"
	"github.com/nodenet/go/net2/stream"
)

func TestSetEncodingKinds(t *testing.T) {
	transcript.Run(t, "set_encoding_kinds", func(x *transcript.T) {
		for _, enc := range []string{"hex", "base64", "base64url", "latin1", "binary", "utf16le", "ucs2", "ascii", "UTF-8"} {
			log := x.Track(enc)
			r := stream.NewReadable(stream.ReadableOptions{Loop: x.Loop, Read: idle})
			log("returns itself", r.SetEncoding(enc) == r, r.ReadableEncoding())
			data(log, r)
			on(log, r, []string{"end"})
			parts := []string{"61c3", "a9", "ff3d", "d800", "de41", ""}
			if r.ReadableEncoding() == "utf16le" {
				parts = []string{"6100", "ac", "203dd8", "00de", "41"}
			}
			for _, part := range parts {
				r.Push(unhex(part))
			}
			r.Push(nil)
		}
		log := x.Track("unknown")
		e := thrown(func() { stream.NewReadable(stream.ReadableOptions{Loop: x.Loop}).SetEncoding("utf7") })
		log(e.Name, e)
	})
}
