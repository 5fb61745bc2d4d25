package js

import (
	"strconv"

	"github.com/dop251/goja"

	"github.com/nodenet/go/events"
)

// eventNames gives symbols a name that Go's emitters can use.
type eventNames struct {
	bySymbol map[*goja.Symbol]string
	byName   map[string]*goja.Symbol
}

const symbolPrefix = "\x00symbol "

// name is the event that a program names by v.
func (n *eventNames) name(v goja.Value) string {
	s, ok := v.(*goja.Symbol)
	if !ok {
		return v.String()
	}
	name, ok := n.bySymbol[s]
	if !ok {
		name = symbolPrefix + strconv.Itoa(len(n.bySymbol))
		n.set(s, name)
	}
	return name
}

func (n *eventNames) set(s *goja.Symbol, name string) {
	if n.bySymbol == nil {
		n.bySymbol, n.byName = map[*goja.Symbol]string{}, map[string]*goja.Symbol{}
	}
	n.bySymbol[s], n.byName[name] = name, s
}

// value is what the program calls an event.
func (n *eventNames) value(vm *goja.Runtime, name string) goja.Value {
	if s, ok := n.byName[name]; ok {
		return s
	}
	return vm.ToValue(name)
}

// isName tells of the events whose first argument is the name of an event.
func tellsName(event string) bool { return event == "newListener" || event == "removeListener" }

// errorMonitor makes Node's symbol and ours the same.
func (n *eventNames) errorMonitor() *goja.Symbol {
	s := goja.NewSymbol("events.errorMonitor")
	n.set(s, events.ErrorMonitor)
	return s
}
