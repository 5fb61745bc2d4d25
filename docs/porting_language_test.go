package docs_test

import (
	"bytes"
	"cmp"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"
	"strings"
	"time"

	"github.com/nodenet/go/events"
	"github.com/nodenet/go/net2/loop"
	"github.com/nodenet/go/net2/stream"
)

// region counter
type counter struct{ n int }

func (c *counter) onTick() { c.n++ }

// endregion

func Example_this() {
	c := &counter{}
	onTick := c.onTick // keeps c; Off finds this value, not another c.onTick
	clock := events.New()
	clock.On("tick", onTick)
	clock.Emit("tick")
	clock.Off("tick", onTick)
	clock.Emit("tick")
	fmt.Println(c.n)

	// Output: 1
}

func Example_emitter() {
	room := events.New()
	room.On("say", func(who, words string) { fmt.Println(who, "says", words) })
	room.On("say", func(who string) { fmt.Println(who, "has spoken") })
	room.PrependListener("say", func(args ...any) { fmt.Println(len(args), "arguments") })
	fmt.Println(room.Emit("say", "Ada", "hello"))
	fmt.Println(room.Emit("nothing"), room.ListenerCount("say"))

	room.On("error", func(err error) { fmt.Println("failed:", err) })
	room.Emit("error", errors.New("too loud"))

	// Output:
	// 2 arguments
	// Ada says hello
	// Ada has spoken
	// true
	// false 3
	// failed: too loud
}

// region door
// Door is an emitter: On and the like return the Door, so that calls chain.
type Door struct {
	events.Chain[*Door]
	emitter
	isOpen bool
}

// emitter lies a level deeper than Chain, whose methods so come first.
type emitter struct{ events.EventEmitter }

func newDoor() *Door {
	d := &Door{}
	d.InitChain(d) // what super() is for
	return d
}

func (d *Door) open(who string) *Door {
	d.isOpen = true
	d.Emit("open", who)
	return d
}

// endregion

func Example_subclass() {
	newDoor().
		Once("open", func(who string) { fmt.Println("first", who) }).
		On("open", func(who string) { fmt.Println("open", who) }).
		open("Ada").
		open("Bob")

	// Output:
	// first Ada
	// open Ada
	// open Bob
}

func Example_buffers() {
	street := []byte("Straße")
	fmt.Println(len(street), len([]rune("Straße")))
	fmt.Println(stream.Decode(street, "hex"))
	fmt.Println(stream.Decode(street, "base64"))

	all := slices.Concat(street, []byte(" 12 "), stream.Encode("4bc3b66c6e", "hex"))
	fmt.Println(string(all))
	fmt.Println(bytes.Index(all, []byte("12")), bytes.Contains(all, []byte("Köln")))
	fmt.Println(string(all[:4]), bytes.Equal(all, street))

	header := make([]byte, 6)
	binary.BigEndian.PutUint32(header, uint32(len(all)))
	binary.LittleEndian.PutUint16(header[4:], 7)
	fmt.Println(binary.BigEndian.Uint32(header), binary.LittleEndian.Uint16(header[4:]))

	clone := bytes.Clone(header) // header[:] would share its memory
	clone[0] = 255
	fmt.Println(header[0], clone[0])

	// Output:
	// 7 6
	// 53747261c39f65
	// U3RyYcOfZQ==
	// Straße 12 Köln
	// 8 true
	// Stra false
	// 16 7
	// 0 255
}

func Example_encodings() {
	euro := []byte("€") // three bytes
	halves := [][]byte{euro[:2], euro[2:]}

	for _, half := range halves {
		fmt.Print(stream.Decode(half, "utf8")) // each half by itself is no character
	}
	fmt.Println()

	decoder := stream.NewStringDecoder("utf8")
	for _, half := range halves {
		fmt.Print(decoder.Write(half))
	}
	fmt.Println()

	pipe := stream.NewPassThrough()
	pipe.SetEncoding("utf8") // sockets have it too
	pipe.On("data", func(text string) { fmt.Println(text) })
	pipe.Write(halves[0])
	pipe.Write(halves[1])
	pipe.WriteEncoded("f09f918d", "hex")
	pipe.End()
	loop.Run()

	// Output:
	// ��
	// €
	// €
	// 👍
}

// region marshal
// toJSON is JSON.stringify. json.Marshal would write < as \u003c.
func toJSON(v any) string {
	var b strings.Builder
	encoder := json.NewEncoder(&b)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(v); err != nil {
		panic(err) // v holds what cannot be JSON, such as a channel
	}
	return strings.TrimSuffix(b.String(), "\n")
}

// endregion

