package js

import (
	"errors"
	"fmt"

	"github.com/dop251/goja"
)

// uncaught is the loop's handler of panics: process 'uncaughtException', or the end.
func (e *Env) uncaught(v any) {
	var ex *goja.Exception
	switch v := v.(type) {
	case error:
		if !errors.As(v, &ex) {
			known, ok := e.errorValue(v)
			if !ok {
				panic(v)
			}
			e.offer(known)
			return
		}
	default:
		panic(v)
	}
	e.offer(ex.Value())
}

// offer shows an exception to the program. If nobody takes it, the process ends.
func (e *Env) offer(thrown goja.Value) {
	taken := false
	e.inside = func() { taken = e.callProcess("_uncaught", thrown).ToBoolean() }
	if err := e.enter(); err != nil {
		var ex *goja.Exception
		if errors.As(err, &ex) {
			thrown = ex.Value()
		}
		e.exiting = true // the handler itself threw: nobody hears of the exit
		e.inside = func() { e.callProcess("_report", thrown) }
		_ = e.enter()
		e.exit(7)
		return
	}
	if !taken {
		e.die(thrown, 1)
	}
}

// die reports an exception as Node does and ends the process.
func (e *Env) die(thrown goja.Value, code int) {
	e.inside = func() { e.callProcess("_report", thrown) }
	if err := e.enter(); err != nil {
		fmt.Fprintf(e.options.Stderr, "Uncaught %v\n", thrown)
	}
	e.inside = func() { code = int(e.callProcess("_exitAfter", e.vm.ToValue(code)).ToInteger()) }
	_ = e.enter()
	e.exit(code)
}

// rejections are promises that were rejected and have no handler yet.
type rejections struct {
	order   []*goja.Promise
	open    map[*goja.Promise]bool
	told    *goja.Symbol    // on promises of which the program was told
	handled []*goja.Promise // after that
}

func (r *rejections) track(p *goja.Promise, op goja.PromiseRejectionOperation) {
	if op != goja.PromiseRejectionReject {
		if !r.open[p] {
			r.handled = append(r.handled, p)
		}
		delete(r.open, p)
		return
	}
	if r.open == nil {
		r.open = map[*goja.Promise]bool{}
	}
	r.open[p] = true
	r.order = append(r.order, p)
}

// tellRejections looks, once the microtasks are done and the ticks they added, at what was rejected meanwhile.
func (e *Env) tellRejections() {
	if len(e.rejections.handled) > 0 {
		e.tellHandled()
	}
	if len(e.rejections.order) == 0 {
		return
	}
	e.loop.NextTick(func() {
		list := e.rejections.order
		e.rejections.order = nil
		for _, p := range list {
			if !e.rejections.open[p] {
				continue
			}
			delete(e.rejections.open, p)
			reason := p.Result()
			v := e.vm.ToValue(p)
			_ = v.ToObject(e.vm).DefineDataPropertySymbol(e.rejections.told, e.vm.ToValue(true), goja.FLAG_FALSE, goja.FLAG_FALSE, goja.FLAG_FALSE)
			e.loop.NextTick(func() { e.callProcess("_unhandledRejection", reason, v) })
		}
	})
}

// tellHandled tells of promises that got a handler after the program was told that they have none.
func (e *Env) tellHandled() {
	list := e.rejections.handled
	e.rejections.handled = nil
	for _, p := range list {
		v := e.vm.ToValue(p)
		if v.ToObject(e.vm).GetSymbol(e.rejections.told) != nil {
			e.loop.NextTick(func() { e.callProcess("_rejectionHandled", v) })
		}
	}
}
