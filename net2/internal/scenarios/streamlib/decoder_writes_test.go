package streamlib_test

import (
	"testing"

	"github.com/nodenet/go/net2/internal/transcript"
	"github.com/nodenet/go/net2/stream"
)

func TestDecoderWrites(t *testing.T) {
	transcript.Run(t, "decoder_writes", func(x *transcript.T) {
		inputs := []string{"61", "e2", "82", "ac", "f09f", "61", "c3", "e28261", "eda0", "80", "ff"}
		for _, enc := range []string{"utf8", "base64", "base64url", "hex", "latin1", "ascii"} {
			log := x.Track(enc)
			d := stream.NewStringDecoder(enc)
			for _, part := range inputs {
				log("write", part, d.Write(unhex(part)), d.LastNeed(), d.LastTotal())
			}
			log("end", d.End(), d.LastNeed(), d.LastTotal())
			log("again", d.Write(unhex("616263")))
		}
		log := x.Track("names")
		for _, enc := range []string{"", "UTF-8", "ucs2", "BINARY", "Base64URL"} {
			log(stream.NewStringDecoder(enc).Encoding())
		}
		last := x.Track("last")
		d := stream.NewStringDecoder()
		last(d.End(unhex("61e282")), d.End())
	})
}
