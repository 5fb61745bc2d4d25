package stream

import (
	"github.com/nodenet/go/events"
)

// Signatures are the events of all streams and what their listeners may take.
var signatures = events.Declare(map[string]any{
	"close":     func() {},
	"data":      func(chunk any) {},
	"drain":     func() {},
	"end":       func() {},
	"error":     func(err error) {},
	"finish":    func() {},
	"pause":     func() {},
	"pipe":      func(src ReadableStream) {},
	"prefinish": func() {},
	"readable":  func() {},
	"resume":    func() {},
	"unpipe":    func(src ReadableStream) {},
})

// The events that Node's classes lay out in advance; see events.Options.Shape.
var (
	readableShape = []string{"close", "error", "data", "end", "readable"}
	writableShape = []string{"close", "error", "prefinish", "finish", "drain"}
	duplexShape   = []string{"close", "error", "prefinish", "finish", "drain", "data", "end", "readable"}
)

// Signatures returns what the listeners of a stream's events may take. Classes that embed a Duplex declare their own
// events on top of it, with events.Declare. From any goroutine; not to be changed.
func Signatures() events.Signatures { return signatures }

// initEvents makes the emitter that of a stream.
func (c *core) initEvents(class string, signatures events.Signatures, captureRejections bool) {
	o := events.Options{
		CaptureRejections: captureRejections,
		Signatures:        signatures,
		Class:             class,
		Loop:              c.loop,
	}
	if captureRejections {
		o.OnRejection = func(this any, err error, _ string, _ ...any) { this.(*core).destroy(err) }
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
		o.OnAdd = func(this any, event string) { this.(*core).rd.added(event) }
		o.OnRemove = func(this any, event string) { this.(*core).rd.removed(event) }
		o.OnRemoveAll = func(this any, events []string) { this.(*core).rd.removedAll(events) }
	}
	c.EventEmitter.Init(&o, c)
}
