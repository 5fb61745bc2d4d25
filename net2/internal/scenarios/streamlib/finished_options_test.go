package streamlib_test

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/nodenet/go/net2/internal/transcript"
	"github.com/nodenet/go/net2/stream"
)

func TestFinishedOptions(t *testing.T) {
	transcript.Run(t, "finished_options", func(x *transcript.T) {
		pass := func() *stream.PassThrough { return stream.NewPassThrough(stream.TransformOptions{Loop: x.Loop}) }
		sides := x.Track("sides")
		p := pass()
		stream.Finished(p, func(err error) { sides("writable side", err, p.ReadableEnded()) }, stream.FinishedOptions{NoReadable: true})
		stream.Finished(p, func(err error) { sides("readable side", err, p.WritableFinished()) }, stream.FinishedOptions{NoWritable: true})
		stream.Finished(p, said(sides, "both"))
		p.End("x")
		x.Loop.SetImmediate(func() {
			sides("unread", p.ReadableLength(), p.WritableFinished())
			p.Resume()
		})

		clean := x.Track("cleanup")
		c := pass()
		count := func() string {
			var n []string
			for _, event := range []string{"end", "finish", "error", "close"} {
				n = append(n, fmt.Sprint(c.ListenerCount(event)))
			}
			return strings.Join(n, " ")
		}
		clean("before", count())
		stop := stream.Finished(c, func(error) { clean("never") })
		clean("listening", count())
		stop()
		clean("stopped", count())
		stream.Finished(c, said(clean, "finished"))
		c.End()
		c.Resume()
		c.On("close", func() { clean("left", count()) })

		failing := x.Track("error")
		e := pass()
		stream.Finished(e, said(failing, "finished"), stream.FinishedOptions{NoError: true})
		failure(failing, e)
		on(failing, e, []string{"close"})
		e.Destroy(boom("boom"))

		abort := x.Track("abort")
		ctx, cancel := context.WithCancel(context.Background())
		a := pass()
		release := hold(x)
		stream.Finished(a, func(err error) {
			// Node's callback comes inside abort(), this one in a turn of its own: the two lines are as in Node.
			abort("finished", err, "AbortError", a.Destroyed(), a.ListenerCount("close"))
			abort("aborted")
			a.Destroy()
			release()
		}, stream.FinishedOptions{Context: ctx})
		x.Loop.SetImmediate(cancel)

		gone := x.Track("aborted before")
		over, cancelOver := context.WithCancel(context.Background())
		cancelOver()
		b := pass()
		stream.Finished(b, func(err error) { gone("finished", err, b.Destroyed()) }, stream.FinishedOptions{Context: over})
		gone("main")

		done := x.Track("aborted after")
		later, cancelLater := context.WithCancel(context.Background())
		d := pass()
		stream.Finished(d, said(done, "finished"), stream.FinishedOptions{Context: later})
		d.End()
		d.Resume()
		x.Loop.SetTimeout(2*time.Millisecond, func() { cancelLater(); done("aborted") })
	})
}
