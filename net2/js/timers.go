package js

import (
	"time"

	"github.com/dop251/goja"

	"github.com/nodenet/go/net2/loop"
)

// bindTimers gives the glue the loop's timers and ticks.
func (e *Env) bindTimers() {
	e.bindTicks()
	e.bind("timerStart", func(c goja.FunctionCall) goja.Value {
		self := c.Argument(0)
		call := callback(c.Argument(1))
		d := milliseconds(c.Argument(2))
		run := e.inContext(func() { e.call(call, self) })
		if c.Argument(3).ToBoolean() {
			return e.vm.ToValue(e.loop.SetInterval(d, run))
		}
		return e.vm.ToValue(e.loop.SetTimeout(d, run))
	})
	timer := func(name string, f func(t *loop.Timer) goja.Value) {
		e.bind(name, func(c goja.FunctionCall) goja.Value {
			t, _ := c.Argument(0).Export().(*loop.Timer)
			if t == nil {
				return goja.Undefined()
			}
			return f(t)
		})
	}
	timer("timerClose", func(t *loop.Timer) goja.Value { t.Close(); return goja.Undefined() })
	timer("timerRefresh", func(t *loop.Timer) goja.Value { t.Refresh(); return goja.Undefined() })
	timer("timerRef", func(t *loop.Timer) goja.Value { t.Ref(); return goja.Undefined() })
	timer("timerUnref", func(t *loop.Timer) goja.Value { t.Unref(); return goja.Undefined() })
	timer("timerHasRef", func(t *loop.Timer) goja.Value { return e.vm.ToValue(t.HasRef()) })
	e.bindImmediates()
	started := time.Now()
	e.bind("hrtime", func(goja.FunctionCall) goja.Value { // nanoseconds
		return e.vm.ToValue(float64(time.Since(started).Nanoseconds()))
	})
	e.bind("loopNow", func(goja.FunctionCall) goja.Value { return e.vm.ToValue(e.loop.Now().Milliseconds()) })
}

func (e *Env) bindImmediates() {
	e.bind("immediate", func(c goja.FunctionCall) goja.Value {
		self := c.Argument(0)
		call := callback(c.Argument(1))
		return e.vm.ToValue(e.loop.SetImmediate(e.inContext(func() { e.call(call, self) })))
	})
	immediate := func(name string, f func(im *loop.Immediate) goja.Value) {
		e.bind(name, func(c goja.FunctionCall) goja.Value {
			im, _ := c.Argument(0).Export().(*loop.Immediate)
			if im == nil {
				return goja.Undefined()
			}
			return f(im)
		})
	}
	immediate("immediateClear", func(im *loop.Immediate) goja.Value { e.loop.ClearImmediate(im); return goja.Undefined() })
	immediate("immediateRef", func(im *loop.Immediate) goja.Value { im.Ref(); return goja.Undefined() })
	immediate("immediateUnref", func(im *loop.Immediate) goja.Value { im.Unref(); return goja.Undefined() })
	immediate("immediateHasRef", func(im *loop.Immediate) goja.Value { return e.vm.ToValue(im.HasRef()) })
}

func (e *Env) bindTicks() {
	_ = e.native.Set("nextTick", e.fn("nextTick", 1, func(c goja.FunctionCall) goja.Value {
		call := callback(c.Argument(0))
		if call == nil {
			e.throwType("callback", "of type function", c.Argument(0))
		}
		if e.exiting {
			return goja.Undefined()
		}
		var args []goja.Value
		if len(c.Arguments) > 1 {
			args = append(args, c.Arguments[1:]...) // the engine uses its stack again
		}
		e.loop.NextTick(e.inContext(func() { e.call(call, goja.Undefined(), args...) }))
		return goja.Undefined()
	}))
}

func milliseconds(v goja.Value) time.Duration {
	return time.Duration(v.ToFloat() * float64(time.Millisecond))
}
