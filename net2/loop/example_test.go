package loop_test

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/nodenet/go/net2/loop"
)

// The body of main is the main script; Run is what Node does after it.
func Example() {
	loop.SetTimeout(10*time.Millisecond, func() { fmt.Println("timeout") })
	loop.SetImmediate(func() { fmt.Println("immediate") })
	loop.QueueMicrotask(func() { fmt.Println("microtask") })
	loop.NextTick(func() { fmt.Println("tick") })
	fmt.Println("main")
	loop.Run()
	// Output:
	// main
	// tick
	// microtask
	// immediate
	// timeout
}

func ExampleLoop_SetInterval() {
	l := loop.New()
	n := 0
	var interval *loop.Timer
	interval = l.SetInterval(time.Millisecond, func() {
		n++
		fmt.Println("run", n)
		if n == 3 {
			l.ClearInterval(interval)
		}
	})
	l.Run()
	// Output:
	// run 1
	// run 2
	// run 3
}

// An idle timeout is one timer that is refreshed with every sign of life.
func ExampleTimer_Refresh() {
	l := loop.New()
	idle := l.SetTimeout(200*time.Millisecond, func() { fmt.Println("idle") })
	for i := range 3 {
		l.SetTimeout(time.Duration(i)*20*time.Millisecond, func() {
			fmt.Println("activity")
			idle.Refresh()
		})
	}
	l.Run()
	// Output:
	// activity
	// activity
	// activity
	// idle
}

// A program that waits for nothing else ends, although the timer is not due.
func ExampleTimer_Unref() {
	l := loop.New()
	l.SetInterval(time.Minute, func() { fmt.Println("statistics") }).Unref()
	l.Run()
	fmt.Println("over")
	// Output: over
}

// Post is the door from any goroutine: what it runs may touch all that belongs to the loop.
func ExampleLoop_Post() {
	l := loop.New()
	l.BeginRequest() // holds the loop until the goroutine has posted
	total := 0
	go func() {
		for n := range 4 {
			l.Post(func() { total += n })
		}
		l.Post(func() {
			fmt.Println("total", total)
			l.EndRequest()
		})
	}()
	l.Run()
	// Output: total 6
}

// Work computes or blocks aside while the loop goes on.
func ExampleLoop_Work() {
	l := loop.New()
	var sum int
	l.Work(func() {
		for n := range 1001 {
			sum += n
		}
	}, func() { fmt.Println("sum", sum) })
	l.SetImmediate(func() { fmt.Println("the loop goes on") })
	l.Run()
	// Unordered output:
	// the loop goes on
	// sum 500500
}

// A panic in a callback is Node's uncaught exception.
func ExampleLoop_OnUncaught() {
	l := loop.New()
	l.OnUncaught(func(v any) { fmt.Println("uncaught:", v) })
	l.Post(func() { panic(errors.New("boom")) })
	l.Post(func() { fmt.Println("the loop goes on") })
	l.Run()
	// Output:
	// uncaught: boom
	// the loop goes on
}

func ExampleLoop_RunContext() {
	ctx, cancel := context.WithTimeout(context.Background(), 10*time.Millisecond)
	defer cancel()
	l := loop.New()
	l.SetInterval(time.Hour, func() {})
	fmt.Println(l.RunContext(ctx))
	// Output: context deadline exceeded
}

// A handle is what a server or a socket keeps the loop alive with.
func ExampleHandle() {
	l := loop.New()
	var listening loop.Handle
	listening.Init(l)
	listening.Start()
	l.SetTimeout(time.Millisecond, func() {
		fmt.Println("close")
		listening.Stop()
		l.Closing(func() { fmt.Println("closed") })
	})
	l.Run()
	// Output:
	// close
	// closed
}
