package js

import (
	"github.com/dop251/goja"
)

// asyncContext is what AsyncLocalStorage knows where the program is: a Map of stores, nil where there is none. Ticks,
// timers and promises take it along; emitters run their listeners in that of their birth when a callback of the loop
// calls them, as the handles of Node do.
type asyncContext struct {
	current goja.Value
	domain  goja.Value // that is active; nil: none
	tracked bool       // the engine tells of promises

	enter, exit goja.Callable // of the module domain, once it is loaded
}

// moment is what a callback takes along.
type moment struct{ context, domain goja.Value }

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
	e.bind("setDomain", func(c goja.FunctionCall) goja.Value {
		e.async.domain = nil
		if !isNil(c.Argument(0)) {
			e.async.domain = c.Argument(0)
			e.trackPromises()
		}
		return goja.Undefined()
	})
	e.bind("onDomain", func(c goja.FunctionCall) goja.Value {
		e.async.enter, e.async.exit = callback(c.Argument(0)), callback(c.Argument(1))
		return goja.Undefined()
	})
}

// trackPromises begins with the first context: programs without one need not pay.
func (e *Env) trackPromises() {
	if !e.async.tracked {
		e.async.tracked = true
		e.vm.SetAsyncContextTracker(&promiseContexts{env: e})
	}
}

// promiseContexts makes the callbacks of promises run in the context that they were added in.
type promiseContexts struct {
	env    *Env
	domain goja.Value // that was entered for the callback that runs
}

func (p *promiseContexts) Grab() any {
	a := &p.env.async
	if a.current == nil && a.domain == nil {
		return nil
	}
	return moment{a.current, a.domain}
}

func (p *promiseContexts) Resumed(v any) {
	m, _ := v.(moment)
	p.env.async.current, p.domain = m.context, m.domain
	if m.domain != nil {
		p.env.call(p.env.async.enter, goja.Undefined(), m.domain)
	}
}

func (p *promiseContexts) Exited() {
	p.env.async.current = nil
	if d := p.domain; d != nil {
		p.domain = nil
		p.env.call(p.env.async.exit, goja.Undefined(), d)
	}
}

// inContext makes a callback run in the context of now.
func (e *Env) inContext(run func()) func() {
	m := moment{e.async.current, e.async.domain}
	if m.context == nil && m.domain == nil {
		return run
	}
	return func() { e.runIn(m, run) }
}

// runIn runs a callback in the context of another moment. If it throws, its domain stays entered: that is whose the
// exception is.
func (e *Env) runIn(m moment, run func()) {
	was := e.async.current
	e.async.current = m.context
	defer func() { e.async.current = was }()
	if m.domain == nil {
		run()
		return
	}
	e.call(e.async.enter, goja.Undefined(), m.domain)
	run()
	e.call(e.async.exit, goja.Undefined(), m.domain)
}
