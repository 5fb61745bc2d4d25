package js

import (
	"os"
	"syscall"

	"github.com/dop251/goja"

	"github.com/nodenet/go/net2/loop"
)

// second are names of signals that have another, which comes first.
var second = map[string]bool{"SIGIOT": true, "SIGPOLL": true}

// signalName is the name of a signal's number, "" if it has none.
func signalName(n int) string {
	for name, number := range signalNumbers() {
		if number == n && !second[name] {
			return name
		}
	}
	return ""
}

// signalValue is what a program gets for the signal that ended a process: null for none.
func (e *Env) signalValue(n int) goja.Value {
	if n == 0 {
		return goja.Null()
	}
	return e.vm.ToValue(signalName(n))
}

// bindSignals is process.on('SIGINT') and process.kill.
func (e *Env) bindSignals() {
	numbers := signalNumbers()
	var audible []any
	table := e.vm.NewObject()
	for name, n := range numbers {
		_ = table.Set(name, n)
		if !deaf[name] {
			audible = append(audible, name)
		}
	}
	_ = e.native.Set("signals", e.vm.NewArray(audible...))
	_ = e.native.Set("signalNumbers", table)
	e.bind("onSignal", func(c goja.FunctionCall) goja.Value {
		name := c.Argument(0)
		n := numbers[name.String()]
		call := callback(c.Argument(1))
		var sig os.Signal = syscall.Signal(n)
		return e.vm.ToValue(e.loop.OnSignal(sig, func() { e.call(call, goja.Undefined(), name, e.vm.ToValue(n)) }))
	})
	e.bind("offSignal", func(c goja.FunctionCall) goja.Value {
		if s, ok := c.Argument(0).Export().(*loop.Signal); ok {
			s.Close()
		}
		return goja.Undefined()
	})
	e.bind("kill", func(c goja.FunctionCall) goja.Value { // (pid, number of the signal) to errno
		err := killProcess(int(c.Argument(0).ToInteger()), int(c.Argument(1).ToInteger()))
		return e.vm.ToValue(-int(errnoOf(err)))
	})
	e.bind("errorName", func(c goja.FunctionCall) goja.Value {
		n := int(c.Argument(0).ToInteger())
		if name := errorName(max(n, -n)); name != "" {
			return e.vm.ToValue(name)
		}
		return e.vm.ToValue("Unknown system error " + c.Argument(0).String())
	})
}
