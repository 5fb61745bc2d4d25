package loop

import (
	"fmt"
	"runtime/debug"
)

// WorkPanic is what the loop panics with after a panic in the fn of Work: the value, and the
// stack of the goroutine it happened on.
type WorkPanic struct {
	Value any
	Stack []byte
}

// Error says what happened and where.
func (p *WorkPanic) Error() string {
	return fmt.Sprintf("panic in Work: %v\n\n%s", p.Value, p.Stack)
}

// Unwrap is the value, if that was an error.
func (p *WorkPanic) Unwrap() error {
	err, _ := p.Value.(error)
	return err
}

// Work runs fn on a goroutine of its own and then done on the loop; done may be nil. It keeps
// the loop alive until then. It is for what Node needs worker threads for: fn may block and
// compute, and must not touch what belongs to the loop.
//
// A panic of fn becomes a panic on the loop with a *WorkPanic, in place of done. A fn that ends
// its goroutine with runtime.Goexit counts as done.
func (l *Loop) Work(fn, done func()) {
	l.Check("Loop.Work")
	if fn == nil {
		panicNil("Loop.Work")
	}
	l.BeginRequest()
	go func() {
		var failed *WorkPanic
		defer l.Post(func() {
			l.EndRequest()
			if failed != nil {
				panic(failed)
			}
			if done != nil {
				done()
			}
		})
		defer func() {
			if v := recover(); v != nil {
				failed = &WorkPanic{Value: v, Stack: debug.Stack()}
			}
		}()
		fn()
	}()
}
