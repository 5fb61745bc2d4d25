package js

import (
	"fmt"
	"os"
	"sync"

	"github.com/dop251/goja"

	"github.com/nodenet/go/events"
)

// Go tells of a leak to one handler of the process, which finds here whose emitter it is.
var (
	leaking     sync.Map // *events.EventEmitter to leak
	warningOnce sync.Once
)

type leak struct {
	env  *Env
	o    *object
	name goja.Value // the event as the program named it
}

// bindWarnings brings Go's leak warnings to process 'warning'.
func (e *Env) bindWarnings() {
	warningOnce.Do(func() { events.SetWarningHandler(tellLeak) })
	e.bind("maxListeners", func(c goja.FunctionCall) goja.Value {
		o := e.emitterOf(c.Argument(0))
		if len(c.Arguments) > 1 {
			o.emitter.SetMaxListeners(limit(c.Argument(1)))
		}
		return e.vm.ToValue(o.emitter.GetMaxListeners())
	})
}

func nothing() {}

// expectWarning goes before a listener is added that may be one too many, and what it returns after.
func (e *Env) expectWarning(o *object, event string, name goja.Value) (forget func()) {
	limit := o.emitter.GetMaxListeners()
	if limit == 0 || o.emitter.ListenerCount(event) < limit {
		return nothing
	}
	leaking.Store(o.emitter, leak{e, o, name})
	return func() {
		if o.stream != nil { // told in the next tick
			e.loop.NextTick(func() { leaking.Delete(o.emitter) })
			return
		}
		leaking.Delete(o.emitter)
	}
}

func tellLeak(w events.Warning) {
	v, ok := leaking.Load(w.Emitter)
	if !ok {
		fmt.Fprintf(os.Stderr, "(nodenet:%d) %s\n", os.Getpid(), w)
		return
	}
	l := v.(leak)
	l.env.glueCall("events", "_warn", l.o.js, l.name, l.env.vm.ToValue(w.Count),
		l.env.vm.ToValue(w.Message))
}
