package emitter_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/nodenet/go/events"
	"github.com/nodenet/go/net2/internal/transcript"
)

func TestMonitorClears(t *testing.T) {
	transcript.Run(t, "monitor_clears", func(x *transcript.T) {
		log := x.Track("e")
		emit := func(e *events.EventEmitter, text string) (result any) {
			defer func() {
				if v := recover(); v != nil {
					result = v
				}
			}()
			return e.Emit("error", errors.New(text))
		}
		prepare := func(monitor func(e *events.EventEmitter)) *events.EventEmitter {
			e := events.New()
			e.On(events.ErrorMonitor, func() { monitor(e) })
			e.On("error", func(err error) { log("listener", err) })
			e.On("other", func() {})
			return e
		}
		all := prepare(func(e *events.EventEmitter) { e.RemoveAllListeners() })
		log("all", emit(all, "one"), len(all.EventNames()))
		log("none", emit(all, "two"))
		again := prepare(func(e *events.EventEmitter) {
			e.RemoveAllListeners().On("error", func(err error) { log("added", err) })
		})
		log("again", emit(again, "three"), strings.Join(again.EventNames(), ","))
		log("added", emit(again, "four"))
		failing := prepare(func(e *events.EventEmitter) { e.RemoveAllListeners("error") })
		log("errors", emit(failing, "five"))
		more := prepare(func(e *events.EventEmitter) {
			for i := range 20 {
				e.On(fmt.Sprint("x", i), func() {})
			}
			e.On("error", func(err error) { log("more", err) })
		})
		log("more", emit(more, "six"))
	})
}
