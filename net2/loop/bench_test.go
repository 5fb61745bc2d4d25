package loop_test

import (
	"testing"
	"time"

	"github.com/nodenet/go/net2/loop"
)

// repeat runs a loop for n calls of step, which must bring about the next call by again.
func repeat(b *testing.B, l *loop.Loop, schedule func(again func())) {
	n := b.N
	var again func()
	again = func() {
		if n--; n > 0 {
			schedule(again)
		}
	}
	l.NextTick(func() { schedule(again) })
	b.ReportAllocs()
	b.ResetTimer()
	l.Run()
}

// A turn: the loop posts to itself, and so goes through every phase for each callback.
func BenchmarkTurn(b *testing.B) {
	l := loop.New()
	repeat(b, l, l.Post)
}

// A turn of a loop that has timers, and so looks at the clock.
func BenchmarkTurnWithTimers(b *testing.B) {
	l := loop.New()
	l.SetTimeout(time.Hour, func() {}).Unref()
	repeat(b, l, l.Post)
}

// What a posted callback costs when many are posted at once.
func BenchmarkPostBatch(b *testing.B) {
	l := loop.New()
	const batch = 256
	left := 0
	n := b.N
	var fn func()
	fn = func() {
		if left--; left > 0 || n <= 0 {
			return
		}
		for left = 0; left < min(n, batch); left++ {
			l.Post(fn)
		}
		n -= batch
	}
	left = 1
	l.Post(fn)
	b.ReportAllocs()
	b.ResetTimer()
	l.Run()
}

// Posts of other goroutines, the loop running.
func BenchmarkPostParallel(b *testing.B) {
	l := loop.New()
	var h loop.Handle
	h.Init(l)
	h.Start()
	over := make(chan struct{})
	go func() {
		defer close(over)
		l.Run()
	}()
	b.ReportAllocs()
	b.ResetTimer()
	b.RunParallel(func(pb *testing.PB) {
		fn := func() {}
		for pb.Next() {
			l.Post(fn)
		}
	})
	l.Post(h.Stop)
	<-over
}

// A post that wakes a parked loop, and the answer: two goroutines take turns.
func BenchmarkPostWake(b *testing.B) {
	l := loop.New()
	var h loop.Handle
	h.Init(l)
	h.Start()
	over := make(chan struct{})
	go func() {
		defer close(over)
		l.Run()
	}()
	answer := make(chan struct{})
	fn := func() { answer <- struct{}{} }
	b.ReportAllocs()
	b.ResetTimer()
	for range b.N {
		l.Post(fn)
		<-answer
	}
	l.Post(h.Stop)
	<-over
}

func BenchmarkNextTick(b *testing.B) {
	l := loop.New()
	repeat(b, l, l.NextTick)
}

func BenchmarkMicrotask(b *testing.B) {
	l := loop.New()
	repeat(b, l, l.QueueMicrotask)
}

func BenchmarkImmediate(b *testing.B) {
	l := loop.New()
	repeat(b, l, func(again func()) { l.SetImmediate(again) })
}

func BenchmarkFlush(b *testing.B) {
	l := loop.New()
	repeat(b, l, l.Flush)
}

const manyTimers = 100_000

// Set and clear with 100,000 timers of the same duration.
func BenchmarkTimerSetClearAmongMany(b *testing.B) {
	l := loop.New()
	for range manyTimers {
		l.SetTimeout(time.Hour, func() {})
	}
	fn := func() {}
	b.ReportAllocs()
	b.ResetTimer()
	for range b.N {
		l.SetTimeout(time.Hour, fn).Close()
	}
}

// Set and clear with 100,000 timers of as many durations: the worst case of the heap.
func BenchmarkTimerSetClearAmongManyDurations(b *testing.B) {
	l := loop.New()
	for i := range manyTimers {
		l.SetTimeout(time.Hour+time.Duration(i)*time.Millisecond, func() {})
	}
	fn := func() {}
	b.ReportAllocs()
	b.ResetTimer()
	for range b.N {
		l.SetTimeout(time.Minute, fn).Close()
	}
}

// What an idle timeout costs a socket with every chunk.
func BenchmarkTimerRefresh(b *testing.B) {
	l := loop.New()
	t := l.SetTimeout(time.Hour, func() {})
	for range manyTimers {
		l.SetTimeout(time.Hour, func() {})
	}
	b.ReportAllocs()
	b.ResetTimer()
	for range b.N {
		t.Refresh()
	}
}

func BenchmarkNow(b *testing.B) {
	l := loop.New()
	for range b.N {
		l.Now()
	}
}
