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
