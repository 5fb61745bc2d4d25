package events

import (
	"fmt"
	"runtime"
	"sync"
	"sync/atomic"
	"testing"

	"github.com/stretchr/testify/assert"
)

// together runs fn on n goroutines that start at once.
func together(n int, fn func(i int)) {
	var wg sync.WaitGroup
	start := make(chan struct{})
	for i := range n {
		wg.Go(func() {
			<-start
			fn(i)
		})
	}
	close(start)
	wg.Wait()
}

func TestAddRemoveAndEmitFromManyGoroutines(t *testing.T) {
	const rounds = 300
	var always atomic.Int64
	e := New().SetMaxListeners(0)
	e.On("shared", func() { always.Add(1) })
	together(8, func(i int) {
		own := fmt.Sprint("own ", i)
		for j := range rounds {
			mine := 0
			fn := func() { mine++ }
			e.On(own, fn).PrependListener("shared", func() {})
			assert.True(t, e.Emit(own))
			assert.Equal(t, 1, mine)
			e.Off(own, fn)
			assert.False(t, e.Emit(own))
			e.Emit("shared")
			Emit1(e, "shared", j)
			e.EventNames()
			e.ListenerCount("shared", fn)
			e.RawListeners("shared")
			if j%50 == 0 {
				e.GetMaxListeners()
				Match(e, "own*", func(string, ...any) {})()
			}
		}
	})
	assert.EqualValues(t, 8*rounds*2, always.Load(), "a listener that stays hears every emission")
	assert.Equal(t, 8*rounds+1, e.ListenerCount("shared"))
	assert.Equal(t, []string{"shared"}, e.EventNames())
}

func TestOnceAcrossGoroutinesRunsOnce(t *testing.T) {
	for range 200 {
		var n atomic.Int64
		e := New()
		for range 5 {
			e.Once("x", func() { n.Add(1) })
		}
		together(4, func(i int) {
			if i%2 == 0 {
				e.Emit("x")
			} else {
				Emit1(e, "x", i)
			}
		})
		assert.EqualValues(t, 5, n.Load())
		assert.Zero(t, e.ListenerCount("x"))
	}
}

func TestRemoveAllAmongAddsAndEmissions(t *testing.T) {
	e := New().SetMaxListeners(0)
	together(6, func(i int) {
		for j := range 300 {
			switch i {
			case 0:
				e.RemoveAllListeners()
			case 1:
				e.RemoveAllListeners("x")
			case 2:
				e.Emit("x", j)
			default:
				e.On("x", func(int) {}).Once(fmt.Sprint(j%40), func() {})
			}
		}
	})
	e.RemoveAllListeners()
	assert.False(t, e.Emit("x"))
	assert.Empty(t, e.EventNames())
}

func TestWaitingAmongEmissionsLeavesNoListener(t *testing.T) {
	for range 50 {
		e := New()
		stop := make(chan struct{})
		together(3, func(i int) {
			switch i {
			case 0:
				_, err := Once(t.Context(), e, "x")
				assert.NoError(t, err)
				all := On(t.Context(), e, "x", OnOptions{Close: []string{"end"}})
				e.Emit("x", "last")
				for range all {
					break
				}
				close(stop)
			default:
				for open := true; open; {
					select {
					case <-stop:
						open = false
					default:
						e.Emit([]string{"x", "end"}[i-1])
						runtime.Gosched()
					}
				}
			}
		})
		assert.Empty(t, e.EventNames())
	}
}
