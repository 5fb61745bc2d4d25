package js

import (
	"net"
	"runtime"
	"unsafe"
	"weak"

	"github.com/dop251/goja"

	"github.com/nodenet/go/events"
	"github.com/nodenet/go/net2"
	"github.com/nodenet/go/net2/stream"
)

// object is the Go half of a JavaScript object: an emitter, and what else the class has.
type object struct {
	js      *goja.Object
	emitter *events.EventEmitter
	capture bool       // captureRejections
	context goja.Value // that it was made in; see asyncContext

	stream   stream.Stream // nil for what is no stream
	readable readable      // nil: the stream cannot be read
	writable writable      // nil: the stream cannot be written
	socket   *net2.Socket
	server   *net2.Server
	conn     net.Conn             // of a socket that goes to another process
	gate     *readGate            // of such a socket
	base     stream.DuplexOptions // the hooks of the class that a subclass in JavaScript overrides

	objectModeIn, objectModeOut bool // of the readable and the writable side

	handleState

	emitOverridden, emitsBelow bool // see overrideEmit

	lastAnswer struct { // see Env.answer
		fn   goja.Value
		call func(error)
	}
}

// attach ties the two halves together.
func (e *Env) attach(js *goja.Object, o *object) {
	o.js = js
	_ = js.DefineDataPropertySymbol(e.hidden, e.vm.ToValue(o), goja.FLAG_FALSE, goja.FLAG_TRUE, goja.FLAG_FALSE)
	if o.stream != nil || o.server != nil {
		o.context = e.async.current
		e.known.add(o)
	}
}

// lookup returns the Go half of a value, or nil.
func (e *Env) lookup(v goja.Value) *object { return hiddenIn[object](e, v) }

// hiddenIn returns what is hidden in a value, or nil if that is nothing, or something else.
func hiddenIn[T any](e *Env, v goja.Value) *T {
	js, ok := v.(*goja.Object)
	if !ok {
		return nil
	}
	hidden := js.GetSymbol(e.hidden)
	if hidden == nil {
		return nil
	}
	half, _ := hidden.Export().(*T)
	return half
}

// registry finds the JavaScript half of a stream that Go names. It keeps neither half alive: the Go half is kept by its
// program, and that in turn keeps the other, if there is anything about it that a program could miss.
type registry struct {
	objects map[uintptr]weak.Pointer[object]
	dead    chan uintptr
}

func identity(v any) uintptr { return uintptr((*[2]unsafe.Pointer)(unsafe.Pointer(&v))[1]) }

func (r *registry) add(o *object) {
	if r.objects == nil {
		r.objects = map[uintptr]weak.Pointer[object]{}
		r.dead = make(chan uintptr, 256)
	}
	var key uintptr
	if o.stream != nil {
		key = identity(o.stream)
	} else {
		key = identity(o.server)
	}
	r.sweep()
	r.objects[key] = weak.Make(o)
	dead := r.dead
	runtime.AddCleanup(o, func(key uintptr) {
		select {
		case dead <- key:
		default: // left behind until its place is needed again
		}
	}, key)
}

// sweep forgets what was collected.
func (r *registry) sweep() {
	for {
		select {
		case key := <-r.dead:
			if p, ok := r.objects[key]; ok && p.Value() == nil {
				delete(r.objects, key)
			}
		default:
			return
		}
	}
}

// find returns the object whose Go half is v, or nil.
func (r *registry) find(v any) *object {
	o := r.objects[identity(v)].Value()
	if o == nil || o.stream == nil && o.server == nil {
		return nil
	}
	if o.stream != nil && identity(o.stream) == identity(v) || o.server != nil && identity(o.server) == identity(v) {
		return o
	}
	return nil
}