func Example_text() {
	line := " {\"type\":\"SUM\",\"a\":10,\"b\":20} \r\n"

	var request struct {
		Type string  `json:"type"`
		A    float64 `json:"a"`
		B    float64 `json:"b"`
	}
	if err := json.Unmarshal([]byte(strings.TrimSpace(line)), &request); err != nil {
		return
	}
	fmt.Printf("%s of %v and %v\n", strings.ToLower(request.Type), request.A, request.B)
	fmt.Println(toJSON(struct {
		Status string  `json:"status"`
		Note   string  `json:"note"`
		Result float64 `json:"result"`
	}{"OK", "a<b", request.A + request.B}))

	if err := json.Unmarshal([]byte(`{"type":`), &request); err != nil {
		fmt.Println("Invalid JSON")
	}

	words := strings.Split("a, b,c", ",")
	for i, word := range words {
		words[i] = strings.TrimSpace(word)
	}
	fmt.Println(events.Inspect(words))
	fmt.Println(string([]rune("héllo")[:2]), strings.HasPrefix("héllo", "hé"))

	// Output:
	// sum of 10 and 20
	// {"status":"OK","note":"a<b","result":30}
	// Invalid JSON
	// [ 'a', 'b', 'c' ]
	// hé true
}

func Example_timers() {
	name := "Ada"
	loop.SetTimeout(time.Millisecond, func() { fmt.Println("hello", name) })
	loop.SetTimeout(time.Hour, func() { fmt.Println("an hour later") }).Unref()
	hurry := loop.SetTimeout(5*time.Millisecond, func() { fmt.Println("never") })
	loop.ClearTimeout(hurry)

	runs := 0
	var interval *loop.Timer // declared first, so that its callback can name it
	interval = loop.SetInterval(2*time.Millisecond, func() {
		runs++
		fmt.Println("run", runs)
		if runs == 2 {
			loop.ClearInterval(interval)
		}
	})

	loop.QueueMicrotask(func() { fmt.Println("microtask") })
	loop.NextTick(func() { fmt.Println("tick") })
	fmt.Println("main")
	loop.Run()

	// Output:
	// main
	// tick
	// microtask
	// hello Ada
	// run 1
	// run 2
}

func Example_promises() {
	names := []string{"testdata/poem.txt", "testdata/nowhere.txt"}

	lengths, failures, left := make([]int, len(names)), make([]error, len(names)), len(names)
	for i, name := range names {
		var text []byte
		loop.Work(func() { text, failures[i] = os.ReadFile(name) }, func() {
			lengths[i] = len(text)
			if left--; left == 0 { // all are settled
				fmt.Println(lengths[0])
				fmt.Println(errors.Is(failures[1], fs.ErrNotExist))
			}
		})
	}
	fmt.Println("reading")
	loop.Run()

	// Output:
	// reading
	// 35
	// true
}

func Example_uncaught() {
	loop.OnUncaught(func(v any) { fmt.Println("uncaught:", v) })
	defer loop.OnUncaught(nil)

	loop.SetTimeout(time.Millisecond, func() { panic("oops") })
	loop.SetTimeout(5*time.Millisecond, func() { fmt.Println("still here") })
	loop.Run()

	// Output:
	// uncaught: oops
	// still here
}

func Example_exit() {
	failed := 0
	loop.SetTimeout(time.Millisecond, func() {
		fmt.Println("work")
		failed++
	})

	loop.Run()
	fmt.Println("failed:", failed)
	if failed > 1 {
		os.Exit(1)
	}

	// Output:
	// work
	// failed: 1
}

func Example_transform() {
	capitals := stream.NewTransform(stream.TransformOptions{
		TransformBytes: func(t *stream.Transform, chunk []byte, cb func(error, []byte)) {
			cb(nil, bytes.ToUpper(chunk))
		},
	})
	source := stream.NewReadable(stream.ReadableOptions{Read: func(*stream.Readable, int) {}})
	capitals.On("data", func(chunk []byte) { fmt.Println(string(chunk)) })
	stream.Pipeline([]stream.Stream{source, capitals}, func(err error) {
		if err == nil {
			fmt.Println("over: no error")
		}
	})
	source.Push("quiet")
	source.Push(nil)
	loop.Run()

	// Output:
	// QUIET
	// over: no error
}

// region greet
// greet takes "" for what is not given: Go has no optional parameters.
func greet(name, greeting string) {
	fmt.Println(cmp.Or(greeting, "hello"), cmp.Or(name, "stranger"))
}

// endregion

func Example_undefined() {
	ages := map[string]int{"Ada": 36}

	if age, ok := ages["Bob"]; ok { // without ok: 0
		fmt.Println(age)
	} else {
		fmt.Println("unknown")
	}
	_, ok := ages["Ada"]
	fmt.Println(ok, len(ages))

	greet("Ada", "")
	greet("", "welcome")

	type server struct{ host string }
	type settings struct {
		host  string
		proxy *server // nil: none
	}
	s := settings{host: "localhost"}
	proxy := "no proxy"
	if s.proxy != nil { // s.proxy.host would panic
		proxy = s.proxy.host
	}
	fmt.Println(len(s.host), proxy)

	// Output:
	// unknown
	// true 1
	// hello Ada
	// welcome stranger
	// 9 no proxy
}
