package loop_test

import (
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/nodenet/go/net2/loop"
)

func TestPostFromManyGoroutines(t *testing.T) {
	const goroutines, posts = 8, 5000
	l := loop.New()
	h := keepAlive(l)
	var last [goroutines]int
	left := goroutines
	var wg sync.WaitGroup
	for g := range goroutines {
		wg.Go(func() {
			for i := 1; i <= posts; i++ {
				l.Post(func() {
					if last[g] != i-1 {
						t.Errorf("goroutine %d: post %d ran after %d", g, i, last[g])
					}
					last[g] = i
				})
			}
			l.Post(func() {
				if left--; left == 0 {
					h.Stop()
				}
			})
		})
	}
	l.Run()
	wg.Wait()
	for g := range goroutines {
		assert.Equal(t, posts, last[g])
	}
}

func TestAgainIsTheNextCallback(t *testing.T) {
	l := loop.New()
	var order []string
	log := func(what string) func() { return func() { order = append(order, what) } }
	l.Post(func() {
		l.NextTick(log("tick"))
		l.SetImmediate(log("immediate"))
		l.Again(log("again"))
	})
	l.Post(log("posted"))
	l.SetTimeout(20*ms, func() { l.Again(log("again, from a timer")) })
	l.Again(log("again, before Run"))
	l.Run()
	assert.Equal(t, []string{"tick", "again", "posted", "again, before Run", "immediate", "again, from a timer"}, order)
}

// steps is something that is posted as it is, not as a func of its own.
type steps struct {
	l     *loop.Loop
	left  int
	calls []int
}

func (s *steps) Call() {
	s.calls = append(s.calls, s.left)
	if s.left--; s.left > 0 {
		s.l.AgainCallback(s)
	}
}

func TestACallbackTakesTurnsWithFuncs(t *testing.T) {
	for _, around := range []func(run func()){nil, func(run func()) { run() }} {
		s := &steps{l: loop.New(), left: 3}
		s.l.Around(around)
		s.l.PostCallback(s)
		s.l.Post(func() { s.calls = append(s.calls, -1) })
		s.l.Run()
		assert.Equal(t, []int{3, 2, 1, -1}, s.calls)
	}
}

// The poster waits for each answer, so the loop parks before nearly every post; the timers make
// it wait both ways, and expire while posts arrive.
func TestPostNeverMissesALoopThatIsAboutToPark(t *testing.T) {
	for name, wait := range map[string]time.Duration{"no timer": 0, "timers that expire": ms, "a timer far off": time.Hour} {
		t.Run(name, func(t *testing.T) {
			l := loop.New()
			h := keepAlive(l)
			if wait > 0 {
				l.SetInterval(wait, func() {}).Unref()
			}
			go func() {
				answer := make(chan struct{})
				for range 20_000 {
					l.Post(func() { answer <- struct{}{} })
					<-answer
				}
				l.Post(h.Stop)
			}()
			l.Run()
			assert.False(t, h.Active())
		})
	}
}

func TestPostKeepsTheLoopAlive(t *testing.T) {
	l := loop.New()
	n := 0
	var step func()
	step = func() {
		if n++; n < 3 {
			l.Post(step)
		}
	}
	inTurn(l, step)
	assert.Equal(t, 3, n)
}

func TestPostAfterRunStaysForTheNext(t *testing.T) {
	l := loop.New()
	l.Run()
	var r record
	l.Post(r.say("post"))
	require.Empty(t, r)
	l.Run()
	assert.Equal(t, []string{"post"}, r.take())
}

func TestLoopDoesNotParkWhilePhasesHaveWork(t *testing.T) {
	for name, add := range map[string]func(l *loop.Loop, fn func()){
		"post":      func(l *loop.Loop, fn func()) { l.Post(fn) },
		"immediate": func(l *loop.Loop, fn func()) { l.SetImmediate(fn) },
		"flush":     func(l *loop.Loop, fn func()) { l.Flush(fn) },
		"closing":   func(l *loop.Loop, fn func()) { l.Closing(fn) },
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				l := loop.New()
				l.SetTimeout(time.Hour, func() {})
				start := time.Now()
				var waited []time.Duration
				note := func() { waited = append(waited, time.Since(start)) }
				// From the closing phase: the whole next turn lies ahead.
				l.Closing(func() { add(l, func() { note(); add(l, note) }) })
				l.Run()
				assert.Equal(t, []time.Duration{0, 0}, waited)
			})
		})
	}
}

func TestABurstIsLetGo(t *testing.T) {
	const burst = 100_000
	for name, add := range map[string]func(l *loop.Loop){
		"posts":       func(l *loop.Loop) { l.Post(func() {}) },
		"posts twice": func(l *loop.Loop) { l.Post(func() { l.Post(func() {}) }) },
		"ticks":       func(l *loop.Loop) { l.NextTick(func() {}) },
		"microtasks":  func(l *loop.Loop) { l.QueueMicrotask(func() {}) },
		"immediates":  func(l *loop.Loop) { l.SetImmediate(func() {}) },
		"flushes":     func(l *loop.Loop) { l.Flush(func() {}) },
		"closings":    func(l *loop.Loop) { l.Closing(func() {}) },
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				l := loop.New()
				for range burst {
					add(l)
				}
				require.GreaterOrEqual(t, l.Held(), burst)
				l.SetTimeout(ms, func() {}) // the loop rests once
				l.Run()
				assert.LessOrEqual(t, l.Held(), loop.KeepSlots)
			})
		})
	}
}

func TestABurstOfPostsIsLetGoByALoopThatNeverRests(t *testing.T) {
	l := loop.New()
	for range 100_000 {
		l.Post(func() {})
	}
	turns := 0
	var step func()
	step = func() {
		if turns++; turns < 5 {
			l.Post(step)
		}
	}
	inTurn(l, step)
	assert.LessOrEqual(t, l.Held(), loop.KeepSlots)
}
