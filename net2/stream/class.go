package stream

import (
	"github.com/nodenet/go/events"
)

// Prototype is what all streams of a class that embeds Duplex have in common, as in JavaScript: the hooks, the name of
// the class and its events. Make it once, with NewPrototype; each loop that it meets keeps something for it.
type Prototype struct {
	class
	hooks hookFuncs[*Duplex]
}

// NewPrototype takes the hooks, Class and Signatures out of o, to be shared. From any goroutine.
func NewPrototype(o DuplexOptions) *Prototype {
	p := &Prototype{class: o.class(), hooks: o.hooks()}
	p.lasting = true
	return p
}

// class is what messages and emitters know of a class.
type class struct {
	name       string
	signatures events.Signatures
	lasting    bool // as long as the program; else one stream has it for itself
}

var (
	readableClass  = &class{"Readable", signatures, true}
	writableClass  = &class{"Writable", signatures, true}
	duplexClass    = &class{"Duplex", signatures, true}
	transformClass = &class{"Transform", signatures, true}
)

// classOptions is what the options of an emitter depend on, the loop aside.
type classOptions struct {
	class             *class
	captureRejections bool
}

// initEvents makes the emitter that of a stream of the class; self is what listeners and hooks know the stream as.
func (c *core) initEvents(self Stream, of *class, captureRejections bool) {
	key := classOptions{of, captureRejections}
	if !of.lasting {
		c.EventEmitter.Init(c.eventOptions(key), self)
		return
	}
	c.home.mu.Lock()
	defer c.home.mu.Unlock()
	o := c.home.options[key]
	if o == nil {
		o = c.eventOptions(key)
		c.home.options[key] = o
	}
	c.EventEmitter.Init(o, self)
}

// eventOptions are those of all streams that have the same sides, class and loop.
func (c *core) eventOptions(of classOptions) *events.Options {
	o := &events.Options{
		CaptureRejections: of.captureRejections,
		Signatures:        of.class.signatures,
		Class:             of.class.name,
		Loop:              c.loop,
		OnRejection:       func(this any, err error, _ string, _ ...any) { this.(Stream).base().destroy(err) },
	}
	switch {
	case c.rd == nil:
		o.Shape = writableShape
	case c.wr == nil:
		o.Shape = readableShape
	default:
		o.Shape = duplexShape
	}
	if c.rd != nil {
		o.OnAdd = func(this any, event string) { this.(Stream).base().rd.added(event) }
		o.OnRemove = func(this any, event string) { this.(Stream).base().rd.removed(event) }
		o.OnRemoveAll = func(this any, events []string) { this.(Stream).base().rd.removedAll(events) }
	}
	return o
}
