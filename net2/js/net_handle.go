package js

import (
	"net"

	"github.com/dop251/goja"

	"github.com/nodenet/go/events"
	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/internal/handles"
)

// Programs find the connection beneath a socket at socket._handle, and the listener beneath a server. Nothing of this
// is made before a program looks; from then on the glue goes through what the program has seen, so that it can replace
// a method and be called.

// facade is the Go half of a handle that JavaScript sees.
type facade struct {
	js     *goja.Object
	socket *net2.Socket   // the socket above; nil: none, or a server
	server *net2.Server   // the server above
	under  handles.Handle // nil while nobody is above
	conn   net.Conn       // forgotten by its socket, for another to adopt
	raw    *rawSocket     // bound by the program, for a socket or a server to adopt
	path   string         // of a raw that was adopted: closing removes it
}

// handleState is what an object has to do with handles.
type handleState struct {
	facade    *facade // what the program has seen last
	bound     *facade // what a connect is to use
	adopted   net.Conn
	watched   bool // see watchConnect and watchConnections
	emitBelow func(event string, args ...any) bool

	noDelay, inherited bool
	keepAlive          int // seconds plus one; 0: off
}

// setOptions takes what Node's constructors remember.
func (h *handleState) setOptions(s streamOptions) {
	h.noDelay, h.inherited = s.is("noDelay"), true
	if s.is("keepAlive") {
		h.keepAlive = int(s.get("keepAliveInitialDelay").ToInteger()/1000) + 1
	}
}

// facades is what the runtime keeps of them.
type facades struct {
	seen      bool // a program has looked
	tcp, pipe *goja.Object
	arrived   map[*net2.Socket]*facade // accepted, and not yet given to the program as sockets
	raw       map[int]*facade          // by descriptor
}

func (e *Env) bindHandles() {
	e.bind("handlesSeen", func(c goja.FunctionCall) goja.Value {
		e.handles.seen = true
		e.handles.tcp, e.handles.pipe = c.Argument(0).(*goja.Object), c.Argument(1).(*goja.Object)
		return goja.Undefined()
	})
	e.bind("handleOf", func(c goja.FunctionCall) goja.Value {
		if o := e.lookup(c.Argument(0)); o != nil {
			if f := e.facadeOf(o); f != nil {
				return f.js
			}
		}
		return goja.Null()
	})
	e.bind("handleForget", func(c goja.FunctionCall) goja.Value {
		if o := e.lookup(c.Argument(0)); o != nil {
			if f := e.facadeOf(o); f != nil {
				f.conn = f.under.Forget()
				f.socket, f.server = nil, nil
				o.facade = nil
			}
		}
		return goja.Undefined()
	})
	e.bind("handleOwner", func(c goja.FunctionCall) goja.Value {
		f := e.facadeIn(c.Argument(0))
		switch {
		case f == nil || f.socket == nil && f.server == nil:
		case f.server != nil:
			return e.known.find(f.server).js
		case e.known.find(f.socket) != nil:
			return e.known.find(f.socket).js
		}
		return goja.Undefined()
	})
	e.bind("emitConnection", func(c goja.FunctionCall) goja.Value {
		o, f := e.lookup(c.Argument(0)), e.facadeIn(c.Argument(1))
		if o != nil && f != nil && f.socket != nil && o.emitBelow != nil {
			o.emitBelow("connection", f.socket)
		}
		return goja.Undefined()
	})
	e.bindHandleMethods()
	e.bindSettings()
}

// facadeIn returns the Go half of a handle, or nil.
func (e *Env) facadeIn(v goja.Value) *facade { return hiddenIn[facade](e, v) }

func (e *Env) attachFacade(js *goja.Object, f *facade) {
	f.js = js
	_ = js.DefineDataPropertySymbol(e.hidden, e.vm.ToValue(f), goja.FLAG_FALSE, goja.FLAG_TRUE, goja.FLAG_FALSE)
}

