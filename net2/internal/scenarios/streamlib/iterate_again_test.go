package streamlib_test

import (
	"fmt"
	"testing"

	"github.com/nodenet/go/net2/internal/transcript"
	"github.com/nodenet/go/net2/stream"
)

func TestIterateAgain(t *testing.T) {
	transcript.Run(t, "iterate_again", func(x *transcript.T) {
		numbers := []any{0, 1, 2, 3, 4, 5}
		objects := stream.TransformOptions{ObjectMode: true}
		run := func(name string, o stream.TransformOptions, chunks []any, n int,
			then func(s *stream.PassThrough, log log, seen string)) {
			log := x.Track(name)
			o.Loop = x.Loop
			s := stream.NewPassThrough(o)
			on(log, s, []string{"end", "close"})
			for _, chunk := range chunks {
				s.Write(chunk)
			}
			iterateSome(x, s, n, func(seen string) {
				log("left", s.ReadableFlowing().String(), s.IsPaused(), s.Destroyed())
				then(s, log, seen)
			})
		}
		run("loop", objects, numbers, 2, func(s *stream.PassThrough, log log, seen string) {
			iterateSome(x, s, 2, func(more string) {
				log("seen", seen, more)
				s.End()
				iterateSome(x, s, 9, func(rest string) { x.Loop.SetImmediate(func() { log("rest", rest) }) })
			})
		})
		run("data", objects, numbers, 2, func(s *stream.PassThrough, log log, seen string) {
			log("seen", seen)
			data(log, s)
			s.End(6)
		})
		run("read", objects, numbers, 2, func(s *stream.PassThrough, log log, seen string) {
			log("seen", seen)
			for v := s.Read(); v != nil; v = s.Read() {
				log("read", v)
			}
			s.Resume()
			s.End()
		})
		run("bytes", stream.TransformOptions{}, []any{"a", "b", "c", "d"}, 1,
			func(s *stream.PassThrough, log log, seen string) {
				s.On("data", func(text string) { seen += text })
				s.On("end", func() { log("all", seen) })
				s.End("e")
			})
	})
}

// iterateSome takes the next n chunks and leaves the stream open.
func iterateSome(x *transcript.T, s *stream.PassThrough, n int, then func(seen string)) {
	chunks := stream.Iterate[any](s, stream.IterateOptions{NoDestroyOnReturn: true})
	seen := ""
	x.Loop.Work(func() {
		for chunk := range chunks {
			if b, ok := chunk.([]byte); ok {
				chunk = string(b)
			}
			seen += fmt.Sprint(chunk)
			if n--; n == 0 {
				break
			}
		}
	}, func() { x.Loop.SetImmediate(func() { then(seen) }) })
}
