package emitter_test

import (
	"context"
	"errors"
	"testing"

	"github.com/nodenet/go/events"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestEventsOnce(t *testing.T) {
	transcript.Run(t, "events_once", func(x *transcript.T) {
		log := x.Track("e")
		ready := make(chan struct{}, 1)
		e := events.New(events.Options{OnAdd: func(_ any, event string) {
			if event == "error" { // Once adds it last
				ready <- struct{}{}
			}
		}})
		wait := func(ctx context.Context, name string, then func()) {
			go func() {
				<-ready
				then()
			}()
			args, err := events.Once(ctx, e, name)
			if err != nil {
				log(name, "rejected", err)
			} else {
				log(append([]any{name}, args...)...)
			}
			log("left", len(e.EventNames()))
		}
		ctx, cancel := context.WithCancel(x.Context())
		defer cancel()
		wait(ctx, "x", func() { e.Emit("x", "a", 1) })
		wait(ctx, "x", func() { e.Emit("error", errors.New("boom")) })
		wait(ctx, "error", func() { e.Emit("error", errors.New("asked for")) })
		wait(ctx, "x", cancel)
		_, err := events.Once(ctx, e, "x")
		log("x", "rejected", err)
		log("left", len(e.EventNames()))
	})
}