// facadeOf returns what is beneath a socket or a server now, or nil.
func (e *Env) facadeOf(o *object) *facade {
	var under handles.Handle
	switch {
	case o.socket != nil:
		under = handles.Of(o.socket)
	case o.server != nil:
		under = handles.Of(o.server)
	}
	if under == nil {
		o.facade = nil
		return o.bound
	}
	if o.bound != nil {
		o.facade, o.bound = o.bound, nil
		o.facade.under, o.facade.socket = under, o.socket
	}
	if o.facade == nil || o.facade.under != under {
		o.facade = e.newFacade(under)
		o.facade.socket, o.facade.server = o.socket, o.server
	}
	if o.server != nil {
		e.watchConnections(o)
	} else if o.socket.Connecting() {
		e.watchConnect(o)
	}
	return o.facade
}

func (e *Env) newFacade(under handles.Handle) *facade {
	class := e.handles.tcp
	if under.Pipe() {
		class = e.handles.pipe
	}
	f := &facade{under: under}
	e.attachFacade(e.vm.CreateObject(class), f)
	return f
}

// watchConnect has the glue set on the handle what was set on the socket, just before `connect`.
func (e *Env) watchConnect(o *object) {
	if o.watched {
		return
	}
	o.watched = true
	var stop func()
	stop = events.Match(o.socket, "connect", func(string, ...any) {
		stop()
		o.watched = false
		e.glueCall("net_handle", "connected", o.js)
	})
}

// watchSocket calls back before the listeners of an event, without being one of them: (socket, event, callback) to a
// function that stops it.
func (e *Env) watchSocket(s *net2.Socket, c goja.FunctionCall) goja.Value {
	call := callback(c.Argument(2))
	stop := events.Match(s, c.Argument(1).String(), func(_ string, args ...any) {
		e.call(call, c.Argument(0), e.outAll(args)...)
	})
	return e.fn("stop", 0, func(goja.FunctionCall) goja.Value { stop(); return goja.Undefined() })
}

// watchConnections has new connections go through the onconnection of the server's handle.
func (e *Env) watchConnections(o *object) {
	if o.watched {
		return
	}
	o.watched = true
	events.Intercept(o.server, func(emit func(string, ...any) bool, event string, args ...any) bool {
		if event != "connection" || len(args) == 0 {
			return emit(event, args...)
		}
		socket, ok := args[0].(*net2.Socket)
		if !ok || e.known.find(socket) != nil {
			return emit(event, args...)
		}
		o.emitBelow = emit
		f := e.newFacade(handles.Of(socket))
		f.socket = socket
		if e.handles.arrived == nil {
			e.handles.arrived = map[*net2.Socket]*facade{}
		}
		e.handles.arrived[socket] = f
		e.glueCall("net_handle", "arrived", o.js, f.js)
		return true
	})
}

// arrivedAs gives the object of a socket the handle that the program has seen already.
func (e *Env) arrivedAs(o *object) {
	if f := e.handles.arrived[o.socket]; f != nil {
		o.facade = f
		delete(e.handles.arrived, o.socket)
	}
}

// bindSettings is what Node remembers of setNoDelay and setKeepAlive.
func (e *Env) bindSettings() {
	socket := e.socketBinder()
	socket("watchSocket", e.watchSocket)
	socket("socketNoDelaySet", func(s *net2.Socket, c goja.FunctionCall) goja.Value {
		o := e.lookup(c.Argument(0))
		o.inherit(e)
		if len(c.Arguments) > 1 {
			o.noDelay = c.Argument(1).ToBoolean()
		}
		return e.vm.ToValue(o.noDelay)
	})
	socket("socketKeepAliveSet", func(s *net2.Socket, c goja.FunctionCall) goja.Value { // seconds, or -1 for off
		o := e.lookup(c.Argument(0))
		o.inherit(e)
		if len(c.Arguments) > 1 {
			o.keepAlive = int(c.Argument(1).ToInteger()) + 1
		}
		return e.vm.ToValue(o.keepAlive - 1)
	})
}

// inherit takes the settings of the server that accepted the socket, once.
func (o *object) inherit(e *Env) {
	if o.inherited {
		return
	}
	o.inherited = true
	if server := o.socket.Server(); server != nil {
		if s := e.known.find(server); s != nil {
			o.noDelay, o.keepAlive = s.noDelay, s.keepAlive
		}
	}
}
