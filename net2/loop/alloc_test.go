package loop_test

import (
	"testing"
	"time"

	"github.com/stretchr/testify/assert"

	"github.com/nodenet/go/net2/loop"
)

var posted = &nothing{}

type nothing struct{ _ int }

func (*nothing) Call() {}

func TestAllocations(t *testing.T) {
	defer loop.SetDebugging(false)()
	for name, c := range map[string]struct {
		want float64
		call func(l *loop.Loop, fn func())
	}{
		"Post":           {0, (*loop.Loop).Post},
		"PostCallback":   {0, func(l *loop.Loop, _ func()) { l.PostCallback(posted) }},
		"NextTick":       {0, (*loop.Loop).NextTick},
		"QueueMicrotask": {0, (*loop.Loop).QueueMicrotask},
		"Flush":          {0, (*loop.Loop).Flush},
		"Closing":        {0, (*loop.Loop).Closing},
		"SetImmediate":   {1, func(l *loop.Loop, fn func()) { l.SetImmediate(fn) }},
	} {
		t.Run(name, func(t *testing.T) {
			l := loop.New()
			fn := func() {}
			got := testing.AllocsPerRun(100, func() {
				for range 10 {
					c.call(l, fn)
				}
				l.Run()
			})
			assert.Equal(t, 10*c.want, got)
		})
	}
}

func TestTimerAllocations(t *testing.T) {
	defer loop.SetDebugging(false)()
	l := loop.New()
	held := l.SetTimeout(time.Hour, func() {}).Unref()
	fn := func() {}
	assert.Equal(t, 1.0, testing.AllocsPerRun(100, func() { l.SetTimeout(time.Hour, fn).Close() }), "set and clear")
	assert.Zero(t, testing.AllocsPerRun(100, func() { held.Refresh() }), "refresh")
	assert.Zero(t, testing.AllocsPerRun(100, func() { held.Unref().Ref().Unref() }), "ref and unref")
}

func TestParkingDoesNotAllocate(t *testing.T) {
	for name, timer := range map[string]bool{"without a timer": false, "with a timer": true} {
		t.Run(name, func(t *testing.T) {
			l := loop.New()
			h := keepAlive(l)
			if timer {
				l.SetTimeout(time.Hour, func() {}).Unref()
			}
			over := make(chan struct{})
			go func() {
				defer close(over)
				l.Run()
			}()
			answer := make(chan struct{})
			fn := func() { answer <- struct{}{} }
			got := testing.AllocsPerRun(1000, func() { l.Post(fn); <-answer })
			l.Post(h.Stop)
			<-over
			assert.Zero(t, got)
		})
	}
}
