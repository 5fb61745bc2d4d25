package loop_test

import (
	"math/rand/v2"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/nodenet/go/net2/loop"
)

// Random timers are set, cleared and refreshed; each must fire exactly at the millisecond that a
// plain table says, and no other may fire.
func TestTimersAgainstAPlainTable(t *testing.T) {
	for seed := range uint64(20) {
		synctest.Test(t, func(t *testing.T) {
			rnd := rand.New(rand.NewPCG(seed, 1))
			l := loop.New()
			var timers []*loop.Timer
			var durations []time.Duration
			due := map[int]time.Duration{}
			fired := 0
			set := func() {
				i, d := len(timers), time.Duration(1+rnd.IntN(200))*ms
				due[i] = l.Now() + d
				durations = append(durations, d)
				timers = append(timers, l.SetTimeout(d, func() {
					want, ok := due[i]
					if !ok || want != l.Now() {
						t.Errorf("seed %d: timer %d fired at %v, due at %v (%v)", seed, i, l.Now(), want, ok)
					}
					delete(due, i)
					fired++
				}))
			}
			steps := 0
			var driver *loop.Timer
			driver = l.SetInterval(3*ms, func() {
				for range rnd.IntN(8) {
					set()
				}
				for range rnd.IntN(3) {
					switch i := rnd.IntN(len(timers) + 1); {
					case i == len(timers):
						set()
					case rnd.IntN(2) == 0:
						timers[i].Close()
						delete(due, i)
						durations[i] = 0
					case durations[i] > 0:
						timers[i].Refresh()
						due[i] = l.Now() + durations[i]
					}
				}
				if steps++; steps == 150 {
					driver.Close()
				}
			})
			l.Run()
			require.Greater(t, fired, 100)
			assert.Empty(t, due, "never fired")
			lists, heap := l.TimerLists()
			assert.Zero(t, lists+heap)
		})
	}
}

func TestAHundredThousandTimers(t *testing.T) {
	const n = 100_000
	for name, step := range map[string]time.Duration{"of one duration": 0, "each of its own": ms} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				l := loop.New()
				timers := make([]*loop.Timer, n)
				fired := 0
				for i := range timers {
					timers[i] = l.SetTimeout(time.Second+time.Duration(n-i)*step, func() { fired++ })
				}
				for i, timer := range timers {
					if i%2 == 0 {
						timer.Close()
					}
				}
				l.Run()
				assert.Equal(t, n/2, fired)
				lists, heap := l.TimerLists()
				assert.Zero(t, lists+heap)
			})
		})
	}
}
