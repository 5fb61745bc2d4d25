package loop

import (
	"os"
	"time"
)

var defaultLoop = New()

// Default is the loop of the program, the one that the package's functions act on.
func Default() *Loop { return defaultLoop }

// Run runs the default loop: the last line of a program's main. See Loop.Run.
func Run() { defaultLoop.Run() }

// Stop stops the default loop. From any goroutine. See Loop.Stop.
func Stop() { defaultLoop.Stop() }

// NextTick is Loop.NextTick of the default loop, Node's process.nextTick.
func NextTick(fn func()) { defaultLoop.NextTick(fn) }

// QueueMicrotask is Loop.QueueMicrotask of the default loop, Node's queueMicrotask.
func QueueMicrotask(fn func()) { defaultLoop.QueueMicrotask(fn) }

// SetTimeout is Loop.SetTimeout of the default loop, Node's setTimeout.
func SetTimeout(d time.Duration, fn func()) *Timer { return defaultLoop.SetTimeout(d, fn) }

// SetInterval is Loop.SetInterval of the default loop, Node's setInterval.
func SetInterval(d time.Duration, fn func()) *Timer { return defaultLoop.SetInterval(d, fn) }

// SetImmediate is Loop.SetImmediate of the default loop, Node's setImmediate.
func SetImmediate(fn func()) *Immediate { return defaultLoop.SetImmediate(fn) }

// ClearTimeout cancels t, whichever loop it is on. Node's clearTimeout.
func ClearTimeout(t *Timer) { defaultLoop.ClearTimeout(t) }

// ClearInterval cancels t, whichever loop it is on. Node's clearInterval.
func ClearInterval(t *Timer) { defaultLoop.ClearInterval(t) }

// ClearImmediate cancels im, whichever loop it is on. Node's clearImmediate.
func ClearImmediate(im *Immediate) { defaultLoop.ClearImmediate(im) }

// Post is Loop.Post of the default loop. From any goroutine.
func Post(fn func()) { defaultLoop.Post(fn) }

// Work is Loop.Work of the default loop.
func Work(fn, done func()) { defaultLoop.Work(fn, done) }

// OnSignal is Loop.OnSignal of the default loop.
func OnSignal(sig os.Signal, fn func()) *Signal { return defaultLoop.OnSignal(sig, fn) }

// OnceSignal is Loop.OnceSignal of the default loop.
func OnceSignal(sig os.Signal, fn func()) *Signal { return defaultLoop.OnceSignal(sig, fn) }

// OnUncaught is Loop.OnUncaught of the default loop, Node's process.on('uncaughtException').
func OnUncaught(fn func(v any)) { defaultLoop.OnUncaught(fn) }
