package events

import (
	"context"
	"iter"
	"slices"
	"sync"
	"sync/atomic"
)

// Once waits for the next emission of the event and returns its arguments. It ends with the error if an `error` event
// comes first (a value that is no error comes as ERR_UNHANDLED_ERROR), and with ABORT_ERR when ctx is done. Waiting for
// "error" itself returns its arguments like those of any event. Node: await events.once(emitter, name, { signal }).
//
// It blocks: call it from a goroutine of its own, never on the loop that emits. If the emitter has a Loop, the listeners
// are added and removed there, by way of Post.
func Once(ctx context.Context, e Emitter, event string) ([]any, error) {
	if ctx.Err() != nil {
		return nil, AbortError(context.Cause(ctx))
	}
	type outcome struct {
		args []any
		err  error
	}
	on := e.emitter()
	done := make(chan outcome, 2)
	var settled atomic.Bool // tells the adding below of an event that comes in the middle of it
	var resolve, reject func(args ...any)
	resolve = func(args ...any) {
		settled.Store(true)
		on.Off(errorEvent, reject)
		done <- outcome{args: args}
	}
	reject = func(args ...any) {
		settled.Store(true)
		on.Off(event, resolve)
		done <- outcome{err: unhandled(args)}
	}
	on.post(func() {
		on.Once(event, resolve)
		if event != errorEvent {
			on.Once(errorEvent, reject)
		}
		if settled.Load() {
			on.Off(errorEvent, reject)
		}
	})
	select {
	case o := <-done:
		return o.args, o.err
	case <-ctx.Done():
	}
	on.post(func() {
		on.Off(event, resolve)
		on.Off(errorEvent, reject)
	})
	return nil, AbortError(context.Cause(ctx))
}

func (e *EventEmitter) post(fn func()) {
	if loop := e.opts().Loop; loop != nil {
		loop.Post(fn)
		return
	}
	fn()
}

// OnOptions are the options of Node's events.on.
type OnOptions struct {
	Close         []string // events that end the sequence
	HighWaterMark int      // call Pause when more emissions than this wait to be read; 0: never
	LowWaterMark  int      // call Resume when fewer than this are left; 0 means 1
	Pause         func()   // called on the goroutine that emits
	Resume        func()   // called on the loop, by way of Post; without a loop where the sequence is read
}

// On returns a sequence of the emissions of an event, each as its arguments. Node: events.on(emitter, name, options).
//
//	for args, err := range events.On(ctx, server, "connection") { … }
//
// Emissions are kept from the moment On is called, so that none is lost, and without bound unless HighWaterMark is set.
// The sequence ends after an `error` event, or when ctx is done, with that error (ABORT_ERR) and nil arguments, and
// without an error when a Close event comes; what came before is read first. Leaving the loop removes the listeners.
// It can be ranged over once.
//
// Call On where you may call e.On: on the loop, for what belongs to one. Ranging blocks, and so is for another goroutine.
func On(ctx context.Context, e Emitter, event string, options ...OnOptions) iter.Seq2[[]any, error] {
	q := &queue{on: e.emitter(), wake: make(chan struct{}, 1)}
	if len(options) > 0 {
		q.options = options[0]
	}
	q.options.LowWaterMark = max(q.options.LowWaterMark, 1)
	if ctx.Err() != nil {
		q.err = AbortError(context.Cause(ctx))
		q.finished = true
		return q.all
	}
	q.listen(event, q.push)
	if event != errorEvent {
		q.listen(errorEvent, func(args ...any) { q.end(unhandled(args), false) })
	}
	for _, name := range q.options.Close {
		q.listen(name, func(...any) { q.end(nil, false) })
	}
	stop := context.AfterFunc(ctx, func() { q.end(AbortError(context.Cause(ctx)), true) })
	q.listeners = append(q.listeners, func() { stop() })
	q.mu.Lock()
	q.ready = true
	over := q.finished
	q.mu.Unlock()
	if over { // an event came in the middle of this
		q.remove()
	}
	return q.all
}

// Chan is On as a channel of the given capacity, closed at the end of the sequence, whatever ended it.
// Its goroutine lives until then: cancel ctx when you stop receiving.
func Chan(ctx context.Context, e Emitter, event string, capacity int) <-chan []any {
	ch := make(chan []any, capacity)
	all := On(ctx, e, event)
	go func() {
		defer close(ch)
		for args, err := range all {
			if err != nil {
				return
			}
			select {
			case ch <- args:
			case <-ctx.Done():
				return
			}
		}
	}()
	return ch
}

// queue holds the emissions between the goroutine that emits and the one that reads.
type queue struct {
	on        *EventEmitter
	options   OnOptions
	listeners []func() // what removes each listener; fixed once ready
	wake      chan struct{}

	mu       sync.Mutex
	items    [][]any
	paused   bool
	finished bool
	ready    bool // all listeners are there
	err      error
}

func (q *queue) listen(event string, fn func(...any)) {
	q.on.On(event, fn)
	q.listeners = append(q.listeners, func() { q.on.Off(event, fn) })
}

func (q *queue) push(args ...any) {
	q.mu.Lock()
	if q.finished {
		q.mu.Unlock()
		return
	}
	q.items = append(q.items, args)
	high := q.options.HighWaterMark
	pause := high > 0 && len(q.items) > high && !q.paused && q.options.Pause != nil
	q.paused = q.paused || pause
	q.mu.Unlock()
	if pause {
		q.options.Pause()
	}
	q.signal()
}

func (q *queue) signal() {
	select {
	case q.wake <- struct{}{}:
	default:
	}
}

// end closes the queue. The listeners go at once when the emitter's goroutine ends it, else by way of Post.
func (q *queue) end(err error, elsewhere bool) {
	q.mu.Lock()
	if q.finished {
		q.mu.Unlock()
		return
	}
	q.finished = true
	q.err = err
	ready := q.ready
	q.mu.Unlock()
	switch {
	case !ready: // On sees to it
	case elsewhere:
		q.on.post(q.remove)
	default:
		q.remove()
	}
	q.signal()
}

func (q *queue) remove() {
	for _, remove := range slices.Backward(q.listeners) {
		remove()
	}
}

// take returns the next emission, or else how it ended; ok is false when the reader has to wait.
func (q *queue) take() (args []any, ok, finished bool, err error) {
	q.mu.Lock()
	defer q.mu.Unlock()
	if len(q.items) == 0 {
		err, q.err = q.err, nil
		return nil, false, q.finished, err
	}
	args = q.items[0]
	q.items[0] = nil
	q.items = q.items[1:]
	if q.paused && len(q.items) < q.options.LowWaterMark {
		q.paused = false
		if q.options.Resume != nil {
			q.on.post(q.options.Resume)
		}
	}
	return args, true, false, nil
}

func (q *queue) all(yield func([]any, error) bool) {
	defer q.end(nil, true)
	for {
		args, ok, finished, err := q.take()
		switch {
		case ok:
			if !yield(args, nil) {
				return
			}
		case err != nil:
			yield(nil, err)
			return
		case finished:
			return
		default:
			<-q.wake
		}
	}
}
