package events_test

import (
	"context"
	"errors"
	"fmt"

	"github.com/nodenet/go/events"
)

func ExampleEventEmitter() {
	e := events.New()
	e.On("greet", func(name string) { fmt.Println("hello", name) })
	e.Once("greet", func() { fmt.Println("nice to meet you") })
	e.Emit("greet", "Ada")
	e.Emit("greet", "Grace")
	fmt.Println(e.Emit("nobody listens"))
	// Output:
	// hello Ada
	// nice to meet you
	// hello Grace
	// false
}

func ExampleEventEmitter_Off() {
	e := events.New()
	fn := func() { fmt.Println("called") }
	e.On("x", fn)
	e.Emit("x")
	e.Off("x", fn)
	fmt.Println(e.Emit("x"))
	// Output:
	// called
	// false
}

func ExampleEventEmitter_Emit_unhandled() {
	defer func() { fmt.Println("recovered:", recover()) }()
	events.New().Emit("error", errors.New("nobody listens"))
	// Output: recovered: nobody listens
}

func ExampleEmit1() {
	e := events.New()
	e.On("data", func(chunk []byte) { fmt.Println(len(chunk), "bytes") })
	e.On("data", func(text string) { fmt.Println("text:", text) })
	events.Emit1(e, "data", []byte("hello"))
	// Output:
	// 5 bytes
	// text: hello
}

func ExampleOptions() {
	e := events.New(events.Options{CaptureRejections: true})
	e.On("error", func(err error) { fmt.Println("error:", err) })
	e.On("job", func(n int) error { return fmt.Errorf("job %d failed", n) })
	e.Emit("job", 7)
	// Output: error: job 7 failed
}

func ExampleDeclare() {
	doorEvents := events.Declare(map[string]any{"close": func(slammed bool) {}})
	e := events.New(events.Options{Class: "Door", Signatures: doorEvents})
	defer func() { fmt.Println(recover().(*events.Error).Message) }()
	e.On("close", func(how string) {})
	// Output: The "listener" argument for the event "close" must be of type func(bool). Received func(string)
}

// door is a class with events of its own.
type door struct {
	events.Chain[*door]
	core
}

// core holds the emitter one level deeper than the Chain, whose methods so come first.
type core struct{ events.EventEmitter }

func newDoor() *door {
	d := &door{}
	d.InitChain(d)
	return d
}

func (d *door) Open() *door {
	d.Emit("open")
	return d
}

func ExampleChain() {
	newDoor().
		Once("open", func() { fmt.Println("creak") }).
		On("open", func() { fmt.Println("open") }).
		Open().
		Open()
	// Output:
	// creak
	// open
	// open
}

func ExampleOnce() {
	waiting := make(chan struct{})
	e := events.New(events.Options{OnAdd: func(_ any, event string) {
		if event == "error" { // Once listens for it last
			close(waiting)
		}
	}})
	go func() {
		<-waiting
		e.Emit("open", "wide")
	}()
	args, err := events.Once(context.Background(), e, "open")
	fmt.Println(args, err)
	// Output: [wide] <nil>
}

func ExampleOn() {
	e := events.New()
	all := events.On(context.Background(), e, "line", events.OnOptions{Close: []string{"end"}})
	go func() {
		e.Emit("line", "one")
		e.Emit("line", "two")
		e.Emit("end")
	}()
	for args, err := range all {
		fmt.Println(args, err)
	}
	// Output:
	// [one] <nil>
	// [two] <nil>
}

func ExampleMatch() {
	e := events.New()
	stop := events.Match(e, "conn*", func(event string, args ...any) { fmt.Println(event, args) })
	defer stop()
	e.Emit("connect", 1)
	e.Emit("connection", 2)
	e.Emit("close")
	// Output:
	// connect [1]
	// connection [2]
}
