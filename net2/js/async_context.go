package js

import (
	"github.com/dop251/goja"
)

// asyncContext is what AsyncLocalStorage knows where the program is: a Map of stores, nil where there is none. Ticks,
// timers and promises take it along; emitters run their listeners in that of their birth when a callback of the loop
// calls them, as the handles of Node do.
type asyncContext struct {
	current goja.Value
	tracked bool // the engine tells of promises
}

// bindAsyncContext gives the glue the context.
func (e *Env) bindAsyncContext() {
	e.bind("context", func(goja.FunctionCall) goja.Value {
		if e.async.current == nil {
			return goja.Undefined()
		}
		return e.async.current
	})
	e.bind("setContext", func(c goja.FunctionCall) goja.Value {
		e.async.current = nil
		if !isNil(c.Argument(0)) {
			e.async.current = c.Argument(0)
			e.trackPromises()
		}
		return goja.Undefined()
	})
}

// trackPromises begins with the first context: programs without one need not pay.
func (e *Env) trackPromises() {
	if !e.async.tracked {
		e.async.tracked = true
		e.vm.SetAsyncContextTracker(&promiseContexts{e})
	}
}

// promiseContexts makes the callbacks of promises run in the context that they were added in.
type promiseContexts struct{ env *Env }

func (p *promiseContexts) Grab() any { return p.env.async.current }

func (p *promiseContexts) Resumed(v any) {
	p.env.async.current, _ = v.(goja.Value)
}

func (p *promiseContexts) Exited() { p.env.async.current = nil }

// inContext makes a callback run in the context of now.
func (e *Env) inContext(run func()) func() {
	context := e.async.current
	if context == nil {
		return run
	}
	return func() { e.runIn(context, run) }
}

func (e *Env) runIn(context goja.Value, run func()) {
	was := e.async.current
	e.async.current = context
	defer func() { e.async.current = was }()
	run()
}
