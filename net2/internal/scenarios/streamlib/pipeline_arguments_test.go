package streamlib_test

import (
	"testing"

	"github.com/nodenet/go/net2/internal/transcript"
	"github.com/nodenet/go/net2/stream"
)

func TestPipelineArguments(t *testing.T) {
	transcript.Run(t, "pipeline_arguments", func(x *transcript.T) {
		log := x.Track("throws")
		attempt := func(name string, fn func()) {
			e := thrown(fn)
			log(name, e.Name, e)
		}
		done := func(error) {}
		attempt("one stream", func() {
			stream.Pipeline([]stream.Stream{stream.NewPassThrough(stream.TransformOptions{Loop: x.Loop})}, done)
		})
		attempt("no stream", func() { stream.Pipeline(nil, done) })
		attempt("compose nothing", func() { stream.Compose() })
	})
}
